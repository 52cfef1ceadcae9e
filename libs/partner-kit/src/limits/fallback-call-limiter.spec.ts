import type { CallLimiter, CallLimits } from '@app/ports';
import { callLimiterContract, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FallbackCallLimiter } from './fallback-call-limiter.js';
import { InProcessCallLimiter } from './in-process-call-limiter.js';

const LIMITS: CallLimits = { rateLimit: { requests: 3, windowMs: 10_000 }, sessions: null };
const CALL = { requests: 1, holdMs: 60_000 };
const MORE_THAN_ASKED_AGAIN_MS = 1_001;

/** A shared limiter that can be taken away. */
class SharedLimiter implements CallLimiter {
  isAway = false;
  asked = 0;

  constructor(private readonly inner: CallLimiter) {}

  acquire(...call: Parameters<CallLimiter['acquire']>) {
    this.asked += 1;
    return this.isAway ? Promise.reject(new Error('away')) : this.inner.acquire(...call);
  }
}

callLimiterContract(async (limits) => {
  const clock = new ManualClock();
  const shared = new InProcessCallLimiter(limits, clock);
  const replica = () => {
    const own = new InProcessCallLimiter(limits, clock);
    return new FallbackCallLimiter({ shared, own, clock, onChange: () => undefined });
  };
  return { one: replica(), other: replica(), pass: async (ms) => clock.advance(ms), close: async () => undefined };
});

describe('limits whose shared limiter goes away', () => {
  let clock: ManualClock;
  let shared: SharedLimiter;
  let told: string[];

  beforeEach(() => {
    clock = new ManualClock();
    shared = new SharedLimiter(new InProcessCallLimiter(LIMITS, clock));
    told = [];
  });

  const replica = () =>
    new FallbackCallLimiter({
      shared,
      own: new InProcessCallLimiter(LIMITS, clock),
      clock,
      onChange: (what) => told.push(what),
    });

  const admits = async (limiter: CallLimiter) => (await limiter.acquire(CALL)).ok;

  it('are kept by this replica alone meanwhile, and that is told once', async () => {
    shared.isAway = true;
    const limiter = replica();
    for (const expected of [true, true, true, false]) expect(await admits(limiter)).toBe(expected);
    expect(told).toEqual(['LOST']);
  });

  it('give this replica no second window, neither when it goes nor when it is back', async () => {
    const limiter = replica();
    expect(await admits(limiter)).toBe(true);
    shared.isAway = true;
    for (const expected of [true, true, false]) expect(await admits(limiter)).toBe(expected);
    shared.isAway = false;
    clock.advance(MORE_THAN_ASKED_AGAIN_MS);
    expect(await admits(limiter)).toBe(false);
  });

  it('are shared again by themselves', async () => {
    const [one, other] = [replica(), replica()];
    shared.isAway = true;
    await admits(one);
    shared.isAway = false;
    clock.advance(10_000);
    for (const expected of [true, true]) expect(await admits(one)).toBe(expected);
    for (const expected of [true, false]) expect(await admits(other)).toBe(expected);
    expect(told).toEqual(['LOST', 'BACK']);
  });

  it('cost nobody the time to find it silent, but for one call a second', async () => {
    shared.isAway = true;
    const limiter = replica();
    await admits(limiter);
    await admits(limiter);
    expect(shared.asked).toBe(1);
    clock.advance(MORE_THAN_ASKED_AGAIN_MS);
    await admits(limiter);
    expect(shared.asked).toBe(2);
  });
});
