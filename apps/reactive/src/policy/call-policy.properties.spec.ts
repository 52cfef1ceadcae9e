import type { PartnerReply } from '@app/contracts';
import { ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callPolicyOn } from '../testing/call-policy-on-clock.js';
import {
  type Behaviour,
  declinedReply,
  failureReply,
  moment,
  partnerWith,
  passTime,
} from '../testing/partner-on-clock.js';

/** The clock moves in steps of this, in milliseconds: nothing happens earlier than it should, or later by more. */
const STEP_MS = 50;

const reply: fc.Arbitrary<PartnerReply> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(declinedReply) },
  fc.constantFrom('UNAVAILABLE', 'TIMEOUT', 'PROTOCOL').map((category) => failureReply(category, { retryable: true })),
  fc.constantFrom('PARTNER_INTERNAL', 'VALIDATION').map((category) => failureReply(category)),
  fc
    .integer({ min: 0, max: 6_000 })
    .map((retryAfterMs) => failureReply('RATE_LIMITED', { retryable: true, retryAfterMs })),
);

const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ afterMs: fc.integer({ min: 0, max: 300 }), reply }) },
  { weight: 2, arbitrary: fc.record({ afterMs: fc.integer({ min: 0, max: 9_000 }), reply }) },
  { weight: 1, arbitrary: fc.constant<Behaviour>('HANGS') },
);

/** Long spells of the same behaviour open and close breakers; single ones mix everything with everything. */
const behaviours = fc
  .array(fc.record({ behaviour, times: fc.integer({ min: 1, max: 15 }) }), { minLength: 1, maxLength: 30, size: 'max' })
  .map((spells) => spells.flatMap((spell) => Array<Behaviour>(spell.times).fill(spell.behaviour)));

const arrival = fc.record({
  afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600 })),
  leftMs: fc.integer({ min: 1, max: 20_000 }),
});

const scenario = fc.record({
  arrivals: fc.array(arrival, { minLength: 1, maxLength: 80, size: 'max' }),
  behaviours,
  concurrency: fc.integer({ min: 1, max: 6 }),
  minimumCalls: fc.integer({ min: 2, max: 10 }),
  hangingCalls: fc.integer({ min: 1, max: 6 }),
  probeAfterMs: fc.integer({ min: 100, max: 5_000 }),
  probes: fc.integer({ min: 1, max: 3 }),
  hedging: fc.boolean(),
  randoms: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 20 }),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

async function play({ arrivals, behaviours, concurrency, hedging, randoms, ...breaker }: Scenario) {
  const clock = new ManualClock();
  const partner = partnerWith({ concurrency, hedging, breaker });
  let drawn = 0;
  const states = new Set<string>();
  const { ask, gateway, operation } = callPolicyOn(clock, partner, {
    hedgeQuotes: true,
    random: () => randoms[drawn++ % randoms.length] ?? 0,
    onBreakerChange: (_partner, _operation, state) => states.add(state),
  });
  gateway.behaviour = (call) => behaviours[call % behaviours.length] ?? 'HANGS';
  const lateMs: number[] = [];
  const attempts: number[] = [];
  for (const { afterMs, leftMs } of arrivals) {
    await passTime(clock, afterMs, STEP_MS);
    const deadline = clock.now().getTime() + leftMs;
    void ask(leftMs).then((result) => {
      lateMs.push(clock.now().getTime() - deadline);
      attempts.push(result?.attempts ?? 0);
    });
  }
  await passTime(clock, 20_000 + STEP_MS, STEP_MS);
  await moment();
  return { gateway, operation, lateMs, attempts, clock, states };
}

describe('the call policy, whatever a partner does and whenever', () => {
  it('keeps its promises', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const { attempts, clock, gateway, lateMs, operation, states } = await play(given);
        for (const state of states) seen.add(state);
        // Every caller gets one reply, and nobody waits past its deadline.
        expect(lateMs).toHaveLength(given.arrivals.length);
        expect(Math.max(...lateMs)).toBeLessThanOrEqual(STEP_MS);
        // Every call is somebody's attempt.
        expect(attempts.reduce((sum, calls) => sum + calls, 0)).toBe(gateway.calls.length);
        expect(gateway.mostInFlight).toBeLessThanOrEqual(given.concurrency);
        // The retry budget holds.
        const answers = given.arrivals.length;
        expect(gateway.calls.length).toBeLessThanOrEqual(given.arrivals.length + 10 + answers / 10);
        // Nothing is lost, nothing left behind.
        const left = { places: operation.places.inUse, waiting: operation.places.waiting, sleeping: clock.sleeping };
        expect({ ...left, inFlight: gateway.inFlight }).toEqual({ places: 0, waiting: 0, sleeping: 0, inFlight: 0 });
      }),
      { numRuns: 150 },
    );
    // Breakers did open and probe on the way.
    expect([...seen]).toEqual(expect.arrayContaining(['OPEN', 'HALF_OPEN']));
  }, 60_000);

  it('spends no more than its retry budget on a partner that is dying', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 30 }), async (asks, wellFor) => {
        const failure: Behaviour = { afterMs: 10, reply: failureReply('UNAVAILABLE', { retryable: true }) };
        const { gateway } = await play({
          arrivals: Array.from({ length: asks }, () => ({ afterMs: 50, leftMs: 20_000 })),
          behaviours: [
            ...Array<Behaviour>(wellFor).fill({ afterMs: 10, reply: declinedReply }),
            ...Array<Behaviour>(1_000).fill(failure),
          ],
          concurrency: 25,
          // The breaker stays out of it.
          minimumCalls: 100_000,
          hangingCalls: 100_000,
          probeAfterMs: 5_000,
          probes: 3,
          hedging: false,
          randoms: [0.5],
        });
        const answered = Math.min(asks, wellFor);
        expect(gateway.calls.length).toBeLessThanOrEqual(asks + 10 + answered / 10);
        expect(gateway.calls.length).toBeLessThanOrEqual(asks * 1.1 + 10);
        // The bucket is there to be used.
        if (asks - wellFor > 10) expect(gateway.calls.length).toBeGreaterThanOrEqual(asks + 10);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
