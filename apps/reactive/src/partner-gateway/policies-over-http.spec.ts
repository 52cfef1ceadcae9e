import { INQUIRE_FIRST_HEADER, MAX_DOCUMENT_BYTES } from '@app/contracts';
import { CallSigner, systemClock } from '@app/platform';
import { canonicalErrorOf, eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issuanceRequestedEvent } from '../testing/issuance-requested-event.js';
import { issuanceError, issuedReply, schedule } from '../testing/issuing-in-memory.js';
import { type ScriptedAnswer, ScriptedServer } from '../testing/scripted-server.js';
import { HttpPartnerGateway } from './http-partner-gateway.js';

const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);
const { data: call, traceparent } = issuanceRequestedEvent();

describe('a policy from a partner’s integration service', () => {
  let adapter: ScriptedServer;
  let gateway: HttpPartnerGateway;

  beforeEach(async () => {
    adapter = new ScriptedServer(() => ({ body: JSON.stringify(issuedReply([schedule])) }));
    await adapter.open();
    const adapterUrls = new Map([['acme-general', `${adapter.url}/acme`]]);
    gateway = new HttpPartnerGateway({ adapterUrls, signer, clock: systemClock });
  });

  afterEach(async () => {
    await gateway.close();
    await adapter.shut();
  });

  const optionsFor = (withinMs: number) => ({
    deadline: new Date(Date.now() + withinMs),
    timeoutMs: 30_000,
    traceparent,
  });
  const issue = (withinMs = 10_000, inquireFirst = false) =>
    gateway.issue(call, { ...optionsFor(withinMs), inquireFirst });

  it('is asked for with the data of the event, signed, with deadline, timeout and trace', async () => {
    const options = optionsFor(10_000);
    expect(await gateway.issue(call, { ...options, inquireFirst: true })).toEqual(issuedReply([schedule]));
    const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = adapter.calls;
    expect(path).toBe('/acme/v1/policies');
    expect(JSON.parse(body)).toEqual(call);
    expect(headers).toMatchObject({
      'x-deadline': options.deadline.toISOString(),
      'x-timeout-ms': '30000',
      [INQUIRE_FIRST_HEADER]: 'true',
      traceparent,
    });
    expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
    await issue();
    expect(adapter.calls[1]?.headers[INQUIRE_FIRST_HEADER]).toBe('false');
  });

  it.each([
    { outcome: 'PENDING' } as const,
    { ...issuanceError('REFUSED', 'PRICE_CHANGED'), newTotalMinor: 5 },
    issuanceError('FAILED', 'RATE_LIMITED', { retryable: true, retryAfterMs: 2_000 }),
  ])('is what the integration service says of it ($outcome)', async (reply) => {
    adapter.answer = () => ({ body: JSON.stringify(reply) });
    expect(await issue()).toEqual(reply);
  });

  it.each<[string, ScriptedAnswer, string]>([
    ['no JSON', { body: '<html>' }, 'PROTOCOL'],
    ['no reply', { body: '{"outcome":"ISSUED"}' }, 'PROTOCOL'],
    ['too large', { body: JSON.stringify({ padding: 'x'.repeat(1_100_000) }) }, 'PROTOCOL'],
    ['a failure of the service', { status: 500, body: '{}' }, 'PROTOCOL'],
    ['from a proxy that lost the service', { status: 503, body: '<html>' }, 'UNAVAILABLE'],
    ['cut short', 'cut', 'TIMEOUT'],
  ])('may be there after an answer that is %s', async (_, answer, category) => {
    adapter.answer = () => answer;
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category } });
  });

  it('may be there when no answer came in time', async () => {
    adapter.answer = () => 'silent';
    expect(await issue(50)).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'TIMEOUT' } });
  });

  it('may be there when the service died over the call', async () => {
    adapter.answer = () => 'silent';
    const asked = issue();
    await eventually(() => expect(adapter.calls).toHaveLength(1));
    await adapter.shut();
    expect(await asked).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'TIMEOUT' } });
  });

  it.each([400, 401, 413, 422])('is surely not there when our call was refused with %i', async (status) => {
    adapter.answer = () => ({ status, body: '{}' });
    expect(await issue()).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: false } });
  });

  it('is surely not there when nobody could be reached', async () => {
    await adapter.shut();
    expect(await issue()).toMatchObject({ outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } });
  });

  describe('and its documents', () => {
    const order = {
      applicationId: call.applicationId,
      partner: call.partner,
      partnerQuoteRef: call.partnerQuoteRef,
      policyNumber: 'P-1',
      document: schedule,
    };
    const fetchOne = (withinMs = 10_000) => gateway.document(order, optionsFor(withinMs));

    it('come as bytes with their content type', async () => {
      adapter.answer = () => ({ contentType: 'Application/PDF; charset=binary', body: '%PDF-1.7' });
      expect(await fetchOne()).toEqual({
        outcome: 'FETCHED',
        contentType: 'application/pdf',
        bytes: new Uint8Array(Buffer.from('%PDF-1.7')),
      });
      const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = adapter.calls;
      expect([path, JSON.parse(body)]).toEqual(['/acme/v1/policy-documents', order]);
      expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
    });

    it('may be as large as they are kept, and no larger', async () => {
      const answerWith = (length: number) => () => ({ contentType: 'application/pdf', body: 'x'.repeat(length) });
      adapter.answer = answerWith(MAX_DOCUMENT_BYTES);
      expect(await fetchOne()).toMatchObject({ outcome: 'FETCHED' });
      adapter.answer = answerWith(MAX_DOCUMENT_BYTES + 1);
      expect(await fetchOne()).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL' } });
    });

    it('may not be there, for the reason that the integration service names', async () => {
      const failure = { outcome: 'FAILED', error: canonicalErrorOf({ category: 'NOT_FOUND', retryable: true }) };
      adapter.answer = () => ({ body: JSON.stringify(failure) });
      expect(await fetchOne()).toEqual(failure);
    });

    it.each<[string, ScriptedAnswer, string, boolean]>([
      ['JSON that is no failure', { body: '{}' }, 'PROTOCOL', false],
      ['of no type', { contentType: '', body: '%PDF' }, 'PROTOCOL', false],
      ['empty', { contentType: 'application/pdf', body: '' }, 'PROTOCOL', false],
      ['a refusal of our call', { status: 422, body: '{}' }, 'PROTOCOL', false],
      ['from a proxy that finds nobody', { status: 502, body: '' }, 'UNAVAILABLE', true],
      ['cut short', 'cut', 'UNAVAILABLE', true],
    ])('cannot be had from an answer that is %s', async (_, answer, category, retryable) => {
      adapter.answer = () => answer;
      expect(await fetchOne()).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
    });

    it('are not waited for past the deadline', async () => {
      adapter.answer = () => 'silent';
      expect(await fetchOne(50)).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
    });
  });
});
