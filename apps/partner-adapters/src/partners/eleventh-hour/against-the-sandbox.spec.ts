import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import type { PartnerReply } from '@app/contracts';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { healthRequestFor, termLifeRequestFor } from '../../testing/canonical-requests.js';
import { RunningAdapter } from '../../testing/running-adapter.js';

const E = 'eleventh-hour';

type HealthName = Parameters<typeof healthRequestFor>[0];
type TermName = Parameters<typeof termLifeRequestFor>[0];

/** rating.md §9. */
const HEALTH: readonly [HealthName, number][] = [
  ['h1', 1518607],
  ['h2', 1753307],
  ['h4', 2384639],
];
const TERM: readonly [TermName, number, object][] = [
  ['l1', 988400, { status: 'QUOTED', offers: [{ premium: { instalments: [] } }] }],
  ['l2', 1326456, { status: 'QUOTED', offers: [{ premium: { instalments: [{ count: 12, amountMinor: 110538 }] } }] }],
  ['l3', 5731500, { status: 'REFERRED', offers: [{ referralReasons: [{ code: 'EH-R2' }] }] }],
];

/** What a magic value does to a quote (partners.md 0.5), as we see it. */
const MAGIC: readonly [name: string, nn: string, reply: object][] = [
  ['DECLINE', '01', { status: 'DECLINED', declines: [{ source: 'PARTNER', category: 'OTHER' }] }],
  ['REFER', '02', { status: 'REFERRED', offers: [{ bindable: false, quality: 'INDICATIVE' }] }],
  ['DOWN', '03', { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } }],
  ['HANG', '05', { outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } }],
  ['BROKEN', '06', { outcome: 'FAILED', error: { category: 'PARTNER_INTERNAL', retryable: false } }],
  ['GARBLED', '07', { outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: true } }],
  ['PRICE_CHANGED', '08', { status: 'QUOTED', offers: [{ bindable: true }] }],
  ['DUP_WEBHOOK', '13', { status: 'QUOTED', offers: [{ bindable: true }] }],
];

/** Jobs take seconds: all of them run at once, each as a request of its own. */
const WITHIN_MS = 7_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has this kind of address.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const magic = (nn: string) => {
  const request = healthRequestFor('h1', { pincode: `4195${nn}` });
  return { ...request, proposer: { ...request.proposer, pincode: `4195${nn}` } };
};

describe('Eleventh Hour against the sandbox', () => {
  let sandbox: RunningSandbox;
  const adapters: RunningAdapter[] = [];
  const replies = new Map<string, PartnerReply>();

  async function askAll(way: string, adapter: RunningAdapter): Promise<void> {
    const requests = [
      ...HEALTH.map(([name]) => [name, healthRequestFor(name)] as const),
      ...TERM.map(([name]) => [name, termLifeRequestFor(name)] as const),
      ...MAGIC.map(([name, nn]) => [name, magic(nn)] as const),
    ];
    const asked = requests.map(async ([name, request]) => {
      const reply = await adapter.ask({ ...request, requestId: randomUUID() }, WITHIN_MS);
      replies.set(`${way} ${name}`, reply);
    });
    await Promise.all(asked);
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ unlimitedPartners: [E] });
    const port = await freePort();
    const own = { PARTNER_ELEVENTH_HOUR_LIMITS: 'off' };
    const webhook = `http://127.0.0.1:${port}/webhooks/eleventh-hour`;
    const pushed = { ...own, INTERNAL_PORT: String(port), PARTNER_ELEVENTH_HOUR_WEBHOOK_URL: webhook };
    const [polling, pushing] = [
      await RunningAdapter.start(E, sandbox.url, { env: own }),
      await RunningAdapter.start(E, sandbox.url, { env: pushed }),
    ];
    adapters.push(polling, pushing);
    await Promise.all([askAll('polled', polling), askAll('pushed', pushing)]);
  }, 20_000);

  afterAll(async () => {
    for (const adapter of adapters) await adapter.stop();
    await sandbox.stop();
  });

  describe.each(['polled', 'pushed'])('%s', (way) => {
    it.each(HEALTH)('prices %s at %p paise', (name, totalMinor) => {
      expect(replies.get(`${way} ${name}`)).toMatchObject({ status: 'QUOTED', offers: [{ premium: { totalMinor } }] });
    });

    it.each(TERM)('prices %s at %p paise', (name, totalMinor, reply) => {
      expect(replies.get(`${way} ${name}`)).toMatchObject(reply);
      expect(replies.get(`${way} ${name}`)).toMatchObject({ offers: [{ premium: { totalMinor } }] });
    });

    it.each(MAGIC)('reads %s (%s) as it is meant', (name, _nn, reply) => {
      expect(replies.get(`${way} ${name}`)).toMatchObject(reply);
    });
  });
});
