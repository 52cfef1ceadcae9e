import type { WireAnswer } from '@app/partner-kit/conformance';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AskingBabbage } from '../testing/asking-babbage.js';
import { messageIn, seen } from '../testing/readings.js';
import { fault, faultDetail, wireXml } from '../testing/refusals.js';
import { errorOf, rejectedFor } from '../testing/worked-answers.js';
import {
  issued,
  KEY,
  M1_ADD,
  M1_ORDER,
  POLICY_NUMBER,
  policyAnswer,
  QUOTE_NUMBER,
  R1_ORDER,
  RESPONSE_PENDING,
  standing,
} from '../testing/worked-policies.js';
import { BabbagePolicies } from './policies.js';

const INQUIRY_ID = '0b7f2f0e-58b7-4d5c-8f66-33f3a4a40009';
const ISSUED = { outcome: 'ISSUED', policyNumber: POLICY_NUMBER };

const patience = () => new AbortController().signal;
const added = (content: string) => wireXml(200, policyAnswer('PersAutoPolicyAdd', content));
const told = (content: string) => wireXml(200, policyAnswer('PolicyInq', content, INQUIRY_ID));
const error = (extended: string, code: string, more = '') => added(errorOf(extended, code) + more);
const named = `<PersPolicy><PolicyNumber>${POLICY_NUMBER}</PolicyNumber></PersPolicy>`;
const amount = (total: string) => `<com.bl_NewTotalAmt><Amt>${total}</Amt></com.bl_NewTotalAmt>`;

