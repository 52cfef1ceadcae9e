import { issuanceReply } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { readRefusal } from '../errors.js';
import { CAR_ORDER, ISSUED, ISSUED_REPLY, PENDING, withKeys } from '../testing/worked-policies.js';
import { documentIn, fromFizzbuzz, fromInquiryRefusal, fromRefusal } from './from-fizzbuzz.js';

const order = withKeys(CAR_ORDER);
const replyTo = (result: unknown) => issuanceReply.parse(fromFizzbuzz(result, order));

type Data = NonNullable<Parameters<typeof fromRefusal>[0]['data']>;
const refusal = (code: number, data?: Data) => ({ error: readRefusal({ code, data }), data });

const [schedule] = ISSUED.documents;

describe('a policy of Fizzbuzz as ours', () => {
  it('has its period, and its document by the place where that stands', () => {
    expect(replyTo(ISSUED)).toMatchObject(ISSUED_REPLY);
  });

  it('is the same when F replays it', () => {
    expect(replyTo({ ...ISSUED, replayed: true })).toEqual(replyTo(ISSUED));
  });

  it('is pending while F says so', () => {
    expect(replyTo(PENDING)).toEqual({ outcome: 'PENDING' });
  });

  it.each([
    ['a kind that we have no name for', { ...schedule, kind: 'CARD' }],
    ['another type than PDF', { ...schedule, mime: 'text/html' }],
    ['a form that cannot be read', 'later'],
  ])('announces no document of %s, and the others by their own places', (_what, document) => {
    const documents = [document, schedule];
    expect(replyTo({ ...ISSUED, documents })).toMatchObject({ documents: [{ reference: 'document/1' }] });
  });

  it('announces a document whatever the case of its type, and whatever parameters that has', () => {
    const documents = [{ ...schedule, mime: 'Application/PDF; version=1.4' }];
    expect(replyTo({ ...ISSUED, documents })).toMatchObject({ documents: [{ reference: 'document/0' }] });
  });

  it('names each of its documents apart, and the same whenever it is announced', () => {
    const idsIn = () => {
      const reply = replyTo({ ...ISSUED, documents: [schedule, schedule] });
      return reply.outcome === 'ISSUED' ? reply.documents.map(({ id }) => id) : [];
    };
    expect(new Set(idsIn()).size).toBe(2);
    expect(idsIn()).toEqual(idsIn());
  });

  it('is there without documents too', () => {
    const { documents: _, ...bare } = ISSUED;
    expect(replyTo(bare)).toMatchObject({ ...ISSUED_REPLY, documents: [] });
  });

  it('is there without a period when its dates cannot be read', () => {
    const reply = replyTo({ ...ISSUED, effective: { from: '2026-12-01', to: 'never' } });
    expect(reply).toMatchObject({ outcome: 'ISSUED', policyNumber: 'FZ-2026-M-00077' });
    expect(reply).not.toHaveProperty('period');
  });

  it.each([
    ['nothing', null],
    ['a state that we do not know', { ...ISSUED, state: 'PARKED' }],
    ['a policy without its number', { ...ISSUED, policyNo: undefined }],
  ])('is unknown when the result is %s', (_what, result) => {
    expect(replyTo(result)).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'PROTOCOL' } });
  });
});

