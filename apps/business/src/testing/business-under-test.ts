import { createSecretKey } from 'node:crypto';
import { PARTNERS } from '@app/partner-registry';
import { CallSigner, createLogger, type Logger, type ReadinessCheck, Sealer } from '@app/platform';
import type { ApiClient, Clock, UsagePlan } from '@app/ports';
import { InMemoryApplicationStore, InMemoryFleet, InMemoryOutbox } from '@app/testing';
import { v7 as newId } from 'uuid';
import { ClientDirectory } from '../access/clients/client-directory.js';
import { hashOfKey } from '../access/clients/client-keys.js';
import { LocalUsageMeter } from '../access/usage/local-usage-meter.js';
import { DevelopmentPaymentVerifier } from '../apply/development-payment-verifier.js';
import type { BusinessParts } from '../assemble.js';
import type { FleetPart } from '../operate-partners/assemble-fleet.js';
import { deadLettersInMemory } from '../replay-dead-letters/testing/dead-letters-in-memory.js';
import { type BusinessDoors, startBusiness } from '../start-business.js';

type Ports = Pick<
  BusinessParts,
  'openStore' | 'outbox' | 'leaseMs' | 'publisher' | 'clock' | 'bus' | 'ephemeral' | 'hot'
> &
  Partial<Pick<BusinessParts, 'fleet' | 'paymentVerifier' | 'applications' | 'letters'>>;

export interface UnderTestOptions {
  readonly rules?: Partial<BusinessParts['rules']>;
  readonly readiness?: readonly ReadinessCheck[];
  /** Silent by default. */
  readonly logger?: Logger;
  readonly doors?: Partial<BusinessDoors>;
}

/** Keys that only tests know. */
export const KEY = 'the-key-of-client-one';
export const OTHER_KEY = 'the-key-of-client-two';
export const PUBLIC_KEY = 'the-key-of-a-page';
export const OPS_KEY = 'the-key-of-operators';

const key = (seed: number): Uint8Array => new Uint8Array(32).fill(seed);

export const signer = new CallSigner([Buffer.from(key(7)).toString('base64')]);

/** Opens what was sealed for a partner. */
export const partnerSealers = new Map(
  PARTNERS.map(({ id }, at) => [id, new Sealer([{ id, bytes: key(100 + at) }])] as const),
);

/** So generous that no test meets its end by chance. */
const PLAN: UsagePlan = { ratePerSecond: 100_000, burst: 100_000, perDay: 1_000_000, creationsPerSecond: null };

const CLIENTS: Readonly<Record<string, ApiClient>> = {
  [KEY]: { id: 'client-one', kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: PLAN },
  [OTHER_KEY]: { id: 'client-two', kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: PLAN },
  [PUBLIC_KEY]: { id: 'page', kind: 'PUBLIC', scopes: ['quotes'], plan: PLAN },
  [OPS_KEY]: { id: 'operators', kind: 'CONFIDENTIAL', scopes: ['ops'], plan: PLAN },
};

/** A directory of clients by their keys. */
export const directoryOf = (clients: Readonly<Record<string, ApiClient>>, clock: Clock): ClientDirectory =>
  new ClientDirectory({
    fixed: new Map(Object.entries(clients).map(([key, client]) => [hashOfKey(key), client])),
    store: null,
    clock,
  });

/** What replicas know of partners, in memory. */
export function fleetInMemory(clock: Clock): FleetPart & { readonly store: InMemoryFleet } {
  const store = new InMemoryFleet(clock);
  return { store, counts: store, audit: store, time: { ask: async () => clock.now() } };
}

/** The whole service on loopback, on the ports given. */
export async function startUnderTest(
  ports: Ports,
  { rules, readiness = [], logger = createLogger('business-under-test', 'silent'), doors = {} }: UnderTestOptions = {},
) {
  const service = await startBusiness(
    {
      fleet: fleetInMemory(ports.clock),
      letters: deadLettersInMemory(ports.clock),
      applications: new InMemoryApplicationStore({ clock: ports.clock, outbox: new InMemoryOutbox(ports.clock) }),
      paymentVerifier: new DevelopmentPaymentVerifier(),
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
      logger,
    },
    {
      clients: directoryOf(CLIENTS, ports.clock),
      meter: new LocalUsageMeter(ports.clock),
      load: { inWork: 100, waiting: 1_000, waitMs: 5_000 },
      corsOrigins: [],
      trustedProxyHops: 0,
      readiness,
      publicPort: 0,
      internalPort: 0,
      host: '127.0.0.1',
      ...doors,
    },
  );
  return {
    api: `http://127.0.0.1:${service.ports.public}`,
    internal: `http://127.0.0.1:${service.ports.internal}`,
    stop: () => service.stop(),
  };
}

export type BusinessUnderTest = Awaited<ReturnType<typeof startUnderTest>>;