describe('policies of Babbage & Lovelace', () => {
  let asking: AskingBabbage;
  let policies: BabbagePolicies;

  beforeEach(async () => {
    asking = await AskingBabbage.start(added(issued()));
    policies = new BabbagePolicies(asking.client, () => INQUIRY_ID);
  });

  afterEach(() => asking.stop());

  const answers = (...given: WireAnswer[]) => asking.answers.splice(0, asking.answers.length, ...given);
  const issue = (order = M1_ORDER) => policies.issue(order, patience());
  const inquire = async () => policies.inquire(M1_ORDER, patience());
  const actions = () => asking.partner.calls.map(({ headers }) => headers.soapaction);

  it('sends the printed Add under our key, and returns the policy', async () => {
    expect(await issue()).toMatchObject({ ...ISSUED, documents: [{ reference: 'attachment' }] });
    const [call] = asking.partner.calls;
    expect(call).toMatchObject({ method: 'POST', path: '/services/AcordGateway' });
    expect(actions()).toEqual(['"urn:bl:PolicyAdd"']);
    const acord = seen('<ACORD xmlns="urn:babbage-lovelace:pcs-like:1"/>');
    expect(messageIn(call?.body ?? '')).toEqual({ ...acord, content: [seen(M1_ADD)] });
  });

  it('sends a repeat as the same message under the same id, signed afresh', async () => {
    await issue();
    await issue();
    const bodies = asking.partner.calls.map(({ body }) => body.slice(body.indexOf('<ACORD')));
    expect(bodies[0]).toContain(`<RqUID>${KEY}</RqUID>`);
    expect(bodies[0]).toBe(bodies[1]);
    expect(new Set(asking.inAllCalls('Nonce')).size).toBe(2);
  });

  it('sends a package for a trip', async () => {
    answers(wireXml(200, policyAnswer('PersPkgPolicyAdd', issued())));
    expect(await issue(R1_ORDER)).toMatchObject(ISSUED);
  });

  it('is pending while B says so', async () => {
    answers(added(RESPONSE_PENDING));
    expect(await issue()).toEqual({ outcome: 'PENDING' });
    expect(asking.partner.calls).toHaveLength(1);
  });

  it.each([
    ['within the reason', errorOf('com.bl_PriceChanged', 'BL-907', amount('17797.00'))],
    [
      'within the status',
      errorOf('com.bl_PriceChanged', 'BL-907').replace('</MsgStatus>', `${amount('17797.00')}</MsgStatus>`),
    ],
    ['beside the status', errorOf('com.bl_PriceChanged', 'BL-907') + amount('17797.00')],
  ])('tells the new price that stands %s', async (_where, content) => {
    answers(added(content));
    expect(await issue()).toMatchObject({
      outcome: 'REFUSED',
      newTotalMinor: 1779700,
      error: { category: 'PRICE_CHANGED', partnerCode: 'BL-907' },
    });
  });

  it.each(['', amount('17797'), amount('-1.00')])('asks nobody to accept the price %p', async (more) => {
    answers(error('com.bl_PriceChanged', 'BL-907', more));
    const reply = await issue();
    expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'PROTOCOL', partnerCode: 'BL-907' } });
    expect(reply).not.toHaveProperty('newTotalMinor');
  });

  describe('of a quote that has its policy under another id', () => {
    it('adopts it as the inquiry shows it', async () => {
      answers(error('Duplicate', 'BL-905', named), told(issued()));
      expect(await issue()).toMatchObject({ ...ISSUED, period: { from: '2026-12-01', to: '2027-11-30' } });
      expect(actions()).toEqual(['"urn:bl:PolicyAdd"', '"urn:bl:PolicyInq"']);
    });

    it('adopts its number when the inquiry brings nothing', async () => {
      answers(error('Duplicate', 'BL-905', named), fault('soapenv:Server', faultDetail('BL-951', 1)));
      const reply = await issue();
      expect(reply).toMatchObject({ ...ISSUED, documents: [{ reference: 'attachment' }] });
      expect(reply).not.toHaveProperty('period');
    });

    it('only says that there is one when nobody tells its number', async () => {
      answers(error('Duplicate', 'BL-905'), fault('soapenv:Server', faultDetail('BL-951', 1)));
      expect(await issue()).toMatchObject({ outcome: 'REFUSED', error: { category: 'DUPLICATE' } });
    });
  });

  /** Inquiry, then manual (canonical-model.md §7, partners-errata.md 15). */
  describe.each([
    ['used our id for something else', 'BL-904', error('Duplicate', 'BL-904', named)],
    ['cannot make out the message', 'BL-902', fault('soapenv:Client', faultDetail('BL-902', 0))],
  ])('when B says that it has %s', (_what, partnerCode, refusal) => {
    it.each([
      ['the policy', issued(), ISSUED],
      ['a policy being made', standing('QuotedAwaitingIssue'), { outcome: 'PENDING' }],
    ])('takes %s that the inquiry about our own quote shows', async (_shown, content, reply) => {
      answers(refusal, told(content));
      expect(await issue()).toMatchObject(reply);
      expect(actions()).toEqual(['"urn:bl:PolicyAdd"', '"urn:bl:PolicyInq"']);
    });

    it.each([
      ['shows none', told(standing('QuotedNotBound'))],
      ['is refused as well', refusal],
      ['is not answered', fault('soapenv:Server', faultDetail('BL-951', 1))],
    ])('adopts nothing when the inquiry %s', async (_how, answer) => {
      answers(refusal, answer);
      expect(await issue()).toMatchObject({ outcome: 'REFUSED', error: { category: 'PROTOCOL', partnerCode } });
      expect(actions()).toEqual(['"urn:bl:PolicyAdd"', '"urn:bl:PolicyInq"']);
    });
  });

  it('refuses what XML cannot hold before any call', async () => {
    const proposer = { ...M1_ORDER.details.proposer, fullName: 'Asha \ud800 Rao' };
    const reply = await issue({ ...M1_ORDER, details: { ...M1_ORDER.details, proposer } });
    expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'VALIDATION' } });
    expect(asking.partner.calls).toEqual([]);
  });

  /** Rows of partners.md B.4. */
  it.each([
    ['BL-901', error('DataMissing', 'BL-901'), 'REFUSED', 'VALIDATION'],
    ['BL-903', error('com.bl_DataInvalid', 'BL-903'), 'REFUSED', 'VALIDATION'],
    ['BL-906', error('com.bl_QuoteExpired', 'BL-906'), 'REFUSED', 'QUOTE_EXPIRED'],
    ['BL-908', error('com.bl_PaymentMismatch', 'BL-908'), 'REFUSED', 'PAYMENT_MISMATCH'],
    ['BL-909', error('com.bl_NotBindable', 'BL-909'), 'REFUSED', 'UNDERWRITING'],
    ['BL-910', error('com.bl_NotFound', 'BL-910'), 'REFUSED', 'NOT_FOUND'],
    ['BL-199', added(rejectedFor('BL-199', 'No')), 'REFUSED', 'UNDERWRITING'],
    ['BL-950', error('com.bl_HostUnavailable', 'BL-950'), 'FAILED', 'UNAVAILABLE'],
    ['BL-951', fault('soapenv:Server', faultDetail('BL-951', 1)), 'FAILED', 'UNAVAILABLE'],
    ['BL-902', fault('soapenv:Client', faultDetail('BL-902', 0)), 'REFUSED', 'PROTOCOL'],
    ['BL-999', fault('soapenv:Server', faultDetail('BL-999', 0)), 'UNKNOWN', 'PARTNER_INTERNAL'],
    ['FailedAuthentication', fault('wsse:FailedAuthentication'), 'FAILED', 'AUTHENTICATION'],
    ['MessageExpired', fault('wsse:MessageExpired'), 'FAILED', 'AUTHENTICATION'],
    ['InvalidSecurityToken', fault('wsse:InvalidSecurityToken'), 'FAILED', 'AUTHENTICATION'],
  ])('reads %s as %s, %s', async (partnerCode, answer, outcome, category) => {
    answers(answer);
    const reply = await issue();
    expect(reply).toMatchObject({ outcome, error: { category, partnerCode } });
    expect(JSON.stringify(reply)).not.toMatch(/Rao|9800000001|MH12AB1234/);
  });

  it.each([
    ['half an answer', wireXml(200, policyAnswer('PersAutoPolicyAdd', issued()).slice(0, 300))],
    ['a success that sold nothing', added(standing('QuotedNotBound'))],
    ['a document type', wireXml(200, `<!DOCTYPE a [<!ENTITY b "c">]>${policyAnswer('PersAutoPolicyAdd', issued())}`)],
  ])('cannot tell what became of it after %s', async (_what, answer) => {
    answers(answer);
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'PROTOCOL', partnerCode: null } });
  });

  describe('when B is asked what became of them', () => {
    it.each([
      ['Issued', issued(), ISSUED],
      ['QuotedAwaitingIssue', standing('QuotedAwaitingIssue'), { outcome: 'PENDING' }],
      ['QuotedNotBound', standing('QuotedNotBound'), { outcome: 'NOT_ISSUED' }],
      ['no such quote', errorOf('com.bl_NotFound', 'BL-910'), { outcome: 'NOT_ISSUED' }],
    ])('reads %s as it is meant', async (_what, content, reply) => {
      answers(told(content));
      expect(await inquire()).toMatchObject(reply);
      expect(actions()).toEqual(['"urn:bl:PolicyInq"']);
      expect(asking.inAllCalls('CompanysQuoteNumber')).toEqual([QUOTE_NUMBER]);
      expect(asking.inAllCalls('RqUID')).toEqual([INQUIRY_ID]);
    });

    it.each([
      ['its id used before', told(errorOf('Duplicate', 'BL-904')), 'UNKNOWN', 'PROTOCOL'],
      ['something invalid', told(errorOf('com.bl_DataInvalid', 'BL-903')), 'UNKNOWN', 'VALIDATION'],
      ['B internally broken', fault('soapenv:Server', faultDetail('BL-999', 0)), 'UNKNOWN', 'PARTNER_INTERNAL'],
      ['B overloaded', fault('soapenv:Server', faultDetail('BL-951', 1)), 'FAILED', 'UNAVAILABLE'],
      ['an answer to an Add', added(issued()), 'UNKNOWN', 'PROTOCOL'],
    ])('concludes nothing from %s', async (_what, answer, outcome, category) => {
      answers(answer);
      expect(await inquire()).toMatchObject({ outcome, error: { category } });
    });
  });

  describe('and their documents', () => {
    const fetch = () =>
      policies.fetchDocument(
        {
          applicationId: M1_ORDER.applicationId,
          partner: 'babbage-lovelace',
          partnerQuoteRef: QUOTE_NUMBER,
          policyNumber: POLICY_NUMBER,
          document: {
            id: '01934f2a-0000-7000-8000-0000000000d1',
            type: 'POLICY_SCHEDULE',
            contentType: 'application/pdf',
            reference: 'attachment',
          },
        },
        patience(),
      );

    it('are read out of the answer to an inquiry', async () => {
      answers(told(issued()));
      const document = await fetch();
      expect(document).toMatchObject({ ok: true, value: { contentType: 'application/pdf' } });
      expect(document.ok && Buffer.from(document.value.bytes).toString()).toBe('%PDF-1.4\n');
      expect(actions()).toEqual(['"urn:bl:PolicyInq"']);
    });

    it('may be larger than other answers', async () => {
      answers(told(issued(Buffer.from(`%PDF-${' '.repeat(2 * 1_048_576)}`).toString('base64'))));
      expect(await fetch()).toMatchObject({ ok: true });
    });

    it.each([
      ['are not there yet', told(standing('QuotedAwaitingIssue')), 'NOT_FOUND'],
      ['cannot be had from a B that is away', fault('soapenv:Server', faultDetail('BL-951', 1)), 'UNAVAILABLE'],
    ])('%s', async (_what, answer, category) => {
      answers(answer);
      expect(await fetch()).toMatchObject({ ok: false, error: { category } });
    });
  });
});
