import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { partnerWith } from '../../testing/partner-on-clock.js';
import { FailureWindow } from './failure-window.js';

const { breaker } = partnerWith().operations.quote;

/** Outcomes, all at one time; whether the last one was one too many. */
function record(window: FailureWindow, now: number, { well = 0, ill = 0 }): boolean {
  let isTooMuch = false;
  for (let n = 0; n < well; n += 1) isTooMuch = window.isTooMuch(false, now);
  for (let n = 0; n < ill; n += 1) isTooMuch = window.isTooMuch(true, now);
  return isTooMuch;
}

describe('the recent outcomes of a partner', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are not too bad before there are twenty', () => {
    const window = new FailureWindow(breaker, 0);
    expect(record(window, 0, { ill: 19 })).toBe(false);
    expect(record(window, 0, { ill: 1 })).toBe(true);
  });

  it('are too bad when more than half are failures, not with half of them', () => {
    const window = new FailureWindow(breaker, 0);
    expect(record(window, 0, { well: 20, ill: 20 })).toBe(false);
    expect(record(window, 0, { ill: 1 })).toBe(true);
  });

  it('are forgotten after the window, by the clock that is handed in', () => {
    const window = new FailureWindow(breaker, 0);
    record(window, 500, { well: 100 });
    expect(record(window, 9_900, { ill: 40 })).toBe(false);
    expect(record(window, 10_000, { ill: 1 })).toBe(true);
  });

  it('need no timers, when they are too bad either', () => {
    jest.useFakeTimers();
    const window = new FailureWindow(breaker, 0);
    expect(record(window, 0, { ill: 20 })).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are all forgotten after a long time in which nothing happened', () => {
    const window = new FailureWindow(breaker, 0);
    record(window, 0, { ill: 19 });
    expect(record(window, 3_600_000, { ill: 19 })).toBe(false);
  });
});
