import { type DocumentCall, type IssuanceReply, issuanceReply } from '@app/contracts';
import { PartnerHttp } from '@app/partner-kit';
import {
  type FakeAnswer,
  FakePartner,
  garbled,
  hangUp,
  json,
  type ReceivedCall,
  silence,
  text,
} from '@app/partner-kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { FizzbuzzClient } from '../client.js';
import { promptClock } from '../testing/prompt-clock.js';
import { CAR_ORDER, ISSUED, ISSUED_REPLY, PENDING, PRINTED_CALL, withKeys } from '../testing/worked-policies.js';
import { FizzbuzzPolicies } from './policies.js';

const order = withKeys(CAR_ORDER);
const patience = () => new AbortController().signal;

const rpcCall = z.object({ id: z.int(), method: z.string(), params: z.looseObject({}) });
const sentIn = ({ body }: ReceivedCall) => rpcCall.parse(JSON.parse(body));

const result = (value: unknown) => json(200, { jsonrpc: '2.0', id: 1, result: value });
const refusal = (code: number, data?: object) =>
  json(200, { jsonrpc: '2.0', id: 1, error: { code, message: 'No', data } });

describe('policies of Fizzbuzz', () => {
  let partner: FakePartner;
  let http: PartnerHttp;
  let client: FizzbuzzClient;
  let policies: FizzbuzzPolicies;
  /** By method. */
  let answers: Record<string, FakeAnswer>;

  beforeEach(async () => {
    answers = { 'policy.issue': result(ISSUED), 'policy.get': result(ISSUED) };
    partner = await FakePartner.start((call) => answers[sentIn(call).method] ?? silence);
    http = new PartnerHttp({ baseUrl: partner.url, clock: promptClock });
    client = new FizzbuzzClient({ http, bearer: 'fzb-sandbox-market', clock: promptClock });
    policies = new FizzbuzzPolicies(client);
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const issue = async (signal = patience()): Promise<IssuanceReply> =>
    issuanceReply.parse(await policies.issue(order, signal));
  const methods = () => partner.calls.map((call) => sentIn(call).method);

  it('are issued by the call that F prints, with the bearer token', async () => {
    expect(await issue()).toMatchObject(ISSUED_REPLY);
    expect(partner.calls).toMatchObject([
      { path: '/rpc', body: PRINTED_CALL, headers: { authorization: 'Bearer fzb-sandbox-market' } },
    ]);
  });

  it('never share a batch, though several are issued at once', async () => {
    await Promise.all([issue(), issue(), policies.inquire(order, patience())]);
    expect(partner.calls).toHaveLength(3);
    expect(new Set(partner.calls.map(sentIn).map(({ id }) => id))).toEqual(new Set([1]));
  });

  it('are the same bytes for the same order', async () => {
    await issue();
    await issue();
    expect(partner.calls[1]?.body).toBe(partner.calls[0]?.body);
  });

  it('are pending while F says so', async () => {
    answers['policy.issue'] = result(PENDING);
    expect(await issue()).toEqual({ outcome: 'PENDING' });
  });

  it('are adopted with all that F tells of them when there is one already', async () => {
    answers['policy.issue'] = refusal(-32030, { policyNo: 'FZ-2026-M-00077' });
    expect(await issue()).toMatchObject(ISSUED_REPLY);
    expect(methods()).toEqual(['policy.issue', 'policy.get']);
    expect(partner.calls.slice(1).map(sentIn)).toMatchObject([{ params: { offerId: order.partnerQuoteRef } }]);
  });

  it.each([
    ['fails', refusal(-32020)],
    ['is lost', hangUp],
    ['says that there is none', refusal(-32040)],
    ['says that it is pending', result(PENDING)],
  ])('are adopted by their number alone when the answer that tells of them %s', async (_what, answer) => {
    answers['policy.issue'] = refusal(-32030, { policyNo: 'FZ-2026-M-00077' });
    answers['policy.get'] = answer;
    expect(await issue()).toEqual({ outcome: 'ISSUED', policyNumber: 'FZ-2026-M-00077', documents: [] });
  });

  it('are pending when there is one already that has no number yet', async () => {
    answers['policy.issue'] = refusal(-32030);
    expect(await issue()).toEqual({ outcome: 'PENDING' });
    expect(methods()).toEqual(['policy.issue']);
  });

  it.each([
    ['adopted as the inquiry shows them', result(ISSUED), ISSUED_REPLY],
    [
      'somebody’s to look at when it shows none',
      refusal(-32040),
      { outcome: 'REFUSED', error: { category: 'PROTOCOL' } },
    ],
  ])('are %s when our key was used for something else', async (_what, shown, expected) => {
    answers['policy.issue'] = refusal(-32031);
    answers['policy.get'] = shown;
    expect(await issue()).toMatchObject(expected);
    expect(methods()).toEqual(['policy.issue', 'policy.get']);
  });

  it('have a new total when the price has changed', async () => {
    answers['policy.issue'] = refusal(-32033, { newTotalMinor: 1_593_400 });
    expect(await issue()).toMatchObject({ outcome: 'REFUSED', newTotalMinor: 1_593_400 });
  });

  it.each([
    ['lost', hangUp, 'UNKNOWN', 'TIMEOUT'],
    ['cut', garbled(200, { jsonrpc: '2.0', id: 1, result: ISSUED }), 'UNKNOWN', 'PROTOCOL'],
    ['one to another call', json(200, { jsonrpc: '2.0', id: 2, result: ISSUED }), 'UNKNOWN', 'PROTOCOL'],
    ['HTML', text(200, 'text/html', '<html></html>'), 'UNKNOWN', 'PROTOCOL'],
    ['of a gateway', text(504, 'text/html', '<html></html>'), 'UNKNOWN', 'UNAVAILABLE'],
    ['that F is away', text(503, 'text/html', '<html></html>'), 'FAILED', 'UNAVAILABLE'],
    ['that our token is wrong', text(401, 'text/plain', ''), 'FAILED', 'AUTHENTICATION'],
    ['that our certificate is unknown', text(403, 'text/plain', ''), 'REFUSED', 'AUTHORIZATION'],
    ['an internal error', refusal(-32603), 'UNKNOWN', 'PARTNER_INTERNAL'],
  ])('are not issued, as far as anybody knows, when the answer is %s', async (_what, answer, outcome, category) => {
    answers['policy.issue'] = answer;
    expect(await issue()).toMatchObject({ outcome, error: { category } });
    expect(partner.calls).toHaveLength(1);
  });

  it('are unknown when the time of the call is over', async () => {
    answers['policy.issue'] = silence;
    expect(await issue(AbortSignal.timeout(200))).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'TIMEOUT' } });
  });

  it('are read however large their documents are', async () => {
    const b64 = Buffer.from(`%PDF-${' '.repeat(3_000_000)}`).toString('base64');
    answers['policy.issue'] = result({ ...ISSUED, documents: [{ kind: 'SCHEDULE', mime: 'application/pdf', b64 }] });
    expect(await issue()).toMatchObject(ISSUED_REPLY);
  });

  it.each([
    ['one that is issued', result(ISSUED), ISSUED_REPLY],
    ['one that is pending', result(PENDING), { outcome: 'PENDING' }],
    ['none', refusal(-32040), { outcome: 'NOT_ISSUED' }],
    ['nothing, for it is away', refusal(-32020), { outcome: 'FAILED', error: { category: 'UNAVAILABLE' } }],
    ['nothing, for its answer was lost', hangUp, { outcome: 'UNKNOWN', error: { category: 'TIMEOUT' } }],
    ['nothing that can be read', result({}), { outcome: 'UNKNOWN', error: { category: 'PROTOCOL' } }],
  ])('are asked for by their offer: F knows of %s', async (_what, answer, reply) => {
    answers['policy.get'] = answer;
    expect(await policies.inquire(order, patience())).toMatchObject(reply);
    expect(partner.calls.map(sentIn)).toMatchObject([{ method: 'policy.get', params: { offerId: 'FZS-0008-PLUS' } }]);
  });

  describe('have a document', () => {
    const call: DocumentCall = {
      applicationId: order.applicationId,
      partner: 'fizzbuzz',
      partnerQuoteRef: order.partnerQuoteRef,
      policyNumber: 'FZ-2026-M-00077',
      document: {
        id: '01934f2a-0000-7000-8000-0000000000d1',
        type: 'POLICY_SCHEDULE',
        contentType: 'application/pdf',
        reference: 'document/0',
      },
    };

    it('inside the answer that tells of them', async () => {
      const bytes = Buffer.from('%PDF-1.4\n');
      const fetched = await policies.fetchDocument(call, patience());
      expect(fetched).toEqual({ ok: true, value: { contentType: 'application/pdf', bytes } });
      expect(partner.calls.map(sentIn)).toMatchObject([{ method: 'policy.get', params: { offerId: 'FZS-0008-PLUS' } }]);
    });

    it.each([
      ['F is away', refusal(-32020), 'UNAVAILABLE'],
      ['F knows of no policy', refusal(-32040), 'NOT_FOUND'],
      ['the answer is lost', hangUp, 'TIMEOUT'],
    ])('that is not brought when %s', async (_what, answer, category) => {
      answers['policy.get'] = answer;
      expect(await policies.fetchDocument(call, patience())).toMatchObject({ ok: false, error: { category } });
    });
  });
});
