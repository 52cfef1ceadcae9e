import { PartnerHttp } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, hangUp, json, silence, text } from '@app/partner-kit/testing';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CogwheelDirectClient } from '../client.js';
import { isSigned } from '../testing/signed-call.js';
import { answerWith, IN_PROCESS, MOTOR_ORDER, MOTOR_QUESTION, POLICY, statusWith } from '../testing/worked-policies.js';
import { CogwheelPolicies } from './policies.js';

const key = { keyId: 'cogk_sandbox_01', secret: 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa' };
const patience = () => new AbortController().signal;

const refusal = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  json(status, { status: 'ERROR', error: { code, text: 'No', ...more } }, headers);

const STATUS_PATH = '/v2/policy?quote_no=CGQ7K2M1';
const PDF_PATH = '/v2/policy/CGD-2026-004411/pdf';
const NONE = { state: 'NONE' };
const ISSUED = {
  outcome: 'ISSUED',
  policyNumber: 'CGD-2026-004411',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ reference: PDF_PATH }],
};

describe('issuing at Cogwheel Direct', () => {
  let partner: FakePartner;
  let http: PartnerHttp;
  let policies: CogwheelPolicies;
  /** The answers to come, the last one for ever. */
  let answers: FakeAnswer[];

  beforeEach(async () => {
    answers = [json(200, answerWith(POLICY))];
    partner = await FakePartner.start(() => (answers.length > 1 ? answers.shift() : answers[0]) ?? silence);
    const clock = new ManualClock('2026-11-23T10:12:30Z');
    http = new PartnerHttp({ baseUrl: partner.url, clock });
    let nonces = 0;
    const newNonce = () => `nonce-0123456789-${++nonces}`;
    policies = new CogwheelPolicies(new CogwheelDirectClient({ http, key, now: () => clock.now(), newNonce }));
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const issue = () => policies.issue(MOTOR_ORDER, patience());
  const inquire = () => policies.inquire(MOTOR_ORDER, patience());
  const asked = () => partner.calls.map(({ method, path }) => `${method} ${path}`);

  it('posts the order signed, and the same bytes with another signature when it is repeated', async () => {
    expect(await issue()).toMatchObject(ISSUED);
    await issue();
    expect(asked()).toEqual(['POST /v2/policy/issue', 'POST /v2/policy/issue']);
    expect(partner.calls.every(isSigned)).toBe(true);
    expect(partner.calls.map(({ body }) => body)).toEqual([MOTOR_QUESTION, MOTOR_QUESTION]);
    expect(new Set(partner.calls.map(({ headers }) => headers['x-cog-signature'])).size).toBe(2);
  });

  it.each([
    ['a proxy answers', text(404, 'text/html', '<html>'), 'PROTOCOL'],
    ['it is about another order', json(200, answerWith(POLICY, { issue_ref: 'ISS-2' })), 'PROTOCOL'],
  ])('does not know what became of it when %s', async (_what, answer, category) => {
    answers = [answer];
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category } });
  });

  describe('at a price that has changed', () => {
    const changed = (price: string) =>
      text(409, 'application/json', `{"status":"ERROR","error":{"code":"C-ISS-420","new_premium":${price}}}`);

    it.each([
      ['17544', 1_754_400],
      ['17544.10', 1_754_410],
      ['1117.35', 111_735],
    ])('tells the new total %s to the paisa', async (price, newTotalMinor) => {
      answers = [changed(price)];
      expect(await issue()).toMatchObject({ outcome: 'REFUSED', newTotalMinor, error: { category: 'PRICE_CHANGED' } });
    });

    it.each(['null', '"17544"', '17544.001', '0', '-1'])('is for operators when the new one is %s', async (price) => {
      answers = [changed(price)];
      const reply = await issue();
      expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'PROTOCOL', partnerCode: 'C-ISS-420' } });
      expect(reply).not.toHaveProperty('newTotalMinor');
    });
  });

  describe('when the quote has its policy under another reference', () => {
    const issuedBefore = refusal(409, 'C-ISS-410', { policy_no: 'CGD-2026-004411' });

    it('adopts it as the status call shows it', async () => {
      answers = [issuedBefore, json(200, statusWith(POLICY))];
      expect(await issue()).toMatchObject(ISSUED);
      expect(asked()).toEqual(['POST /v2/policy/issue', `GET ${STATUS_PATH}`]);
    });

    it.each([
      ['is away', refusal(503, 'C-SYS-900')],
      ['says nothing', hangUp],
      ['shows none', json(200, statusWith(NONE))],
    ])('adopts its number when the status call %s', async (_what, answer) => {
      answers = [issuedBefore, answer];
      expect(await issue()).toEqual({ outcome: 'ISSUED', policyNumber: 'CGD-2026-004411', documents: [] });
    });

    it('is pending while that one has no number', async () => {
      answers = [refusal(409, 'C-ISS-410')];
      expect(await issue()).toEqual({ outcome: 'PENDING' });
      expect(partner.calls).toHaveLength(1);
    });
  });

  /** Inquiry, then manual (canonical-model.md §7, partners-errata.md 15). */
  describe('when our reference was used for something else', () => {
    const usedOtherwise = refusal(409, 'C-ISS-409', { policy_no: 'CGD-2026-004412' });

    it.each([
      ['the policy', POLICY, ISSUED],
      ['a policy in process', IN_PROCESS, { outcome: 'PENDING' }],
    ])('takes %s that the status call shows of our own quote', async (_shown, policy, reply) => {
      answers = [usedOtherwise, json(200, statusWith(policy))];
      expect(await issue()).toMatchObject(reply);
      expect(asked()).toEqual(['POST /v2/policy/issue', `GET ${STATUS_PATH}`]);
    });

    it.each([
      ['shows none', json(200, statusWith(NONE))],
      ['is away', refusal(503, 'C-SYS-900')],
      ['says nothing', hangUp],
    ])('adopts nothing when the status call %s', async (_what, answer) => {
      answers = [usedOtherwise, answer];
      const error = { category: 'PROTOCOL', partnerCode: 'C-ISS-409' };
      expect(await issue()).toMatchObject({ outcome: 'REFUSED', error });
    });
  });

  describe('asked what became of a quote', () => {
    it.each([
      ['issued', json(200, statusWith(POLICY)), ISSUED],
      ['in process', json(200, statusWith(IN_PROCESS)), { outcome: 'PENDING' }],
      ['not issued', json(200, statusWith(NONE)), { outcome: 'NOT_ISSUED' }],
      ['unknown, which is not issued', refusal(404, 'C-ISS-404'), { outcome: 'NOT_ISSUED' }],
    ])('says that it is %s', async (_what, answer, reply) => {
      answers = [answer];
      expect(await inquire()).toMatchObject(reply);
      expect(asked()).toEqual([`GET ${STATUS_PATH}`]);
      expect(partner.calls.every(isSigned)).toBe(true);
    });

    it.each([
      ['a page without a code', text(404, 'text/html', '<html>'), 'UNKNOWN'],
      ['a cut answer', text(200, 'application/json', '{"status":"OK","policy":{"state":"NO'), 'UNKNOWN'],
      ['a state that nobody knows', json(200, statusWith({ state: 'GONE' })), 'UNKNOWN'],
      ['a closed connection', hangUp, 'UNKNOWN'],
      ['a refusal of the question', refusal(400, 'C-VAL-001', { field: 'quote_no' }), 'UNKNOWN'],
      ['a refusal of somebody else', refusal(410, 'C-ISS-411'), 'UNKNOWN'],
      ['a rate limit', refusal(429, 'C-RATE-001'), 'FAILED'],
      ['a failure', refusal(503, 'C-SYS-900'), 'FAILED'],
    ])('says nothing of the policy on %s', async (_what, answer, outcome) => {
      answers = [answer];
      expect(await inquire()).toMatchObject({ outcome });
    });

    it('asks for a quote whatever marks its number has', async () => {
      await policies.inquire({ ...MOTOR_ORDER, partnerQuoteRef: 'CG/7&a=b' }, patience());
      expect(asked()).toEqual(['GET /v2/policy?quote_no=CG%2F7%26a%3Db']);
      expect(partner.calls.every(isSigned)).toBe(true);
    });
  });

  describe('fetching a document', () => {
    const fetchAt = (reference: string) =>
      policies.fetchDocument(
        {
          applicationId: MOTOR_ORDER.applicationId,
          partner: 'cogwheel-direct',
          partnerQuoteRef: 'CGQ7K2M1',
          policyNumber: 'CGD-2026-004411',
          document: {
            id: '5a7b6e2c-9f0d-5f43-8a86-1f0f3f1c9d22',
            type: 'POLICY_SCHEDULE',
            contentType: 'application/pdf',
            reference,
          },
        },
        patience(),
      );

    it('gets it signed, larger than any other answer', async () => {
      const pdf = `%PDF-1.4\n${'x'.repeat(2_000_000)}`;
      answers = [text(200, 'application/pdf', pdf)];
      const document = await fetchAt(PDF_PATH);
      expect(document).toMatchObject({ ok: true, value: { contentType: 'application/pdf' } });
      expect(document.ok && document.value.bytes.length).toBe(pdf.length);
      expect(asked()).toEqual([`GET ${PDF_PATH}`]);
      expect(partner.calls.every(isSigned)).toBe(true);
    });

    it.each(['/v2/policy/issue', '/v2/policy/../pdf', 'http://elsewhere.example/v2/policy/C/pdf', `${PDF_PATH}?a=b`])(
      'asks nobody for %s',
      async (reference) => {
        expect(await fetchAt(reference)).toMatchObject({ ok: false, error: { category: 'NOT_FOUND' } });
        expect(partner.calls).toEqual([]);
      },
    );

    it.each([
      ['is not there', refusal(404, 'C-ISS-404'), 'NOT_FOUND', false],
      ['is something else', json(200, {}), 'PROTOCOL', false],
      ['cannot be had now', refusal(503, 'C-SYS-900'), 'UNAVAILABLE', true],
    ])('says why when it %s', async (_what, answer, category, retryable) => {
      answers = [answer];
      expect(await fetchAt(PDF_PATH)).toMatchObject({ ok: false, error: { category, retryable } });
    });
  });
});
