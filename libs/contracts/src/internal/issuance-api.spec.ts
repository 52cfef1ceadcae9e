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

const named = (outcome: IssuanceOutcome) => ({
  applicationId: '01989d1a-0000-7000-8000-000000000001',
  attempt: 1,
  outcome,
});

const isTaken = (outcome: IssuanceOutcome, rest: object = {}): boolean =>
  issuanceResult.safeParse({ ...named(outcome), ...rest }).success;

describe('a result of issuance', () => {
  it('names the policy when there is one', () => {
    expect(isTaken('ISSUED', { policyNumber: 'P-1' })).toBe(true);
    expect(isTaken('ISSUED')).toBe(false);
  });

  it('says why when there is none', () => {
    expect(isTaken('PENDING')).toBe(true);
    expect(isTaken('REFUSED')).toBe(false);
    expect(isTaken('REFUSED', { error: error('UNDERWRITING') })).toBe(true);
  });

  it('may say nothing more of an attempt that may be repeated', () => {
    for (const outcome of ['UNKNOWN', 'FAILED'] as const) expect(isTaken(outcome)).toBe(true);
  });

  it('says by null what it says by leaving it out', () => {
    const nothing = { policyNumber: null, period: null, documents: null, newTotalMinor: null };
    const parsed = issuanceResult.parse({ ...named('PENDING'), ...nothing, error: null });
    expect(parsed).toEqual(named('PENDING'));
    const refusal = { ...error('UNDERWRITING'), httpStatus: null, retryAfterMs: null };
    expect(isTaken('REFUSED', { ...nothing, error: refusal })).toBe(true);
    expect(isTaken('ISSUED', nothing)).toBe(false);
  });

  it('tells the new price when the price has changed', () => {
    expect(isTaken('REFUSED', { error: error('PRICE_CHANGED') })).toBe(false);
    expect(isTaken('REFUSED', { error: error('PRICE_CHANGED'), newTotalMinor: 1_788_161 })).toBe(true);
  });

  it('has days that exist in its period, the last one last', () => {
    expect(isTaken('ISSUED', { policyNumber: 'P-1', period: { from: '2026-12-01', to: '2026-11-30' } })).toBe(false);
    expect(isTaken('ISSUED', { policyNumber: 'P-1', period: { from: '2026-12-01', to: '2027-02-30' } })).toBe(false);
  });
});
