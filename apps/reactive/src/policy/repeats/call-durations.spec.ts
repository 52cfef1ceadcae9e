import { describe, expect, it } from '@jest/globals';
import { CallDurations } from './call-durations.js';

function durationsOf(all: readonly number[]): CallDurations {
  const durations = new CallDurations();
  for (const ms of all) durations.add(ms);
  return durations;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('how long recent calls took', () => {
  it('is not known from fewer than twenty', () => {
    expect(durationsOf(upTo(19)).p95Ms).toBeNull();
    expect(durationsOf(upTo(20)).p95Ms).toBe(19);
  });

  it('leaves out the slowest twentieth, in whatever order they came', () => {
    expect(durationsOf(upTo(100).reverse()).p95Ms).toBe(95);
  });

  it('forgets all but the last hundred', () => {
    expect(durationsOf([...upTo(100).map(() => 9_000), ...upTo(100)]).p95Ms).toBe(95);
  });
});
