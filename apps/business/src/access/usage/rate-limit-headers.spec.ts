import type { UsageState } from '@app/ports';
import { describe, expect, it } from '@jest/globals';
import { rateLimitHeaders, retryAfter } from './rate-limit-headers.js';

const state = (name: string, quota: number, windowMs: number, remaining: number, resetMs: number): UsageState => ({
  ...{ name, key: 'one', quota, windowMs, remaining, resetMs },
});
const burst = (remaining: number, resetMs = 1_050) => state('burst', 200, 1_000, remaining, resetMs);
const day = (remaining: number, resetMs = 86_400_000) => state('day', 1_000_000, 86_400_000, remaining, resetMs);

describe('what a client is told about its plan', () => {
  it('is all of its limits, and the state of the one with least left', () => {
    expect(rateLimitHeaders({ allowed: true, states: [burst(199), day(999_999)] })).toEqual({
      'ratelimit-policy': '"burst";q=200;w=1, "day";q=1000000;w=86400',
      ratelimit: '"burst";r=199;t=1',
    });
    const { ratelimit } = rateLimitHeaders({ allowed: true, states: [burst(199), day(7, 3_600_500)] });
    expect(ratelimit).toBe('"day";r=7;t=3601');
  });

  it('is the longer wait when nothing is left of either', () => {
    const verdict = { allowed: false, states: [burst(0), day(0, 5_000)] };
    expect(rateLimitHeaders(verdict).ratelimit).toBe('"day";r=0;t=5');
    expect(retryAfter(verdict)).toBe(5);
  });

  it('has whole seconds, at least one, and windows rounded up', () => {
    const odd = state('burst', 3, 1_500, 2, 1);
    expect(rateLimitHeaders({ allowed: true, states: [odd] })).toEqual({
      'ratelimit-policy': '"burst";q=3;w=2',
      ratelimit: '"burst";r=2;t=1',
    });
  });

  it('says to come again only when the exhausted limit really has something left', () => {
    expect(retryAfter({ allowed: false, states: [burst(0, 1_001), day(5)] })).toBe(2);
    expect(retryAfter({ allowed: false, states: [burst(0, 3), day(5)] })).toBe(1);
  });
});
