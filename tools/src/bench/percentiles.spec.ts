import { describe, expect, it } from '@jest/globals';
import { distributionOf, percentile } from './percentiles.js';

const oneTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

describe('percentiles', () => {
  it('are values of the sample, by nearest rank', () => {
    expect([50, 99, 100].map((percent) => percentile(oneTo(100), percent))).toEqual([50, 99, 100]);
    expect([50, 99].map((percent) => percentile(oneTo(5), percent))).toEqual([3, 5]);
    expect([0, 50, 100].map((percent) => percentile([7], percent))).toEqual([7, 7, 7]);
  });

  it('do not depend on the order of the sample, and leave it as it is', () => {
    const sample = [30, 10, 20];
    expect(distributionOf(sample)).toEqual({ count: 3, p50: 20, p99: 30, max: 30 });
    expect(sample).toEqual([30, 10, 20]);
  });

  it('do not exist when nothing was measured', () => {
    expect(distributionOf([])).toBeUndefined();
  });
});
