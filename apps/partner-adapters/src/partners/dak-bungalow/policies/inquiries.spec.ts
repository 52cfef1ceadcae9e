import { hangUp, text } from '@app/partner-kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { about, aboutQuote, IssuingDak, KEY, MAINTENANCE, PROPOSE, plain, STATUS } from '../testing/issuing-dak.js';
import { DOCUMENT_PATH, issued, ORDER, PENDING, PROPOSAL_FORM, proposed } from '../testing/worked-policies.js';

const PROPOSED = plain(proposed());
const DAY_MS = 24 * 3_600_000;

let dak: IssuingDak;

beforeEach(async () => {
  dak = await IssuingDak.start();
});
afterEach(() => dak.stop());

describe('Dak Bungalow, asked what became of a quote', () => {
  it.each([
    ['issued', plain(issued()), { outcome: 'ISSUED', policyNumber: 'DB/PVT/26/0000123' }],
    ['issued, told again', plain(issued('01|ALREADY ISSUED')), { outcome: 'ISSUED' }],
    ['pending', plain(PENDING), { outcome: 'PENDING' }],
    ['not issued', about('47|NOT ISSUED'), { outcome: 'NOT_ISSUED' }],
    ['unknown as a proposal, which is not issued', about('45|NO SUCH'), { outcome: 'NOT_ISSUED' }],
  ])('says that it is %s', async (_what, answer, reply) => {
    dak.answers = [PROPOSED, answer];
    expect(await dak.inquire()).toMatchObject(reply);
    expect(dak.asked).toEqual([PROPOSE, STATUS]);
    expect(dak.partner.calls[0]?.body).toBe(PROPOSAL_FORM);
  });

  it.each([
    ['a cut answer', plain(issued().slice(0, 90)), 'UNKNOWN'],
    ['a closed connection', hangUp, 'UNKNOWN'],
    ['a fatal error', about('99|FATAL'), 'UNKNOWN'],
    ['a refusal of the question', about('43|PAY REF USED'), 'UNKNOWN'],
    ['an answer about another proposal', plain(issued().replace('DBP', 'DBX')), 'UNKNOWN'],
    ['the maintenance page', MAINTENANCE, 'FAILED'],
    ['too many sessions', about('98|TOO MANY SESSIONS'), 'FAILED'],
  ])('says nothing of the policy on %s', async (_what, answer, outcome) => {
    dak.answers = [PROPOSED, answer];
    expect(await dak.inquire()).toMatchObject({ outcome });
  });

  it.each([
    ['referred', aboutQuote('48|REFERRED QUOTE')],
    ['proposed with a fault', aboutQuote('30|INPUT ERROR', 'E|E01|own_name|MANDATORY')],
    ['unknown', aboutQuote('45|NO SUCH QUOTE OR PROPOSAL')],
  ])('says that nothing can have been issued for one that is %s', async (_what, answer) => {
    dak.answers = [answer];
    expect(await dak.inquire()).toEqual({ outcome: 'NOT_ISSUED' });
    expect(dak.asked).toEqual([PROPOSE]);
  });

  it('is not asked of an order that cannot be written, and so was never proposed', async () => {
    const asset = { engineNumber: 'ENG₹1', chassisNumber: 'MA1' };
    expect(await dak.inquire({ ...ORDER, details: { ...ORDER.details, asset } })).toEqual({ outcome: 'NOT_ISSUED' });
    expect(dak.asked).toEqual([]);
  });

  it.each([
    ['expired, and may have been issued before', aboutQuote('42|QUOTE EXPIRED'), 'UNKNOWN'],
    ['not to be had', hangUp, 'UNKNOWN'],
    ['away', MAINTENANCE, 'FAILED'],
  ])('says nothing of the policy when the proposal is %s', async (_what, answer, outcome) => {
    dak.answers = [answer];
    expect(await dak.inquire()).toMatchObject({ outcome });
    expect(dak.asked).toEqual([PROPOSE]);
  });

  it('may have issued a quote that it need not know any longer', async () => {
    dak.answers = [aboutQuote('45|NO SUCH QUOTE OR PROPOSAL')];
    dak.clock.advance(14 * DAY_MS);
    expect(await dak.inquire()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'NOT_FOUND' } });
  });
});

describe('a document of Dak Bungalow', () => {
  const fetchAt = (reference: string) =>
    dak.policies.fetchDocument(
      {
        applicationId: ORDER.applicationId,
        partner: 'dak-bungalow',
        partnerQuoteRef: ORDER.partnerQuoteRef,
        policyNumber: 'DB/PVT/26/0000123',
        document: { id: ORDER.key, type: 'POLICY_SCHEDULE', contentType: 'application/pdf', reference },
      },
      new AbortController().signal,
    );

  it('is fetched with the key, larger than any other answer', async () => {
    const pdf = `%PDF-1.4\n${'x'.repeat(2_000_000)}`;
    dak.answers = [text(200, 'application/pdf', pdf)];
    const document = await fetchAt(DOCUMENT_PATH);
    expect(document).toMatchObject({ ok: true, value: { contentType: 'application/pdf' } });
    expect(document.ok && document.value.bytes.length).toBe(pdf.length);
    expect(dak.asked).toEqual([`GET /cgi-bin/pdoc.do?${KEY}&policy_no=DB%2FPVT%2F26%2F0000123`]);
  });

  it('is asked for at no other path', async () => {
    expect(await fetchAt('/cgi-bin/pissue.do?policy_no=1')).toMatchObject({ error: { category: 'NOT_FOUND' } });
    expect(dak.asked).toEqual([]);
  });

  it.each([
    ['is not there', aboutQuote('45|NO SUCH'), 'NOT_FOUND', false],
    ['cannot be had now', MAINTENANCE, 'UNAVAILABLE', true],
    ['is something else', text(200, 'application/pdf', 'GIF89a'), 'PROTOCOL', false],
    ['comes with an error', text(503, 'application/pdf', '%PDF-1.4'), 'UNAVAILABLE', true],
  ])('is a failure when it %s, which does not tell the key', async (_what, answer, category, retryable) => {
    dak.answers = [answer];
    const document = await fetchAt(DOCUMENT_PATH);
    expect(document).toMatchObject({ ok: false, error: { category, retryable } });
    expect(JSON.stringify(document)).not.toMatch(/dbk|api_key/);
  });
});
