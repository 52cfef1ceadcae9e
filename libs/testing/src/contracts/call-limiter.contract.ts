import type { CallLimiter, CallLimits } from '@app/ports';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../eventually.js';

/** Two holders of the same limits, in one process or in two, and what the suite must be able to do to them. */
export interface LimiterUnderTest {
  readonly one: CallLimiter;
  readonly other: CallLimiter;
  /** Lets time pass on the limiter's clock. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export type MakeLimiter = (limits: CallLimits) => Promise<LimiterUnderTest>;

const CALL = { requests: 1, holdMs: 60_000 };
const WINDOW_MS = 400;
const RATE: CallLimits = { rateLimit: { requests: 5, windowMs: WINDOW_MS }, sessions: null };
const SESSIONS: CallLimits = { rateLimit: null, sessions: 2 };

const admitted = expect.objectContaining({ ok: true });
const rateIsFull = { ok: false, error: { full: 'RATE', retryAfterMs: expect.any(Number) } };
const sessionsAreFull = { ok: false, error: { full: 'SESSIONS', retryAfterMs: expect.any(Number) } };

/** The obligations of `CallLimiter`; every implementation passes all of them. */
export function callLimiterContract(makeLimiter: MakeLimiter): void {
  describe('a limiter of calls', () => {
    let under: LimiterUnderTest;

    afterEach(() => under.close());

    const start = async (limits: CallLimits) => {
      under = await makeLimiter(limits);
      return under;
    };

    it('admits as many requests as a window may hold, whoever asks, and says when the next may start', async () => {
      const { one, other, pass } = await start(RATE);
      for (const limiter of [one, other, one, other, one]) expect(await limiter.acquire(CALL)).toEqual(admitted);
      const answer = await other.acquire(CALL);
      expect(answer).toEqual(rateIsFull);
      const waitMs = answer.ok ? 0 : answer.error.retryAfterMs;
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(WINDOW_MS);
      await pass(waitMs);
      expect(await other.acquire(CALL)).toEqual(admitted);
    });

    it('admits no more than that of all who ask at once', async () => {
      const { one, other } = await start(RATE);
      const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? one : other).acquire(CALL)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    });

    it('counts a request for the whole window, however soon its call has ended', async () => {
      const { one } = await start(RATE);
      for (let n = 0; n < 5; n += 1) {
        const lease = await one.acquire(CALL);
        if (lease.ok) lease.value.release();
      }
      expect(await one.acquire(CALL)).toEqual(rateIsFull);
    });

    it('counts each request of a batch, and nothing of one that it refuses', async () => {
      const { one } = await start(RATE);
      expect(await one.acquire({ ...CALL, requests: 3 })).toEqual(admitted);
      expect(await one.acquire({ ...CALL, requests: 3 })).toEqual(rateIsFull);
      expect(await one.acquire({ ...CALL, requests: 2 })).toEqual(admitted);
    });

    it('admits a batch that is larger than the limit when the window is empty', async () => {
      const { one } = await start(RATE);
      expect(await one.acquire({ ...CALL, requests: 7 })).toEqual(admitted);
      expect(await one.acquire(CALL)).toEqual(rateIsFull);
    });

    it('lets pass what the partner does not count', async () => {
      const { one } = await start(RATE);
      expect(await one.acquire({ ...CALL, requests: 5 })).toEqual(admitted);
      expect(await one.acquire({ ...CALL, requests: 0 })).toEqual(admitted);
    });

    it('keeps no more sessions open than allowed, whoever holds them', async () => {
      const { one, other } = await start(SESSIONS);
      const first = await one.acquire(CALL);
      expect(await other.acquire(CALL)).toEqual(admitted);
      expect(await one.acquire(CALL)).toEqual(sessionsAreFull);
      if (first.ok) first.value.release();
      await eventually(async () => expect(await other.acquire(CALL)).toEqual(admitted));
    });

    it('frees one session for one call that has ended, however often that is said', async () => {
      const { one } = await start(SESSIONS);
      const first = await one.acquire(CALL);
      await one.acquire(CALL);
      if (first.ok) for (let n = 0; n < 3; n += 1) first.value.release();
      await eventually(async () => expect(await one.acquire(CALL)).toEqual(admitted));
      expect(await one.acquire(CALL)).toEqual(sessionsAreFull);
    });

    it('ends the session of a holder that was killed', async () => {
      const { one, other, pass } = await start(SESSIONS);
      for (let n = 0; n < 2; n += 1) await one.acquire({ ...CALL, holdMs: 200 });
      const answer = await other.acquire(CALL);
      expect(answer).toEqual(sessionsAreFull);
      await pass(answer.ok ? 0 : answer.error.retryAfterMs);
      expect(await other.acquire(CALL)).toEqual(admitted);
    });

    it('keeps both limits, and counts nothing of a call that one of them refuses', async () => {
      const { one } = await start({ ...RATE, sessions: 1 });
      const first = await one.acquire(CALL);
      for (let n = 0; n < 10; n += 1) expect(await one.acquire(CALL)).toEqual(sessionsAreFull);
      if (first.ok) first.value.release();
      await eventually(async () => expect(await one.acquire({ ...CALL, requests: 4 })).toEqual(admitted));
      expect(await one.acquire(CALL)).toEqual(rateIsFull);
    });

    it('admits everything where there is no limit', async () => {
      const { one } = await start({ rateLimit: null, sessions: null });
      for (let n = 0; n < 50; n += 1) expect(await one.acquire(CALL)).toEqual(admitted);
    });
  });
}
