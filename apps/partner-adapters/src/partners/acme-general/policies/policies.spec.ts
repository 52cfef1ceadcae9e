import { ClientCredentials, PartnerHttp } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, garbled, hangUp, json, problem, silence, text } from '@app/partner-kit/testing';
import { acmeGeneral } from '@app/partner-registry';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AcmeGeneralClient } from '../client.js';
import { ISSUED_POLICY, M1_ORDER, M1_POLICY_REQUEST, PENDING_POLICY } from '../testing/worked-policies.js';
import { AcmePolicies } from './policies.js';

const ID = 'AGP-000031';
const ISSUED = { outcome: 'ISSUED', policyNumber: ISSUED_POLICY.policyNumber };
const REFERENCE = `/v1/policies/${ID}/documents/schedule.pdf`;

const patience = () => new AbortController().signal;
const refusal = (status: number, code: string, more: object = {}, headers = {}) =>
  problem(status, { title: 'Asha Rao', status, code, ...more }, headers);

describe('policies of Acme General', () => {
  let partner: FakePartner;
  let http: PartnerHttp;
  let policies: AcmePolicies;
  let tokens: number;
  /** The answers to come to posts and to reads, the last one of each for ever. */
  let posts: FakeAnswer[];
  let reads: FakeAnswer[];

  beforeEach(async () => {
    tokens = 0;
    posts = [json(201, ISSUED_POLICY)];
    reads = [silence];
    partner = await FakePartner.start(({ method, path }) => {
      if (path === '/oauth2/token') {
        tokens += 1;
        return json(200, { access_token: `agt_${tokens}`, token_type: 'Bearer', expires_in: 300 });
      }
      const answers = method === 'POST' ? posts : reads;
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? silence;
    });
    const clock = new ManualClock();
    http = new PartnerHttp({ baseUrl: partner.url, clock });
    const credentials = { tokenPath: '/oauth2/token', clientId: 'market-sbx', clientSecret: 'acme-sbx-secret' };
    const { errorCodes } = acmeGeneral;
    const oauth = new ClientCredentials({ http, ...credentials, scopes: ['quotes', 'policies'], errorCodes, clock });
    policies = new AcmePolicies(new AcmeGeneralClient(http, oauth));
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const issue = () => policies.issue(M1_ORDER, patience());
  const calls = () => partner.calls.filter(({ path }) => path !== '/oauth2/token');
  const paths = () => calls().map(({ method, path }) => `${method} ${path}`);

  it('posts the printed order under its key, and returns the policy', async () => {
    expect(await issue()).toMatchObject({ ...ISSUED, documents: [{ reference: REFERENCE }] });
    const [call] = calls();
    expect(call).toMatchObject({
      method: 'POST',
      path: '/v1/policies',
      headers: {
        authorization: 'Bearer agt_1',
        'content-type': 'application/json',
        'idempotency-key': M1_ORDER.key,
        'x-correlation-id': M1_ORDER.applicationId,
      },
      body: JSON.stringify(JSON.parse(M1_POLICY_REQUEST)),
    });
    expect(calls()).toHaveLength(1);
  });

  it('sends a repeat as the same bytes under the same key', async () => {
    posts = [hangUp, json(201, ISSUED_POLICY, { 'idempotent-replayed': 'true' })];
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'TIMEOUT' } });
    expect(await issue()).toMatchObject(ISSUED);
    const sent = calls().map(({ headers, body }) => [headers['idempotency-key'], body]);
    expect(sent[0]).toEqual(sent[1]);
  });

  it('asks with a new token when the old one is refused', async () => {
    posts = [refusal(401, 'TOKEN_EXPIRED'), json(201, ISSUED_POLICY)];
    expect(await issue()).toMatchObject(ISSUED);
    expect(calls().map(({ headers }) => headers.authorization)).toEqual(['Bearer agt_1', 'Bearer agt_2']);
  });

  describe('of which A says that they are pending', () => {
    beforeEach(() => {
      posts = [json(202, PENDING_POLICY)];
    });

    it('looks at the policy at once: a repeat gets the stored answer for ever', async () => {
      reads = [json(200, ISSUED_POLICY)];
      expect(await issue()).toMatchObject(ISSUED);
      expect(paths()).toEqual(['POST /v1/policies', `GET /v1/policies/${ID}`]);
    });

    it.each([
      ['pending still', json(200, PENDING_POLICY)],
      ['nothing', hangUp],
      ['something unreadable', garbled(200, ISSUED_POLICY)],
      ['that it is away', refusal(503, 'UPSTREAM_UNAVAILABLE')],
    ])('is pending when it then hears %s', async (_what, answer) => {
      reads = [answer];
      expect(await issue()).toEqual({ outcome: 'PENDING' });
      expect(calls()).toHaveLength(2);
    });
  });

  describe('of a quote that has its policy', () => {
    beforeEach(() => {
      posts = [refusal(409, 'QUOTE_ALREADY_USED', { policyId: ID })];
    });

    it.each([
      ['adopts it', json(200, ISSUED_POLICY), ISSUED],
      ['waits for one that is pending', json(200, PENDING_POLICY), { outcome: 'PENDING' }],
      [
        'says that there is one when A does not show it',
        hangUp,
        { outcome: 'REFUSED', error: { category: 'DUPLICATE' } },
      ],
    ])('%s', async (_what, answer, reply) => {
      reads = [answer];
      expect(await issue()).toMatchObject(reply);
      expect(paths()).toEqual(['POST /v1/policies', `GET /v1/policies/${ID}`]);
    });

    it.each(['../quotes/AGQ-1', '..', 'AGP 31', '', 31, undefined])(
      'asks for no policy under the id %p',
      async (policyId) => {
        posts = [refusal(409, 'QUOTE_ALREADY_USED', { policyId })];
        expect(await issue()).toMatchObject({ outcome: 'REFUSED', error: { category: 'DUPLICATE' } });
        expect(paths()).toEqual(['POST /v1/policies']);
      },
    );

    it('asks under an id with any letter that it may have', async () => {
      posts = [refusal(409, 'QUOTE_ALREADY_USED', { policyId: 'AGP/31.2_b-1' })];
      reads = [json(200, ISSUED_POLICY)];
      expect(await issue()).toMatchObject(ISSUED);
      expect(paths()[1]).toBe('GET /v1/policies/AGP%2F31.2_b-1');
    });

    it('reads the id of a policy with that refusal only', async () => {
      posts = [refusal(422, 'PAYMENT_MISMATCH', { policyId: ID })];
      expect(await issue()).toMatchObject({ outcome: 'REFUSED', error: { category: 'PAYMENT_MISMATCH' } });
      expect(paths()).toEqual(['POST /v1/policies']);
    });
  });

  it('tells the new price', async () => {
    posts = [refusal(409, 'PRICE_CHANGED', { newTotal: 1788161 })];
    expect(await issue()).toMatchObject({
      outcome: 'REFUSED',
      newTotalMinor: 1788161,
      error: { category: 'PRICE_CHANGED', partnerCode: 'PRICE_CHANGED' },
    });
  });

  it.each([undefined, 17_881.61, '1788161', -1])('asks nobody to accept the price %p', async (newTotal) => {
    posts = [refusal(409, 'PRICE_CHANGED', { newTotal })];
    const reply = await issue();
    expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'PROTOCOL', partnerCode: 'PRICE_CHANGED' } });
    expect(reply).not.toHaveProperty('newTotalMinor');
  });

  it('waits for a call under the same key that runs still', async () => {
    posts = [refusal(409, 'REQUEST_IN_PROGRESS', {}, { 'retry-after': '1' })];
    expect(await issue()).toMatchObject({
      outcome: 'UNKNOWN',
      error: { category: 'UNAVAILABLE', retryable: true, retryAfterMs: 1_000 },
    });
  });

  /** Rows of partners.md A.4. */
  it.each([
    [400, 'MALFORMED_JSON', 'REFUSED', 'PROTOCOL'],
    [401, 'TOKEN_MISSING', 'FAILED', 'AUTHENTICATION'],
    [401, 'TOKEN_INVALID', 'FAILED', 'AUTHENTICATION'],
    [401, 'TOKEN_EXPIRED', 'FAILED', 'AUTHENTICATION'],
    [403, 'INSUFFICIENT_SCOPE', 'REFUSED', 'AUTHORIZATION'],
    [404, 'QUOTE_NOT_FOUND', 'REFUSED', 'NOT_FOUND'],
    [410, 'QUOTE_EXPIRED', 'REFUSED', 'QUOTE_EXPIRED'],
    [422, 'VALIDATION_FAILED', 'REFUSED', 'VALIDATION'],
    [422, 'PAYMENT_MISMATCH', 'REFUSED', 'PAYMENT_MISMATCH'],
    [422, 'QUOTE_NOT_BINDABLE', 'REFUSED', 'UNDERWRITING'],
    [422, 'IDEMPOTENCY_KEY_REUSED', 'REFUSED', 'PROTOCOL'],
    [428, 'IDEMPOTENCY_KEY_REQUIRED', 'REFUSED', 'PROTOCOL'],
    [429, 'RATE_LIMITED', 'FAILED', 'RATE_LIMITED'],
    [500, 'INTERNAL_ERROR', 'UNKNOWN', 'PARTNER_INTERNAL'],
    [502, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN', 'UNAVAILABLE'],
    [503, 'UPSTREAM_UNAVAILABLE', 'FAILED', 'UNAVAILABLE'],
    [504, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN', 'UNAVAILABLE'],
  ])('reads %i %s as %s, %s', async (status, code, outcome, category) => {
    posts = [refusal(status, code)];
    const reply = await issue();
    expect(reply).toMatchObject({ outcome, error: { category, partnerCode: code, httpStatus: status } });
    expect(JSON.stringify(reply)).not.toContain('Asha');
  });

  it.each([
    ['half an answer', garbled(201, ISSUED_POLICY)],
    ['a page', text(200, 'text/html', '<html>')],
    ['a policy without a number', json(201, { ...ISSUED_POLICY, policyNumber: null })],
  ])('cannot tell what became of it after %s', async (_what, answer) => {
    posts = [answer];
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'PROTOCOL' } });
  });

  it('ends when nobody waits any more', async () => {
    posts = [silence];
    const reply = policies.issue(M1_ORDER, AbortSignal.timeout(200));
    expect(await reply).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'TIMEOUT' } });
  });

  describe('and their documents', () => {
    const fetch = (reference: string) =>
      policies.fetchDocument(
        {
          applicationId: M1_ORDER.applicationId,
          partner: 'acme-general',
          partnerQuoteRef: M1_ORDER.partnerQuoteRef,
          policyNumber: ISSUED_POLICY.policyNumber,
          document: {
            id: '01934f2a-0000-7000-8000-0000000000d1',
            type: 'POLICY_SCHEDULE',
            contentType: 'application/pdf',
            reference,
          },
        },
        patience(),
      );

    it('are read from where they were announced', async () => {
      reads = [text(200, 'application/pdf', '%PDF-1.4 schedule')];
      const document = await fetch(REFERENCE);
      expect(document).toMatchObject({ ok: true, value: { contentType: 'application/pdf' } });
      expect(document.ok && Buffer.from(document.value.bytes).toString()).toBe('%PDF-1.4 schedule');
      expect(paths()).toEqual([`GET ${REFERENCE}`]);
      expect(calls()[0]?.headers.authorization).toBe('Bearer agt_1');
    });

    it('may be larger than other answers', async () => {
      reads = [text(200, 'application/pdf', `%PDF-${' '.repeat(2 * 1_048_576)}`)];
      expect(await fetch(REFERENCE)).toMatchObject({ ok: true });
    });

    it.each([
      ['a page in its place', text(200, 'text/html', '<html>'), 'PROTOCOL'],
      ['a policy that is not issued yet', refusal(404, 'POLICY_NOT_FOUND'), 'NOT_FOUND'],
      ['a partner that is away', refusal(503, 'UPSTREAM_UNAVAILABLE'), 'UNAVAILABLE'],
    ])('are not there for %s', async (_what, answer, category) => {
      reads = [answer];
      expect(await fetch(REFERENCE)).toMatchObject({ ok: false, error: { category } });
    });

    it('are asked for nowhere else', async () => {
      expect(await fetch('/v1/quotes/AGQ-20261123-000017')).toMatchObject({ ok: false });
      expect(calls()).toEqual([]);
    });
  });
});
