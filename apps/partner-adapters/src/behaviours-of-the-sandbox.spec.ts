import { randomUUID } from 'node:crypto';
import { PARTNERS } from '@app/partner-registry';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { eventually } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workedRequest } from './testing/canonical-requests.js';
import { RunningAdapter } from './testing/running-adapter.js';

/** Long enough for E's job, and more than any partner here gets to itself. */
const DEADLINE_MS = 20_000;
const PLENTY_MS = 10_000;
const LITTLE_MS = 500;
/** A job of E takes seconds. */
const TEST_WITHIN_MS = 20_000;

/** What a behaviour of the sandbox is to us, and what the partner gets for its answer. */
const BEHAVIOURS: readonly [mode: string, timeoutMs: number, categories: readonly string[]][] = [
  ['down', PLENTY_MS, ['UNAVAILABLE']],
  ['hang', LITTLE_MS, ['TIMEOUT']],
  ['drip', LITTLE_MS, ['TIMEOUT']],
  ['reset', PLENTY_MS, ['TIMEOUT']],
  ['cut', PLENTY_MS, ['PROTOCOL']],
  ['garbled', PLENTY_MS, ['PROTOCOL']],
  // B has no words for a client that asks too often (partners.md B.5).
  ['rate-limited', PLENTY_MS, ['RATE_LIMITED', 'UNAVAILABLE']],
];

describe('a partner that fails', () => {
  let sandbox: RunningSandbox;
  const adapters = new Map<string, RunningAdapter>();

  beforeAll(async () => {
    sandbox = await startSandbox({ unlimitedPartners: PARTNERS.map(({ id }) => id) });
    for (const { id } of PARTNERS) adapters.set(id, await RunningAdapter.start(id, sandbox.url));
  });

  afterAll(async () => {
    for (const adapter of adapters.values()) await adapter.stop();
    await sandbox.stop();
  });

  async function behave(partner: string, behaviour: object): Promise<void> {
    const url = `${sandbox.url}/sandbox/partners/${partner}/behaviour`;
    const { status } = await fetch(url, { method: 'PUT', body: JSON.stringify(behaviour) });
    expect(status).toBe(200);
  }

  const ask = (partner: string, timeoutMs: number) => {
    const lines = PARTNERS.find(({ id }) => id === partner)?.lines ?? [];
    const example = lines.includes('motor-four-wheeler') ? 'm1' : 'h1';
    // Partners give the same answer to the same request.
    const request = { ...workedRequest(example), requestId: randomUUID() };
    return adapters.get(partner)?.ask(request, DEADLINE_MS, timeoutMs);
  };

  const quoteCalls = (partner: string) =>
    sandbox.calls().filter((call) => call.partner === partner && call.operation === 'quote').length;

  it.each(PARTNERS.flatMap(({ id }) => BEHAVIOURS.map((row) => [id, ...row] as const)))(
    '%s, told to be %s, is given %p ms, read as one of %p, and called once',
    async (partner, mode, timeoutMs, categories) => {
      await behave(partner, { mode });
      const before = quoteCalls(partner);
      const reply = await ask(partner, timeoutMs);
      expect(reply).toMatchObject({ outcome: 'FAILED', error: { retryable: true } });
      expect(categories).toContain(reply?.outcome === 'FAILED' && reply.error.category);
      await eventually(() => expect(quoteCalls(partner) - before).toBe(1));
      await behave(partner, { mode: 'normal' });
    },
    TEST_WITHIN_MS,
  );

  it.each(PARTNERS)(
    '$id, flapping, fails until it goes through, each time by one call',
    async ({ id }) => {
      await behave(id, { mode: 'flapping', failures: 1 });
      const before = quoteCalls(id);
      expect(await ask(id, PLENTY_MS)).toMatchObject({ outcome: 'FAILED', error: { category: 'UNAVAILABLE' } });
      expect(await ask(id, PLENTY_MS)).toMatchObject({ outcome: 'ANSWERED', status: 'QUOTED' });
      await eventually(() => expect(quoteCalls(id) - before).toBe(2));
      await behave(id, { mode: 'normal' });
    },
    TEST_WITHIN_MS,
  );

  it.each(PARTNERS)(
    '$id, healthy but slow, is waited for',
    async ({ id }) => {
      await behave(id, { mode: 'slow', delayMs: 300 });
      expect(await ask(id, PLENTY_MS)).toMatchObject({ outcome: 'ANSWERED', status: 'QUOTED' });
      await behave(id, { mode: 'normal' });
    },
    TEST_WITHIN_MS,
  );
});
