import { describe, expect, it } from '@jest/globals';
import { poissonArrivals } from './arrivals.js';

/** The draw whose gap is the mean gap. */
const MEAN_DRAW = 1 - 1 / Math.E;

describe('arrivals', () => {
  it('come at the wanted mean rate, in order, within the time', () => {
    const due = poissonArrivals({ ratePerSecond: 20, seconds: 50, random: () => MEAN_DRAW });
    expect(Math.abs(due.length - 1_000)).toBeLessThanOrEqual(1);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(due.at(-1)).toBeLessThan(50_000);
  });

  it('have gaps that are as random as the draws', () => {
    const draws = [0.1, 0.9, 0.5];
    const [first = 0, second = 0] = poissonArrivals({
      ratePerSecond: 1,
      seconds: 3,
      random: () => draws.shift() ?? 0.99,
    });
    expect([first, second - first]).toEqual([-Math.log(0.9) * 1_000, expect.closeTo(-Math.log(0.1) * 1_000)]);
  });
});
