import { describe, expect, it } from '@jest/globals';
import { definePartner, type PartnerDefinition } from './manifest.js';
import { PARTNERS } from './registry.js';

const quoteOf = (quote: NonNullable<PartnerDefinition['operations']>['quote'] = {}) =>
  definePartner({
    id: 'zenith',
    name: 'Zenith',
    lines: ['travel'],
    rateLimit: null,
    secrets: [],
    errorCodes: {},
    declineCodes: {},
    operations: { quote },
  }).operations.quote;

describe('the call policy of a partner', () => {
  it('has defaults for everything', () => {
    expect(quoteOf()).toEqual({
      timeoutMs: 8_000,
      slowCallMs: 6_000,
      concurrency: 25,
      hedging: false,
      retryBudget: { tokens: 10, perSuccess: 0.1 },
      breaker: {
        errorThresholdPercent: 50,
        minimumCalls: 20,
        windowMs: 10_000,
        hangingCalls: 20,
        probeAfterMs: 5_000,
        probes: 3,
      },
    });
  });

  it('takes what follows from what the partner’s own values are', () => {
    expect(quoteOf({ timeoutMs: 18_000, concurrency: 2 })).toMatchObject({
      slowCallMs: 13_500,
      breaker: { hangingCalls: 2, minimumCalls: 20 },
    });
    expect(quoteOf({ slowCallMs: 3_000, breaker: { probes: 5 } })).toMatchObject({
      slowCallMs: 3_000,
      breaker: { probes: 5, windowMs: 10_000 },
    });
  });

  it.each(PARTNERS)(
    'of $id can see it hang: a slow call is counted before it ends, and enough of them fit in',
    ({ operations: { quote } }) => {
      expect(quote.slowCallMs).toBeLessThan(quote.timeoutMs);
      expect(quote.breaker.hangingCalls).toBeLessThanOrEqual(quote.concurrency);
    },
  );
});
