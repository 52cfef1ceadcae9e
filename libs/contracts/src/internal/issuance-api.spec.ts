import type { CanonicalError, ErrorCategory, IssuanceOutcome } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import { issuanceResult } from './issuance-api.js';

const error = (category: ErrorCategory): CanonicalError => ({
  category,
  retryable: false,
  partnerCode: null,
  messageForOps: 'said so',
  messageKeyForUser: 'partner.noAnswer',
  attempts: 1,
});

const isTaken = (outcome: IssuanceOutcome, rest: object = {}): boolean =>
  issuanceResult.safeParse({ applicationId: '01989d1a-0000-7000-8000-000000000001', attempt: 1, outcome, ...rest })
    .success;

describe('a result of issuance', () => {
  it('names the policy when there is one', () => {
    expect(isTaken('ISSUED', { policyNumber: 'P-1' })).toBe(true);
    expect(isTaken('ISSUED')).toBe(false);
  });

  it('says why when there is none', () => {
    expect(isTaken('PENDING')).toBe(true);
    for (const outcome of ['REFUSED', 'UNKNOWN', 'FAILED'] as const) {
      expect(isTaken(outcome)).toBe(false);
      expect(isTaken(outcome, { error: error('UNAVAILABLE') })).toBe(true);
    }
  });

  it('tells the new price when the price has changed', () => {
    expect(isTaken('REFUSED', { error: error('PRICE_CHANGED') })).toBe(false);
    expect(isTaken('REFUSED', { error: error('PRICE_CHANGED'), newTotalMinor: 1_788_161 })).toBe(true);
  });

  it('has days that exist in its period', () => {
    expect(isTaken('ISSUED', { policyNumber: 'P-1', period: { from: '2026-12-01', to: '2027-02-30' } })).toBe(false);
  });
});
