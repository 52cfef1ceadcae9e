import { describe, expect, it } from '@jest/globals';
import { partnerAnswer } from './partner-answer.js';

const ANSWER = {
  requestId: '01989d1a-0000-7000-8000-000000000001',
  partner: 'acme-general',
  answerId: 'one',
  partial: false,
  attempts: 1,
  startedAt: '2026-11-23T10:00:00Z',
  finishedAt: '2026-11-23T10:00:01Z',
  declines: [],
  offers: [],
};
const DECLINE = { code: 'X-1', source: 'PARTNER', category: 'AGE', message: 'too old' };
const ERROR = {
  category: 'UNAVAILABLE',
  retryable: true,
  partnerCode: null,
  messageForOps: 'away',
  messageKeyForUser: 'partner.noAnswer',
  attempts: 1,
};

describe('an answer as a worker posts it', () => {
  it('says by null of a decline what it says by leaving it out', () => {
    const declined = { ...ANSWER, status: 'DECLINED', error: null };
    const posted = { ...declined, partial: null, declines: [{ ...DECLINE, planCode: null }] };
    expect(partnerAnswer.parse(posted)).toEqual({ ...declined, declines: [DECLINE] });
  });

  it('says by null of an error what it says by leaving it out', () => {
    const failed = { ...ANSWER, status: 'FAILED', error: { ...ERROR, httpStatus: null, retryAfterMs: null } };
    expect(partnerAnswer.parse(failed)).toEqual({ ...failed, error: ERROR });
  });
});
