import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { accepted, M1, M3 } from '../../testing/worked-answers.js';
import { toAcmeGeneral } from './to-acme-general.js';
import { acmeAnswerTo } from './wire.js';

function isRead(answer: object, request = requestFor('m1')): boolean {
  const question = toAcmeGeneral(request);
  return question.ok && acmeAnswerTo(question.value).safeParse(answer).success;
}

describe('what Acme General may answer', () => {
  it('is the printed answer, whatever else it holds', () => {
    expect(isRead(accepted(M1))).toBe(true);
    expect(isRead({ ...accepted(M1), loyaltyPoints: 7 })).toBe(true);
  });

  it('has no insured value for liability cover, and one for every other', () => {
    expect(isRead(accepted(M3), requestFor('m3'))).toBe(true);
    expect(isRead(accepted(M3), requestFor('m1'))).toBe(false);
  });

  const { premium } = accepted(M1);

  it.each([
    ['has another currency', { premium: { ...premium, currency: 'USD' } }],
    ['answers another request', { partnerReference: 'somebody-else' }],
    ['has no total', { premium: { ...premium, total: undefined } }],
    ['has a negative total', { premium: { ...premium, total: -1 } }],
    ['has half a paisa', { premium: { ...premium, net: 1473018.5 } }],
    ['has a line that nobody knows', { premium: { ...premium, lines: [{ code: 'SURPRISE', amount: 1 }] } }],
    ['has no validity', { validUntil: undefined }],
    ['is accepted and not bindable', { bindable: false }],
    ['has a decision that nobody knows', { decision: 'PERHAPS' }],
    ['is declined without a reason', { decision: 'DECLINED', bindable: false }],
  ])('is nothing that %s', (_what, fault) => {
    expect(isRead({ ...accepted(M1), ...fault })).toBe(false);
  });
});
