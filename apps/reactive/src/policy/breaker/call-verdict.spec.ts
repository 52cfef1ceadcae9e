import type { IssuanceReply, PartnerReply } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import { failureReply } from '../../testing/partner-on-clock.js';
import { failedReply } from '../failed-reply.js';
import { verdictOn, verdictOnIssuance } from './call-verdict.js';

const verdict = (reply: PartnerReply, gaveMs = 8_000) => verdictOn(reply, gaveMs, 8_000);

const declinedBy = (source: 'PARTNER' | 'PLATFORM'): PartnerReply => ({
  outcome: 'ANSWERED',
  status: 'DECLINED',
  offers: [],
  error: null,
  declines: [{ code: 'X', source, category: 'UNSUPPORTED', message: 'not sold' }],
});

describe('what the end of a call says of the partner', () => {
  it.each<ErrorCategory>(['UNAVAILABLE', 'TIMEOUT', 'PROTOCOL', 'PARTNER_INTERNAL'])('%s: it is ill', (category) => {
    expect(verdict(failureReply(category))).toBe('ILL');
    expect(verdict(failedReply(category, 'found by the integration service'))).toBe('ILL');
  });

  it.each<ErrorCategory>(['VALIDATION', 'AUTHENTICATION', 'UNDERWRITING'])('%s: it is well', (category) => {
    expect(verdict(failureReply(category))).toBe('WELL');
  });

  it('a decline: it is well', () => {
    expect(verdict(declinedBy('PARTNER'))).toBe('WELL');
  });

  it('a refusal for want of capacity: nothing', () => {
    expect(verdict(failureReply('RATE_LIMITED'))).toBe('SAYS_NOTHING');
  });

  it('what the integration service knew without the partner: nothing', () => {
    expect(verdict(failedReply('VALIDATION', 'no such vehicle'))).toBe('SAYS_NOTHING');
    expect(verdict(declinedBy('PLATFORM'))).toBe('SAYS_NOTHING');
  });

  it('a timeout when the deadline left no fair time: nothing', () => {
    expect(verdict(failureReply('TIMEOUT'), 1_999)).toBe('SAYS_NOTHING');
    expect(verdict(failureReply('TIMEOUT'), 2_000)).toBe('ILL');
  });
});

describe('what the end of a call for a policy says of the partner', () => {
  const says = (reply: IssuanceReply, gaveMs = 30_000) => verdictOnIssuance(reply, gaveMs, 30_000);
  const ill = ['UNAVAILABLE', 'TIMEOUT', 'PROTOCOL', 'PARTNER_INTERNAL'] as const;

  it.each(ill)('%s, whether it was surely not taken or nobody knows: it is ill', (category) => {
    expect(says(failureReply(category))).toBe('ILL');
    expect(says({ ...failureReply(category), outcome: 'UNKNOWN' })).toBe('ILL');
  });

  it.each<IssuanceReply>([
    { outcome: 'ISSUED', policyNumber: 'P-1', documents: [] },
    { outcome: 'PENDING' },
    { ...failureReply('UNDERWRITING'), outcome: 'REFUSED' },
    { ...failureReply('PARTNER_INTERNAL'), outcome: 'REFUSED' },
    failureReply('AUTHENTICATION'),
  ])('$outcome, which is an answer: it is well', (reply) => {
    expect(says(reply)).toBe('WELL');
  });

  it.each<[string, IssuanceReply]>([
    ['a refusal for want of capacity', failureReply('RATE_LIMITED')],
    ['what the integration service knew without it', { ...failedReply('VALIDATION', 'no asset'), outcome: 'REFUSED' }],
    ['a failure of ours', failedReply('AUTHENTICATION', 'no secret')],
  ])('%s: nothing', (_, reply) => {
    expect(says(reply)).toBe('SAYS_NOTHING');
  });

  it('a timeout when the process had no fair time left: nothing', () => {
    expect(says({ ...failureReply('TIMEOUT'), outcome: 'UNKNOWN' }, 7_499)).toBe('SAYS_NOTHING');
    expect(says({ ...failureReply('TIMEOUT'), outcome: 'UNKNOWN' }, 7_500)).toBe('ILL');
  });
});
