import { callLimiterContract, ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InProcessCallLimiter } from './in-process-call-limiter.js';

callLimiterContract(async (limits) => {
  const clock = new ManualClock();
  const limiter = new InProcessCallLimiter(limits, clock);
  return { one: limiter, other: limiter, pass: async (ms) => clock.advance(ms), close: async () => undefined };
});

const limits = fc.record({ requests: fc.integer({ min: 1, max: 6 }), windowMs: fc.integer({ min: 1, max: 50 }) });
const pausesMs = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 80 });
const CALL = { requests: 1, holdMs: 1_000 };

describe('the sliding window', () => {
  it('never holds more requests than allowed, wherever it begins', async () => {
    await fc.assert(
      fc.asyncProperty(limits, pausesMs, async (rateLimit, pauses) => {
        const clock = new ManualClock();
        const limiter = new InProcessCallLimiter({ rateLimit, sessions: null }, clock);
        const starts: number[] = [];
        for (const pause of pauses) {
          clock.advance(pause);
          if ((await limiter.acquire(CALL)).ok) starts.push(clock.now().getTime());
        }
        for (const begin of starts) {
          const within = starts.filter((start) => start >= begin && start < begin + rateLimit.windowMs);
          expect(within.length).toBeLessThanOrEqual(rateLimit.requests);
        }
      }),
    );
  });

  it('opens exactly when it said, not a millisecond sooner', async () => {
    await fc.assert(
      fc.asyncProperty(limits, pausesMs, async (rateLimit, pauses) => {
        const clock = new ManualClock();
        const limiter = new InProcessCallLimiter({ rateLimit, sessions: null }, clock);
        for (const pause of pauses) {
          clock.advance(pause);
          const refusal = limiter.refusal(1);
          if (refusal === undefined) await limiter.acquire(CALL);
          else {
            clock.advance(refusal.retryAfterMs - 1);
            expect(limiter.refusal(1)).toMatchObject({ retryAfterMs: 1 });
            clock.advance(1);
            expect((await limiter.acquire(CALL)).ok).toBe(true);
          }
        }
      }),
    );
  });
});
