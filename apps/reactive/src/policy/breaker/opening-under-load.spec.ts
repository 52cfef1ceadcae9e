import { ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { callPolicyOn } from '../../testing/call-policy-on-clock.js';
import {
  type Behaviour,
  declinedReply,
  failureReply,
  partnerWith,
  passTime,
  type SettingsOfPartner,
} from '../../testing/partner-on-clock.js';

const TIMEOUT_MS = 8_000;
const well: Behaviour = { afterMs: 400, reply: declinedReply };

/** A partner under steady load, which begins to hang after some time and is well again later. */
async function underLoad(perSecond: number, wellForMs: number, settings: SettingsOfPartner = {}) {
  const [clock, partner] = [new ManualClock(), partnerWith({ timeoutMs: TIMEOUT_MS, ...settings })];
  const opened: number[] = [];
  const closed: number[] = [];
  const { ask, gateway } = callPolicyOn(clock, partner, {
    random: () => 0.5,
    onBreakerChange: (_partner, _operation, state) => {
      if (state === 'OPEN') opened.push(clock.now().getTime());
      if (state === 'CLOSED') closed.push(clock.now().getTime());
    },
  });
  let asked = 0;
  let answered = 0;
  const load = async (ms: number) => {
    const stepMs = 1_000 / perSecond;
    for (let passed = 0; passed < ms; passed += stepMs) {
      asked += 1;
      void ask().then(() => {
        answered += 1;
      });
      await passTime(clock, stepMs, stepMs);
    }
  };
  gateway.behaviour = () => well;
  await load(wellForMs);
  const hangsFrom = clock.now().getTime();
  gateway.behaviour = () => 'HANGS';
  return { clock, gateway, load, opened, closed, hangsFrom, counts: () => ({ asked, answered }) };
}

describe('a partner that hangs under load', () => {
  it.each([
    { perSecond: 5, wellForMs: 0 },
    { perSecond: 5, wellForMs: 30_000 },
    { perSecond: 10, wellForMs: 30_000 },
    { perSecond: 20, wellForMs: 30_000 },
    { perSecond: 50, wellForMs: 0 },
    { perSecond: 50, wellForMs: 30_000 },
  ])(
    'meets an open breaker within its timeout and two seconds: $perSecond calls a second, well for $wellForMs ms',
    async (load) => {
      const partner = await underLoad(load.perSecond, load.wellForMs);
      await partner.load(TIMEOUT_MS + 2_000);
      expect((partner.opened[0] ?? Number.NaN) - partner.hangsFrom).toBeLessThanOrEqual(TIMEOUT_MS + 2_000);
    },
  );

  it.each([
    ['few places', 5, { concurrency: 2, breaker: { hangingCalls: 2 } }],
    ['a low limit', 2, { breaker: { hangingCalls: 4 } }],
  ])('meets it as soon behind %s', async (_, perSecond, settings) => {
    const partner = await underLoad(perSecond, 30_000, settings);
    await partner.load(TIMEOUT_MS + 2_000);
    expect((partner.opened[0] ?? Number.NaN) - partner.hangsFrom).toBeLessThanOrEqual(TIMEOUT_MS + 2_000);
  });

  it('sees one probe at a time from then on, and costs nobody more than its answer', async () => {
    const partner = await underLoad(50, 10_000);
    await partner.load(TIMEOUT_MS + 10_000);
    const [before, { answered, asked }] = [partner.gateway.calls.length, partner.counts()];
    expect(asked - answered).toBeLessThanOrEqual(2);
    await partner.load(60_000);
    expect(partner.gateway.calls.length - before).toBeLessThanOrEqual(12);
    expect(partner.gateway.inFlight).toBeLessThanOrEqual(2);
  });

  it('is called again soon after it is well', async () => {
    const partner = await underLoad(20, 10_000);
    await partner.load(30_000);
    partner.gateway.behaviour = () => well;
    const healedAt = partner.clock.now().getTime();
    await partner.load(15_000);
    expect((partner.closed[0] ?? Number.NaN) - healedAt).toBeLessThanOrEqual(10_000);
    expect(partner.opened.filter((at) => at > healedAt + 6_000)).toEqual([]);
  });

  it('that only fails is called again within the time that the registry gives', async () => {
    const partner = await underLoad(20, 0);
    partner.gateway.behaviour = () => ({ afterMs: 0, reply: failureReply('UNAVAILABLE', { retryable: true }) });
    await partner.load(20_000);
    partner.gateway.behaviour = () => ({ afterMs: 50, reply: declinedReply });
    const healedAt = partner.clock.now().getTime();
    await partner.load(10_000);
    expect((partner.closed[0] ?? Number.NaN) - healedAt).toBeLessThanOrEqual(5_000);
  });
});
