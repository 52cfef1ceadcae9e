import { randomUUID } from 'node:crypto';
import type { UsageLimit, UsageMeter, UsageVerdict } from '@app/ports';
import { beforeEach, describe, expect, it } from '@jest/globals';

export interface MeterUnderTest {
  readonly meter: UsageMeter;
  /** Lets time pass on the meter's clock. */
  pass(ms: number): Promise<void>;
}

const WINDOW_MS = 400;

/** Time as the test sees it, on a clock that it moves and on one that moves by itself: never less than has passed. */
class TestTime {
  private passedMs = 0;
  private readonly startedAt = performance.now();

  constructor(private readonly under: MeterUnderTest) {}

  async pass(ms: number): Promise<void> {
    await this.under.pass(ms);
    this.passedMs += ms;
  }

  nowMs(): number {
    return Math.max(this.passedMs, performance.now() - this.startedAt);
  }
}

interface AllowedUse {
  readonly notBefore: number;
  readonly notAfter: number;
}

const allowed = expect.objectContaining({ allowed: true });
const refused = expect.objectContaining({ allowed: false });

const stateOf = ({ states }: UsageVerdict, at = 0) => {
  const state = states[at];
  if (state === undefined) throw new Error(`There is no state ${at}`);
  return state;
};

/** The obligations of `UsageMeter`; every implementation passes all of them, also when the suites share one counter. */
export function usageMeterContract(makeMeter: () => Promise<MeterUnderTest>): void {
  describe('a meter of usage', () => {
    let meter: UsageMeter;
    let time: TestTime;
    let burst: UsageLimit;

    beforeEach(async () => {
      const under = await makeMeter();
      meter = under.meter;
      time = new TestTime(under);
      burst = { name: 'burst', key: randomUUID(), quota: 5, windowMs: WINDOW_MS };
    });

    const useUp = async (limit: UsageLimit): Promise<UsageVerdict> => {
      for (let used = 0; used < limit.quota; used += 1) await meter.use([limit]);
      return meter.use([limit]);
    };

    it('allows a whole quota at once, says what is left, and then no more', async () => {
      for (const remaining of [4, 3, 2, 1, 0]) {
        const verdict = await meter.use([burst]);
        expect(verdict).toEqual({
          allowed: true,
          states: [{ ...burst, remaining, resetMs: expect.any(Number) }],
        });
      }
      expect(await meter.use([burst])).toEqual({
        allowed: false,
        states: [{ ...burst, remaining: 0, resetMs: expect.any(Number) }],
      });
    });

    it('says when the next use is possible, and keeps to it', async () => {
      const { resetMs } = stateOf(await useUp(burst));
      expect(resetMs).toBeGreaterThan(0);
      expect(resetMs).toBeLessThanOrEqual(1.2 * WINDOW_MS);
      await time.pass(resetMs);
      expect(await meter.use([burst])).toEqual(allowed);
    });

    it('never allows more than the quota in any window, however the uses are spread', async () => {
      const uses: AllowedUse[] = [];
      for (const pause of [35, 370, 60, 130, 150, 0, 250, 390, 20, 410, 100, 90, 230, 405]) {
        await time.pass(pause);
        for (let attempt = 0; attempt < 3; attempt += 1) {
          const notBefore = time.nowMs();
          const verdict = await meter.use([burst]);
          if (verdict.allowed) uses.push({ notBefore, notAfter: time.nowMs() });
        }
      }
      expect(uses.length).toBeGreaterThan(2 * burst.quota);
      for (const [at, first] of uses.entries()) {
        const next = uses[at + burst.quota];
        if (next !== undefined) expect(next.notAfter - first.notBefore).toBeGreaterThanOrEqual(WINDOW_MS);
      }
    });

    it('allows no more than the quota of all who come at once', async () => {
      const verdicts = await Promise.all(Array.from({ length: 40 }, () => meter.use([burst])));
      expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(burst.quota);
    });

    it('counts nothing of a use that it refuses', async () => {
      await useUp(burst);
      await time.pass(WINDOW_MS / 2);
      for (let attempt = 0; attempt < 10; attempt += 1) expect(await meter.use([burst])).toEqual(refused);
      const { resetMs } = stateOf(await meter.use([burst]));
      expect(resetMs).toBeLessThan(WINDOW_MS);
      await time.pass(resetMs);
      expect(await meter.use([burst])).toEqual(allowed);
    });

    it('counts a use against all of its limits, or against none when one is exhausted', async () => {
      const day: UsageLimit = { name: 'day', key: burst.key, quota: 2, windowMs: 60_000 };
      await meter.use([burst, day]);
      const second = await meter.use([burst, day]);
      expect(second.allowed).toBe(true);
      expect(second.states).toMatchObject([
        { name: 'burst', remaining: 3 },
        { name: 'day', remaining: 0 },
      ]);
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await meter.use([burst, day])).toEqual(refused);
      expect(stateOf(await meter.use([burst, day])).remaining).toBe(3);
      expect(stateOf(await meter.use([burst])).remaining).toBe(2);
      expect(stateOf(await meter.use([day, burst]), 0)).toMatchObject({ name: 'day', remaining: 0 });
    });

    it('keeps apart what has another key, name or window', async () => {
      await useUp(burst);
      const others = [{ key: randomUUID() }, { name: 'other' }, { windowMs: 2 * WINDOW_MS }];
      for (const other of others) expect(await meter.use([{ ...burst, ...other }])).toEqual(allowed);
      expect(await meter.use([{ ...burst }])).toEqual(refused);
    });

    it('follows a quota that changes', async () => {
      await useUp(burst);
      const raised = await meter.use([{ ...burst, quota: 7 }]);
      expect(stateOf(raised)).toMatchObject({ quota: 7, remaining: 1 });
      const lowered = await meter.use([{ ...burst, quota: 3 }]);
      expect(lowered.allowed).toBe(false);
      expect(stateOf(lowered).remaining).toBe(0);
    });
  });
}
