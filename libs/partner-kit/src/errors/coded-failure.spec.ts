import { describe, expect, it } from '@jest/globals';
import { codedFailure } from './coded-failure.js';

const codes = {
  'X-500': { category: 'PARTNER_INTERNAL', retryable: false },
  'X-503': { category: 'UNAVAILABLE', retryable: true },
} as const;

describe('a refusal inside a successful answer', () => {
  it('is what the registry says of its code', () => {
    expect(codedFailure(codes, 'X-503', { retryAfterMs: 1_500, details: ['params.rto unknown'] })).toMatchObject({
      category: 'UNAVAILABLE',
      retryable: true,
      partnerCode: 'X-503',
      retryAfterMs: 1_500,
      messageForOps: 'answered X-503 params.rto unknown',
    });
  });

  it('may be repeated only if the partner says so, where it says anything', () => {
    expect(codedFailure(codes, 'X-503', { retryable: false })).toMatchObject({ retryable: false });
    expect(codedFailure(codes, 'X-503', { retryable: false, retryAfterMs: 5 }).retryAfterMs).toBeUndefined();
    expect(codedFailure(codes, 'X-500', { retryable: true })).toMatchObject({ retryable: true });
  });

  it('is PROTOCOL with an unknown code, which is shown only if it can hold nothing personal', () => {
    expect(codedFailure(codes, 'X-9')).toMatchObject({ category: 'PROTOCOL', retryable: false, partnerCode: 'X-9' });
    expect(codedFailure(codes, 'MH12AB1234').partnerCode).toBeNull();
    expect(codedFailure(codes, 'toString')).toMatchObject({ category: 'PROTOCOL' });
  });
});
