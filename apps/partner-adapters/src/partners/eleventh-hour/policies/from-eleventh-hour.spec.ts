import { issuanceReply } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  DOCUMENT_PATH,
  endedWith,
  HEALTH_ORDER,
  ISSUED,
  ISSUED_REPLY,
  refusedWith,
  TERM_ORDER,
  withKeys,
} from '../testing/worked-policies.js';
import { fromEleventhHour } from './from-eleventh-hour.js';

const outcomeOf = (result: unknown, order = HEALTH_ORDER) => fromEleventhHour(result, withKeys(order));
const replyTo = (result: unknown, order = HEALTH_ORDER) => issuanceReply.parse(outcomeOf(result, order).reply);

describe('a finished policy job of Eleventh Hour as ours', () => {
  it('is a policy with its period and its document', () => {
    expect(replyTo(ISSUED)).toMatchObject(ISSUED_REPLY);
  });

  it('names a document the same whenever it is announced', () => {
    const idIn = () => {
      const reply = replyTo(ISSUED);
      return reply.outcome === 'ISSUED' && reply.documents[0]?.id;
    };
    expect(idIn()).toMatch(/^[0-9a-f-]{36}$/);
    expect(idIn()).toBe(idIn());
  });

  it.each([
    'https://elsewhere.example/api/v3/documents/ehd_7.pdf',
    '//elsewhere.example/api/v3/documents/ehd_7.pdf',
    '/api/v3/documents/../policies/ehp_1',
    '/api/v3/documents/..',
    '/api/v3/documents/a/../../policies/ehp_1',
    '/api/v3/documents/a%2f..%2fb',
    '/api/v3/documents/ehd_7.pdf?x=1',
    7,
  ])('announces no document at %p, which nobody would be sent for', (url) => {
    const documents = [{ kind: 'POLICY', url }, ...ISSUED.documents];
    expect(replyTo({ ...ISSUED, documents })).toMatchObject({ documents: [{ reference: DOCUMENT_PATH }] });
  });

  it.each([
    ['without documents', { documents: undefined }, { documents: [] }],
    ['with documents that cannot be read', { documents: 'later' }, { documents: [] }],
    ['of a kind that we have no name for', { documents: [{ kind: 'CARD', url: DOCUMENT_PATH }] }, { documents: [] }],
  ])('is a policy %s too', (_what, change, expected) => {
    expect(replyTo({ ...ISSUED, ...change })).toMatchObject({ policyNumber: 'EH-H-000000071', ...expected });
  });

  it('is a policy without a period when its dates cannot be read', () => {
    const reply = replyTo({ ...ISSUED, coverTo: '30/11/2027' });
    expect(reply).toMatchObject({ outcome: 'ISSUED', policyNumber: 'EH-H-000000071' });
    expect(reply).not.toHaveProperty('period');
  });

  /** partners.md E.6. */
  it.each([
    ['EH-4091', 'QUOTE_EXPIRED'],
    ['EH-4094', 'PAYMENT_MISMATCH'],
    ['EH-4095', 'UNDERWRITING'],
  ])('is refused by %s as %s', (code, category) => {
    expect(replyTo(refusedWith(code))).toMatchObject({ outcome: 'REFUSED', error: { category, partnerCode: code } });
  });

  it.each([
    ['paid at once', HEALTH_ORDER, '15686.07', 1_568_607],
    ['paid in instalments, of which the first rises', TERM_ORDER, '1605.38', 1_376_456],
    ['that costs less than before', TERM_ORDER, '1005.38', 1_316_456],
  ])('has a new total for the whole year, of one %s', (_what, order, newTotal, newTotalMinor) => {
    expect(replyTo(refusedWith('EH-4092', { newTotal }), order)).toMatchObject({
      outcome: 'REFUSED',
      error: { category: 'PRICE_CHANGED' },
      newTotalMinor,
    });
  });

  it.each([undefined, '15686.071', 15_686, '0.00'])(
    'is for somebody to look at when the new total is %p',
    (newTotal) => {
      const reply = replyTo(refusedWith('EH-4092', { newTotal }));
      expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'PROTOCOL', partnerCode: 'EH-4092' } });
    },
  );

  it('is the policy that there is already, adopted without period and documents', () => {
    expect(replyTo(refusedWith('EH-4093', { policyNumber: 'EH-H-000000071' }))).toEqual({
      outcome: 'ISSUED',
      policyNumber: 'EH-H-000000071',
      documents: [],
    });
  });

  it.each([undefined, '', 71])('is unknown when the policy that there is has the number %p', (policyNumber) => {
    const reply = replyTo(refusedWith('EH-4093', { policyNumber }));
    expect(reply).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'DUPLICATE' } });
  });

  it.each([
    ['EH-5001', false, 'UNKNOWN', 'PARTNER_INTERNAL'],
    ['EH-5002', true, 'FAILED', 'UNAVAILABLE'],
  ])('that ended with %s (retryable %p) is %s', (code, retryable, outcome, category) => {
    const { reply, mayRunAgain } = outcomeOf(endedWith(code, retryable));
    expect(reply).toMatchObject({ outcome, error: { category, partnerCode: code, retryable } });
    expect(mayRunAgain).toBe(retryable);
  });

  it.each([
    ['nothing', undefined],
    ['an outcome that we do not know', { outcome: 'PARKED' }],
    ['a policy without its number', { ...ISSUED, policyNumber: '' }],
    ['a refusal without a code', { outcome: 'REFUSED', error: {} }],
    ['a refusal with an unknown code', refusedWith('EH-4999')],
    ['the result of a quote', { outcome: 'OFFER', offer: {} }],
  ])('says nothing of the policy when it is %s', (_what, result) => {
    expect(outcomeOf(result)).toMatchObject({
      reply: { outcome: 'UNKNOWN', error: { category: 'PROTOCOL' } },
      mayRunAgain: false,
    });
  });
});
