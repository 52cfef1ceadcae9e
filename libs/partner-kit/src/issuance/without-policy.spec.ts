import type { ErrorCategory } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import { failure } from '../errors/canonical-failure.js';
import { unsaid, withoutPolicy } from './without-policy.js';

type Details = Parameters<typeof failure>[2];
type Row = readonly [category: ErrorCategory, details: Details, afterTry: string, afterInquiry: string];

const ROWS: readonly Row[] = [
  ['VALIDATION', {}, 'REFUSED', 'UNKNOWN'],
  ['UNSUPPORTED', {}, 'REFUSED', 'UNKNOWN'],
  ['NOT_FOUND', { httpStatus: 404 }, 'REFUSED', 'UNKNOWN'],
  ['QUOTE_EXPIRED', { httpStatus: 410 }, 'REFUSED', 'UNKNOWN'],
  ['PRICE_CHANGED', { httpStatus: 409 }, 'REFUSED', 'UNKNOWN'],
  ['PAYMENT_MISMATCH', {}, 'REFUSED', 'UNKNOWN'],
  ['DUPLICATE', { httpStatus: 409 }, 'REFUSED', 'UNKNOWN'],
  ['UNDERWRITING', {}, 'REFUSED', 'UNKNOWN'],
  ['AUTHENTICATION', { httpStatus: 401 }, 'FAILED', 'FAILED'],
  // No repeat mends it: somebody has to look at it.
  ['AUTHORIZATION', { httpStatus: 403 }, 'REFUSED', 'FAILED'],
  ['RATE_LIMITED', { httpStatus: 429 }, 'FAILED', 'FAILED'],
  ['CIRCUIT_OPEN', {}, 'FAILED', 'FAILED'],
  ['UNAVAILABLE', {}, 'FAILED', 'FAILED'],
  ['UNAVAILABLE', { httpStatus: 503 }, 'FAILED', 'FAILED'],
  // A gateway without an answer does not know what was done behind it.
  ['UNAVAILABLE', { httpStatus: 502 }, 'UNKNOWN', 'UNKNOWN'],
  ['UNAVAILABLE', { httpStatus: 504 }, 'UNKNOWN', 'UNKNOWN'],
  ['TIMEOUT', {}, 'UNKNOWN', 'UNKNOWN'],
  ['PARTNER_INTERNAL', { httpStatus: 500 }, 'UNKNOWN', 'UNKNOWN'],
  ['PROTOCOL', { httpStatus: 200 }, 'UNKNOWN', 'UNKNOWN'],
  // partners-errata.md 15: our key was used for something else.
  ['PROTOCOL', { httpStatus: 409, partnerCode: 'KEY_REUSED' }, 'REFUSED', 'UNKNOWN'],
  ['PROTOCOL', { partnerCode: '-32031' }, 'REFUSED', 'UNKNOWN'],
  ['PROTOCOL', { httpStatus: 500, partnerCode: 'KEY_REUSED' }, 'UNKNOWN', 'UNKNOWN'],
];

describe('an error instead of a policy', () => {
  it.each(ROWS)('%s %j means %s after a try', (category, details, afterTry) => {
    expect(withoutPolicy(failure(category, 'no', details)).outcome).toBe(afterTry);
  });

  it.each(ROWS)('%s %j is nothing definite after an inquiry', (category, details, _afterTry, afterInquiry) => {
    const error = failure(category, 'no', details);
    expect(unsaid(error)).toEqual({ outcome: afterInquiry, error });
  });

  it('brings the new total when the price has changed, and only then', () => {
    const changed = failure('PRICE_CHANGED', 'no');
    expect(withoutPolicy(changed, 1_788_161)).toEqual({ outcome: 'REFUSED', error: changed, newTotalMinor: 1_788_161 });
    expect(withoutPolicy(failure('UNDERWRITING', 'no'), 1_788_161)).not.toHaveProperty('newTotalMinor');
  });

  it('is for somebody to look at when the price has changed to nobody knows what', () => {
    expect(withoutPolicy(failure('PRICE_CHANGED', 'answered 409', { partnerCode: 'PRICE_CHANGED' }))).toMatchObject({
      outcome: 'REFUSED',
      error: {
        category: 'PROTOCOL',
        partnerCode: 'PRICE_CHANGED',
        messageForOps: 'answered 409 without the new total',
      },
    });
  });
});
