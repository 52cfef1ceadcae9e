import { wantedAttemptQuestion } from '@app/contracts';
import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { IssuanceCallbackInMemory } from '../testing/issuing-in-memory.js';
import { moment, passTime } from '../testing/partner-on-clock.js';
import { BusinessAvailability } from './business-availability.js';

const NOBODYS = { applicationId: '00000000-0000-0000-0000-000000000000', attempt: 1 };
const ANY_NUMBER = Number.POSITIVE_INFINITY;

describe('whether the business service is there for messages about policies', () => {
  let clock: ManualClock;
  let callback: IssuanceCallbackInMemory;
  let chance: number;
  let changes: number;
  let availability: BusinessAvailability;
  beforeEach(() => {
    clock = new ManualClock();
    callback = new IssuanceCallbackInMemory();
    callback.isWantedNow = () => Promise.reject(new Error('no route'));
    chance = 0;
    changes = 0;
    availability = new BusinessAvailability({ issuanceCallback: callback, clock, random: () => chance });
    availability.whenChanged(() => {
      changes += 1;
    });
  });

  const comesBack = () => {
    callback.isWantedNow = async () => false;
  };

  /** As a gate does until it is back. */
  function wait(stopping = new AbortController()) {
    const waiting = async () => {
      while (!stopping.signal.aborted && availability.isAway) await availability.untilAsked(stopping.signal);
    };
    void waiting();
    return stopping;
  }

  /** The times between its questions, in seconds, until so many were asked. */
  async function gaps(count: number): Promise<number[]> {
    availability.failed();
    let last = clock.now().getTime();
    const found: number[] = [];
    callback.isWantedNow = () => {
      found.push((clock.now().getTime() - last) / 1_000);
      last = clock.now().getTime();
      return Promise.reject(new Error('no route'));
    };
    const stopping = wait();
    while (found.length < count) await passTime(clock, 500, 500);
    stopping.abort();
    return found;
  }

  it('it is, as far as anybody knows', () => {
    expect([availability.isAway, availability.usefulMessages]).toEqual([false, ANY_NUMBER]);
    availability.answered();
    expect(changes).toBe(0);
  });

  it('it is not once a message found so, until it answers a question about none', async () => {
    availability.failed();
    expect([availability.isAway, availability.usefulMessages, changes]).toEqual([true, 0, 1]);
    wait();
    await passTime(clock, 499, 499);
    expect(callback.asked).toEqual([]);
    comesBack();
    await passTime(clock, 1);
    expect([callback.asked, availability.isAway, changes]).toEqual([[NOBODYS], false, 2]);
    expect(wantedAttemptQuestion.safeParse(NOBODYS).success).toBe(true);
  });

  it('it is for one message at a time then, and for all once one was seen to', async () => {
    availability.failed();
    comesBack();
    wait();
    await passTime(clock, 500);
    expect(availability.usefulMessages).toBe(1);
    availability.answered();
    expect([availability.usefulMessages, changes]).toEqual([ANY_NUMBER, 3]);
  });

  it('it is again at once when it took what came of a message that was in hand', () => {
    availability.failed();
    availability.answered();
    expect([availability.isAway, availability.usefulMessages]).toEqual([false, ANY_NUMBER]);
  });

  it.each([
    [0, [0.5, 1, 2, 4, 8, 15, 15]],
    [1, [1, 2, 4, 8, 16, 30, 30]],
  ])('is asked less and less often, up to half a minute apart, by chance (%i)', async (random, expected) => {
    chance = random;
    expect(await gaps(7)).toEqual(expected);
  });

  it('is asked less often when it answers but takes nothing, time after time', async () => {
    comesBack();
    for (const waitMs of [500, 1_000, 2_000]) {
      availability.failed();
      wait();
      await passTime(clock, waitMs - 1, 500);
      expect(availability.isAway).toBe(true);
      await passTime(clock, 1);
      expect(availability.isAway).toBe(false);
    }
  });

  it('counts as one failure what many messages find at once, and is asked once for all who wait', async () => {
    for (let n = 0; n < 5; n += 1) availability.failed();
    for (let n = 0; n < 3; n += 1) wait();
    await passTime(clock, 500);
    expect([changes, callback.asked.length]).toEqual([1, 1]);
    await passTime(clock, 1_000);
    expect(callback.asked).toHaveLength(2);
  });

  it('hears nothing from a question that was asked before a message found out more', async () => {
    let answer = (_isThere: boolean): void => undefined;
    callback.isWantedNow = () =>
      new Promise((resolve, reject) => {
        answer = (isThere) => (isThere ? resolve(false) : reject(new Error('away')));
      });
    availability.failed();
    wait();
    await passTime(clock, 500);
    await passTime(clock, 10_000, 500);
    expect(callback.asked).toHaveLength(1);
    availability.answered();
    answer(false);
    await moment();
    expect([availability.isAway, availability.usefulMessages]).toEqual([false, ANY_NUMBER]);
  });

  it('is asked by nobody while nobody waits, or once the process stops', async () => {
    availability.failed();
    const stopping = wait();
    stopping.abort();
    await moment();
    expect(clock.sleeping).toBe(0);
    await passTime(clock, 60_000, 1_000);
    expect(callback.asked).toEqual([]);
  });
});