describe('a refusal of Fizzbuzz to issue as ours', () => {
  /** partners.md F.4. */
  it.each([
    [-32700, 'REFUSED', 'PROTOCOL'],
    [-32600, 'REFUSED', 'PROTOCOL'],
    [-32601, 'REFUSED', 'PROTOCOL'],
    [-32602, 'REFUSED', 'VALIDATION'],
    [-32603, 'UNKNOWN', 'PARTNER_INTERNAL'],
    [-32010, 'FAILED', 'RATE_LIMITED'],
    [-32020, 'FAILED', 'UNAVAILABLE'],
    // Our key was used for something else.
    [-32031, 'REFUSED', 'PROTOCOL'],
    [-32032, 'REFUSED', 'QUOTE_EXPIRED'],
    [-32034, 'REFUSED', 'UNDERWRITING'],
    [-32035, 'REFUSED', 'PAYMENT_MISMATCH'],
    [-32040, 'REFUSED', 'NOT_FOUND'],
    [-32099, 'UNKNOWN', 'PROTOCOL'],
  ])('is, for %p, %s %s', (code, outcome, category) => {
    expect(issuanceReply.parse(fromRefusal(refusal(code)))).toMatchObject({ outcome, error: { category } });
  });

  it('has the new total', () => {
    expect(fromRefusal(refusal(-32033, { newTotalMinor: 1_593_400 }))).toMatchObject({
      outcome: 'REFUSED',
      error: { category: 'PRICE_CHANGED' },
      newTotalMinor: 1_593_400,
    });
  });

  it('is for somebody to look at when the new total is missing', () => {
    const reply = issuanceReply.parse(fromRefusal(refusal(-32033)));
    expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'PROTOCOL', partnerCode: '-32033' } });
  });

  it('is the policy that it names, or one that is being made', () => {
    const policy = { outcome: 'ISSUED', policyNumber: 'FZ-2026-M-00077', documents: [] };
    expect(fromRefusal(refusal(-32030, { policyNo: 'FZ-2026-M-00077' }))).toEqual(policy);
    expect(fromRefusal(refusal(-32030))).toEqual({ outcome: 'PENDING' });
  });
});

describe('a refusal of Fizzbuzz to tell of a policy', () => {
  it('says that there is none', () => {
    expect(fromInquiryRefusal(refusal(-32040))).toEqual({ outcome: 'NOT_ISSUED' });
  });

  it.each([
    [-32602, 'UNKNOWN', 'VALIDATION'],
    [-32601, 'UNKNOWN', 'PROTOCOL'],
    [-32603, 'UNKNOWN', 'PARTNER_INTERNAL'],
    [-32010, 'FAILED', 'RATE_LIMITED'],
    [-32020, 'FAILED', 'UNAVAILABLE'],
  ])('says nothing of it otherwise: %p is %s %s', (code, outcome, category) => {
    expect(fromInquiryRefusal(refusal(code))).toMatchObject({ outcome, error: { category } });
  });
});

describe('a document of Fizzbuzz', () => {
  const documentOf = (result: unknown, reference = 'document/0') => documentIn(result, 'FZ-2026-M-00077', reference);

  it('is read at the place where it stands', () => {
    const documents = [{ kind: 'CARD' }, schedule];
    expect(documentOf({ ...ISSUED, documents }, 'document/1')).toEqual({
      ok: true,
      value: { contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n') },
    });
  });

  it.each([
    ['that is not there', { ...ISSUED, documents: [] }, 'NOT_FOUND'],
    ['of another policy', { ...ISSUED, policyNo: 'FZ-2026-M-00078' }, 'PROTOCOL'],
    ['that is not written in base64', { ...ISSUED, documents: [{ ...schedule, b64: '%PDF-' }] }, 'PROTOCOL'],
    ['that is no PDF', { ...ISSUED, documents: [{ ...schedule, b64: 'PGh0bWw+' }] }, 'PROTOCOL'],
    ['without bytes', { ...ISSUED, documents: [{ kind: 'SCHEDULE', mime: 'application/pdf' }] }, 'PROTOCOL'],
    ['of a policy that is not issued yet', PENDING, 'UNAVAILABLE'],
  ])('is none %s', (_what, result, category) => {
    expect(documentOf(result)).toMatchObject({ ok: false, error: { category } });
  });

  it.each(['document/1', 'document/00', 'document/-1', '0', '/api/v3/documents/a'])(
    'is none by the reference %p',
    (reference) => {
      expect(documentOf(ISSUED, reference)).toMatchObject({ ok: false, error: { category: 'NOT_FOUND' } });
    },
  );
});
