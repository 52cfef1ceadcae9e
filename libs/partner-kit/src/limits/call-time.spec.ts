import { eventually, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { endedEarlier, isWorthAsking, LimitedTime, timeOf, whileAnybodyWaits } from './call-time.js';

const forEver = new AbortController().signal;

describe('the limited time of a call', () => {
  let clock: ManualClock;

  beforeEach(() => {
    clock = new ManualClock();
  });

  function timeOfCall({ leftMs = 20_000, timeoutMs = 8_000 as number | undefined, caller = forEver } = {}) {
    const deadline = new Date(clock.now().getTime() + leftMs);
    return new LimitedTime({ clock, deadline, timeoutMs, caller });
  }

  const over = (time: LimitedTime) => eventually(() => expect(time.signal.aborted).toBe(true));

  /** Whoever watches the time has looked at it again, and sleeps on. */
  const stillRuns = async (time: LimitedTime) => {
    await eventually(() => expect(clock.sleeping).toBe(1));
    expect(time.signal.aborted).toBe(false);
  };

  it('is over when the partner has had its timeout', async () => {
    const time = timeOfCall();
    clock.advance(7_999);
    await stillRuns(time);
    expect(time.leftMs()).toBe(1);
    clock.advance(1);
    await over(time);
  });

  it('does not count what stood still', async () => {
    const time = timeOfCall();
    for (const [workedMs, waitedMs] of [
      [3_000, 1_900],
      [3_000, 1_200],
    ] as const) {
      clock.advance(workedMs);
      const goOn = time.standStill();
      clock.advance(waitedMs);
      goOn();
    }
    expect([time.leftMs(), time.waitedMs()]).toEqual([2_000, 3_100]);
    clock.advance(1_999);
    await stillRuns(time);
    clock.advance(1);
    await over(time);
  });

  it('counts waits that overlap once', () => {
    const time = timeOfCall();
    const first = time.standStill();
    clock.advance(100);
    const second = time.standStill();
    clock.advance(100);
    first();
    clock.advance(100);
    second();
    clock.advance(100);
    expect([time.leftMs(), time.waitedMs()]).toEqual([7_900, 300]);
  });

  it('is over at the deadline, even while it stands still', async () => {
    const time = timeOfCall();
    time.standStill();
    clock.advance(19_999);
    await stillRuns(time);
    clock.advance(1);
    await over(time);
  });

  it('is the deadline’s alone where nobody has told a timeout', async () => {
    const time = new LimitedTime({
      clock,
      deadline: new Date(clock.now().getTime() + 20_000),
      timeoutMs: undefined,
      caller: forEver,
    });
    clock.advance(19_999);
    await stillRuns(time);
    clock.advance(1);
    await over(time);
  });

  it('is over when the caller has gone', () => {
    const caller = new AbortController();
    const time = timeOfCall({ caller: caller.signal });
    caller.abort();
    expect(time.signal.aborted).toBe(true);
  });

  it('is watched no more when the call has ended', () => {
    const time = timeOfCall();
    time.end();
    expect(clock.sleeping).toBe(0);
  });

  it('is worth an exchange while a tenth of a second is left', () => {
    const time = timeOfCall();
    clock.advance(7_900);
    expect(isWorthAsking(time.signal)).toBe(true);
    clock.advance(1);
    expect(isWorthAsking(time.signal)).toBe(false);
  });

  it('goes with a signal that another one may end earlier', () => {
    const time = timeOfCall();
    const settled = new AbortController();
    const signal = endedEarlier(time.signal, settled.signal);
    expect(timeOf(signal)).toBe(time);
    settled.abort();
    expect([signal.aborted, time.signal.aborted]).toEqual([true, false]);
  });

  describe('of several calls in one exchange', () => {
    it('is the longest of theirs, and stands still for all', () => {
      const [short, long] = [timeOfCall({ timeoutMs: 500 }), timeOfCall({ leftMs: 30_000 })];
      const time = timeOf(whileAnybodyWaits([short.signal, long.signal]));
      expect([time?.leftMs(), time?.endsBy]).toEqual([8_000, long.endsBy]);
      const goOn = time?.standStill();
      clock.advance(400);
      goOn?.();
      expect([short.leftMs(), long.leftMs(), time?.waitedMs()]).toEqual([500, 8_000, 400]);
    });

    it('is over when nobody waits any more', async () => {
      const [short, long] = [timeOfCall({ timeoutMs: 500 }), timeOfCall()];
      const signal = whileAnybodyWaits([short.signal, long.signal]);
      clock.advance(500);
      await over(short);
      expect(signal.aborted).toBe(false);
      clock.advance(7_500);
      await over(long);
      expect(signal.aborted).toBe(true);
    });
  });
});
