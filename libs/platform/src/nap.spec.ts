import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Nap } from './nap.js';

describe('a nap', () => {
  let clock: ManualClock;
  let nap: Nap;
  beforeEach(() => {
    clock = new ManualClock();
    nap = new Nap(clock);
  });

  it('ends when its time is over, when the sleeper is woken, and when it is to stop', async () => {
    const inTime = nap.sleep(1_000);
    clock.advance(1_000);
    await inTime;
    const woken = nap.sleep(1_000);
    nap.wake();
    await woken;
    const stopping = new AbortController();
    const stopped = nap.sleep(1_000, stopping.signal);
    stopping.abort('stopping');
    await stopped;
    expect(clock.sleeping).toBe(0);
  });

  it('does not begin where the sleeper was woken before it, once', async () => {
    nap.wake();
    await nap.sleep(1_000);
    void nap.sleep(1_000);
    expect(clock.sleeping).toBe(1);
  });

  it('begins all the same where only sleepers were to be woken', async () => {
    nap.wakeIfAsleep();
    const sleep = nap.sleep(1_000);
    expect(clock.sleeping).toBe(1);
    nap.wakeIfAsleep();
    await sleep;
  });
});
