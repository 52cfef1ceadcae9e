import { describe, expect, it } from '@jest/globals';
import type { PartnerResponse } from '../http/partner-response.js';
import { codeWord, type ErrorCodes, partnerRefusal } from './partner-refusal.js';

const codes: ErrorCodes = {
  BAD_FIELD: { category: 'VALIDATION', retryable: false },
  SLOW_DOWN: { category: 'RATE_LIMITED', retryable: true },
};

const refused = (status: number, headers: Record<string, string> = {}): PartnerResponse => ({
  status,
  headers,
  body: Buffer.alloc(0),
  receivedAt: new Date('2026-11-23T10:00:00Z'),
});

describe('a refusal of a partner', () => {
  it('means what the registry says of its code', () => {
    expect(partnerRefusal(refused(422), codes, { code: 'BAD_FIELD', details: ['/a/b FORMAT'] })).toEqual({
      category: 'VALIDATION',
      retryable: false,
      partnerCode: 'BAD_FIELD',
      httpStatus: 422,
      messageForOps: 'answered 422 BAD_FIELD /a/b FORMAT',
      messageKeyForUser: 'partner.cannotPrice',
      attempts: 1,
    });
  });

  it('carries how long the partner wants to be left alone', () => {
    const error = partnerRefusal(refused(429, { 'retry-after': '3' }), codes, { code: 'SLOW_DOWN' });
    expect(error).toMatchObject({ category: 'RATE_LIMITED', retryable: true, retryAfterMs: 3_000 });
  });

  it.each(['NEVER_HEARD_OF', 'constructor', '__proto__'])('is PROTOCOL when its code is %p', (code) => {
    expect(partnerRefusal(refused(400), codes, { code })).toMatchObject({ category: 'PROTOCOL', retryable: false });
  });

  it.each([502, 503, 504])('is UNAVAILABLE with status %p, whatever its code', (status) => {
    const error = partnerRefusal(refused(status), codes, { code: 'BAD_FIELD' });
    expect(error).toMatchObject({ category: 'UNAVAILABLE', retryable: true });
    expect(partnerRefusal(refused(status), codes)).toMatchObject({ category: 'UNAVAILABLE', retryable: true });
  });

  it.each([
    [401, 'AUTHENTICATION', false],
    [403, 'AUTHORIZATION', false],
    [429, 'RATE_LIMITED', true],
    [500, 'PARTNER_INTERNAL', false],
    [400, 'PROTOCOL', false],
    [404, 'PROTOCOL', false],
  ])('is judged by its status when it has no code: %p is %s', (status, category, retryable) => {
    expect(partnerRefusal(refused(status), codes)).toMatchObject({ category, retryable, partnerCode: null });
  });

  it('shows an unknown code only when it can be nothing but a code', () => {
    expect(partnerRefusal(refused(400), codes, { code: 'NEW_CODE' }).partnerCode).toBe('NEW_CODE');
    expect(partnerRefusal(refused(400), codes, { code: 'Asha Rao, MH12AB1234' }).partnerCode).toBeNull();
  });
});

describe('a code word', () => {
  it.each(['/proposal/vehicle/rto', 'vehicle.reg_date', 'C-VAL-004', 'UNKNOWN_RTO'])('may be %p', (text) => {
    expect(codeWord(text)).toBe(text);
  });

  it.each(['MH12AB1234', '+919800000001', 'asha@example.org', 'two words', '', undefined])('is not %p', (text) => {
    expect(codeWord(text)).toBeUndefined();
  });
});
