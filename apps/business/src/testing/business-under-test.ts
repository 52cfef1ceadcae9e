import { createSecretKey } from 'node:crypto';
import { PARTNERS } from '@app/partner-registry';
import { CallSigner, createLogger, type ReadinessCheck, Sealer } from '@app/platform';
import { v7 as newId } from 'uuid';
import { ClientDirectory, hashOfKey } from '../access/clients.js';
import type { BusinessParts } from '../assemble.js';
import { startBusiness } from '../start-business.js';

type Ports = Pick<BusinessParts, 'openStore' | 'outbox' | 'leaseMs' | 'publisher' | 'clock'>;

export interface UnderTestOptions {
  readonly rules?: Partial<BusinessParts['rules']>;
  readonly readiness?: readonly ReadinessCheck[];
}

/** Keys that only tests know. */
export const KEY = 'the-key-of-client-one';
export const OTHER_KEY = 'the-key-of-client-two';

const key = (seed: number): Uint8Array => new Uint8Array(32).fill(seed);

export const signer = new CallSigner([Buffer.from(key(7)).toString('base64')]);

/** Opens what was sealed for a partner. */
export const partnerSealers = new Map(
  PARTNERS.map(({ id }, at) => [id, new Sealer([{ id, bytes: key(100 + at) }])] as const),
);

const clients = new ClientDirectory(
  new Map([
    [hashOfKey(KEY), { id: 'client-one' }],
    [hashOfKey(OTHER_KEY), { id: 'client-two' }],
  ]),
);

/** The whole service on loopback, on the ports given. */
export async function startUnderTest(ports: Ports, { rules, readiness = [] }: UnderTestOptions = {}) {
  const service = await startBusiness(
    {
      ...ports,
      newId: () => newId(),
      random: () => 0.5,
      accessTokenKey: createSecretKey(key(1)),
      partnerSealers,
      signer,
      rules: {
        ...{
          deadlineMs: 20_000,
          lateMs: 300_000,
          rejectPastStartDates: false,
          fingerprintKey: createSecretKey(key(2)),
        },
        ...rules,
      },
      logger: createLogger('business-under-test', 'silent'),
    },
    { clients, readiness, publicPort: 0, internalPort: 0, host: '127.0.0.1' },
  );
  return {
    api: `http://127.0.0.1:${service.ports.public}`,
    internal: `http://127.0.0.1:${service.ports.internal}`,
    stop: () => service.stop(),
  };
}

export type BusinessUnderTest = Awaited<ReturnType<typeof startUnderTest>>;
