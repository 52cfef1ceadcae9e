import { applicationView } from '@app/contracts';
import {
  canonicalErrorOf,
  collectedLetter,
  declinedAnswer,
  eventually,
  failedAnswer,
  inMemoryPorts,
  offer,
  quotedAnswer,
} from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Applying, acceptanceOf, applicationFor } from '../apply/testing/applying.js';
import { deadLettersInMemory } from '../replay-dead-letters/testing/dead-letters-in-memory.js';
import { accepted, postAnswers, postReport, postResults, putDocument, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, OPS_KEY, PUBLIC_KEY, startUnderTest } from '../testing/business-under-test.js';
import { DescribedAnswers, describedSuccesses } from './testing/described-answers.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';
const authorization = `Bearer ${KEY}`;
const described = new DescribedAnswers();

const referredAnswer = (to: { requestId: string; partner: string }) => {
  const referralReasons = [{ code: 'AG-R01', message: 'Inspection needed' }];
  return quotedAnswer({ ...to, status: 'REFERRED', offers: [offer({ bindable: false, referralReasons })] });
};

describe('what the service answers', () => {
  let business: BusinessUnderTest;
  let ports: ReturnType<typeof inMemoryPorts>;
  beforeAll(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest({ ...ports, letters: deadLettersInMemory(ports.clock, ports.deadLetters) });
  });
  afterAll(() => business.stop());

  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${business.api}${path}`, { redirect: 'manual', ...init, headers: { authorization, ...init.headers } });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    call('/v1/quote-requests', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  /** The status, once the answer is found to be as the document says. */
  async function isAsDescribed(operationId: string, answer: Promise<Response>): Promise<number> {
    const response = await answer;
    expect(await described.faults(operationId, response)).toEqual([]);
    return response.status;
  }

  const answerAs = (requestId: string, ...makers: ((to: { requestId: string; partner: string }) => unknown)[]) =>
    postAnswers(
      business,
      makers.map((make, at) => make({ requestId, partner: ['acme-general', 'cogwheel-direct'][at] ?? '' })),
    ).expect(200);

  it('to a creation is as described: accepted, repeated, and complete in time', async () => {
    const key = { 'idempotency-key': 'once' };
    expect(await isAsDescribed('requestQuotes', post(requestToTwo(), key))).toBe(202);
    expect(await isAsDescribed('requestQuotes', post(requestToTwo(), key))).toBe(202);
    expect(await isAsDescribed('requestQuotes', post(requestToTwo(), { prefer: 'wait=0' }))).toBe(202);
    const waiting = isAsDescribed('requestQuotes', post(requestToTwo(), { prefer: 'wait=10' }));
    const before = ports.store().accepted.size;
    await eventually(() => expect(ports.store().accepted.size).toBe(before + 1));
    const id = [...ports.store().accepted.keys()].at(-1) ?? '';
    await answerAs(id, quotedAnswer, failedAnswer);
    expect(await waiting).toBe(200);
  });

  it('to reads is as described, while it runs and afterwards', async () => {
    const { id, links } = await accepted(business, requestToTwo());
    const readAll = async (headers: Record<string, string> = {}) => [
      await isAsDescribed('readQuoteRequest', call(links.self, { headers })),
      await isAsDescribed('readQuotes', call(links.quotes, { headers })),
    ];
    expect(await readAll()).toEqual([200, 200]);
    expect(await readAll({ 'if-none-match': '"1"' })).toEqual([304, 304]);
    await answerAs(id, referredAnswer);
    expect(await readAll({ 'if-none-match': '"1"', prefer: 'wait=20' })).toEqual([200, 200]);
    await answerAs(id, referredAnswer, declinedAnswer);
    expect(await readAll()).toEqual([303, 200]);
  });

  it('to a reader of the stream is as described, each event with its data', async () => {
    const { id, links } = await accepted(business, requestToTwo());
    await answerAs(id, quotedAnswer, failedAnswer);
    const response = await call(links.events);
    const events = [...(await response.clone().text()).matchAll(/^event: (\w+)$[\s\S]*?^data: (.*)$/gm)];
    expect(events.map(([, event]) => event)).toEqual(['answer', 'answer', 'completed']);
    for (const [, event, data = ''] of events) {
      const component = event === 'answer' ? 'AnswerEvent' : 'CompletedEvent';
      expect(described.faultsOf(component, JSON.parse(data))).toEqual([]);
    }
    expect(await isAsDescribed('followQuotes', Promise.resolve(response))).toBe(200);
    expect(await isAsDescribed('followQuotes', call(links.events, { headers: { 'last-event-id': '4' } }))).toBe(204);
    expect(await isAsDescribed('followQuotes', call(links.events, { headers: { 'last-event-id': 'x' } }))).toBe(422);
  });

  it('to a withdrawal is as described, whatever comes with it', async () => {
    const { links } = await accepted(business, requestToTwo());
    const path = `${links.self}/consent-withdrawals`;
    const withBody = { method: 'POST', body: 'please', headers: { 'content-type': 'text/plain' } };
    expect(await isAsDescribed('withdrawConsent', call(path, { method: 'POST' }))).toBe(204);
    expect(await isAsDescribed('withdrawConsent', call(path, withBody))).toBe(204);
    expect(await isAsDescribed('readQuotes', call(links.quotes))).toBe(200);
  });

  const applying = () => new Applying(business);
  const operation = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(path, {
      method,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('to an application is as described: accepted, repeated, and read until its policy is there', async () => {
    const { offer: made } = await applying().quoted();
    const key = { 'idempotency-key': 'apply' };
    const body = applicationFor(made);
    const apply = () => operation('POST', '/v1/applications', body, key);
    const first = await apply();
    const { id, links } = applicationView.parse(await first.clone().json());
    expect(await isAsDescribed('applyForOffer', Promise.resolve(first))).toBe(202);
    expect(await isAsDescribed('applyForOffer', apply())).toBe(202);
    expect(await isAsDescribed('readApplication', call(links.self))).toBe(200);
    expect(await isAsDescribed('readApplication', call(links.self, { headers: { 'if-none-match': '"1"' } }))).toBe(304);
    const documents = [{ id: UNKNOWN, type: 'POLICY_SCHEDULE', contentType: 'application/pdf' }];
    const issued = { outcome: 'ISSUED', policyNumber: 'AG/PC/2026/0000031', documents } as const;
    await postResults(business, [{ applicationId: id, attempt: 1, ...issued }]).expect(200);
    const href = `${links.self}/documents/${UNKNOWN}`;
    expect(await isAsDescribed('readDocument', call(href))).toBe(404);
    await putDocument(business, id, UNKNOWN, '%PDF-1.4').expect(204);
    const document = await call(href);
    const etag = document.headers.get('etag') ?? '';
    expect(await isAsDescribed('readDocument', Promise.resolve(document))).toBe(200);
    expect(await isAsDescribed('readDocument', call(href, { headers: { 'if-none-match': etag } }))).toBe(304);
    expect(await isAsDescribed('readApplication', call(links.self))).toBe(200);
  });

  it('to the acceptance of a new price is as described', async () => {
    const { links } = await applying().priceChanged(1_788_161);
    const path = `${links.self}/acceptances`;
    const accept = (body: unknown, key: string) => operation('POST', path, body, { 'idempotency-key': key });
    expect(await isAsDescribed('readApplication', call(links.self))).toBe(200);
    expect(await isAsDescribed('acceptPrice', accept(acceptanceOf(1), 'other'))).toBe(409);
    expect(await isAsDescribed('acceptPrice', accept(acceptanceOf(1_788_161), 'accept'))).toBe(202);
    expect(await isAsDescribed('acceptPrice', accept(acceptanceOf(1_788_161), 'again'))).toBe(409);
    expect(await isAsDescribed('acceptPrice', operation('POST', path, {}))).toBe(400);
    expect(await isAsDescribed('readApplication', call(links.self))).toBe(200);
  });

  it.each<[number, string, Record<string, string>]>([
    [400, '{', {}],
    [400, '{}', { 'idempotency-key': '' }],
    [401, '{}', { authorization: 'Bearer nobody' }],
    [404, JSON.stringify(applicationFor(offer())), {}],
    [415, '{}', { 'content-type': 'text/plain' }],
    [422, '{}', {}],
  ])('to an application that it refuses with %i is as described', async (status, body, headers) => {
    const key = headers['idempotency-key'] ?? 'refused';
    const { 'idempotency-key': _, ...rest } = headers;
    const sent = { ...rest, ...(key === '' ? {} : { 'idempotency-key': key }) };
    expect(await isAsDescribed('applyForOffer', operation('POST', '/v1/applications', body, sent))).toBe(status);
  });

  it.each([
    ['listProductLines', '/v1/product-lines'],
    ['searchVehicles', '/v1/reference/vehicles'],
    ['searchRtos', '/v1/reference/rtos'],
    ['listCountries', '/v1/reference/countries'],
    ['readDescription', '/openapi.json'],
    ['readDocs', '/docs'],
  ])('to %s is as described, and need not be sent twice', async (operationId, path) => {
    const response = await call(path, { headers: { authorization: '' } });
    const etag = response.headers.get('etag') ?? '';
    expect(await isAsDescribed(operationId, Promise.resolve(response))).toBe(200);
    expect(await isAsDescribed(operationId, call(path, { headers: { 'if-none-match': etag } }))).toBe(304);
  });

  it.each([
    ['searchVehicles', '/v1/reference/vehicles?class=3W'],
    ['searchRtos', '/v1/reference/rtos?cursor=none'],
    ['listCountries', '/v1/reference/countries?limit=101'],
    ['listProductLines', '/v1/product-lines?limit=0'],
  ])('to %s with a query that is wrong is as described', async (operationId, path) => {
    expect(await isAsDescribed(operationId, call(path))).toBe(422);
  });

  it('about its health is as described', async () => {
    expect(await isAsDescribed('isLive', call('/health/live'))).toBe(200);
    expect(await isAsDescribed('isReady', call('/health/ready'))).toBe(200);
    const check = () => Promise.reject(new Error('connect ECONNREFUSED'));
    const broken = await startUnderTest(inMemoryPorts(), { readiness: [{ name: 'database', check }] });
    expect(await isAsDescribed('isReady', fetch(`${broken.api}/health/ready`))).toBe(503);
    await broken.stop();
  });

  it.each<[number, string, Record<string, string>]>([
    [400, '{', {}],
    [400, '{"a":1,"a":2}', {}],
    [400, '['.repeat(30), {}],
    [401, '{}', { authorization: 'Bearer nobody' }],
    [403, '{}', { authorization: `Bearer ${OPS_KEY}` }],
    [413, JSON.stringify('x'.repeat(70_000)), {}],
    [415, '{}', { 'content-type': 'text/plain' }],
    [422, '{}', {}],
    [422, JSON.stringify(requestToTwo()), { authorization: `Bearer ${PUBLIC_KEY}`, 'idempotency-key': 'no-uuid' }],
  ])('to a creation that it refuses with %i is as described', async (status, body, headers) => {
    expect(await isAsDescribed('requestQuotes', post(body, headers))).toBe(status);
  });

  it('to a key that comes with another body is as described', async () => {
    const key = { 'idempotency-key': 'twice' };
    await post(requestToTwo(), key);
    expect(await isAsDescribed('requestQuotes', post({ ...requestToTwo(), channel: 'WEB' }, key))).toBe(422);
  });

  it.each([
    ['readQuoteRequest', 'GET', ''],
    ['readQuotes', 'GET', '/quotes'],
    ['followQuotes', 'GET', '/events'],
    ['withdrawConsent', 'POST', '/consent-withdrawals'],
  ])('to %s of what is unknown, or without a key, is as described', async (operationId, method, path) => {
    const url = `/v1/quote-requests/${UNKNOWN}${path}`;
    expect(await isAsDescribed(operationId, call(url, { method }))).toBe(404);
    expect(await isAsDescribed(operationId, call(url, { method, headers: { authorization: '' } }))).toBe(401);
    const operators = { authorization: `Bearer ${OPS_KEY}` };
    expect(await isAsDescribed(operationId, call(url, { method, headers: operators }))).toBe(403);
  });

  const operators = { authorization: `Bearer ${OPS_KEY}` };
  const setState = (partner: string, body: string, headers: Record<string, string> = operators) =>
    call(`/v1/ops/partners/${partner}/state`, {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('to operators is as described', async () => {
    const forced = JSON.stringify({ state: 'ONLINE', reason: 'all is well', until: '2099-01-01T00:00:00Z' });
    expect(await isAsDescribed('setPartnerState', setState('acme-general', forced))).toBe(200);
    const observation = { partner: 'acme-general', operation: 'quote', breaker: 'OPEN', calls: 3, slowCalls: 1 };
    const observations = [{ ...observation, failures: { TIMEOUT: 1 } }];
    await postReport(business, { replicaId: 'one', service: 'reactive/motor', intervalMs: 2_000, observations });
    expect(await isAsDescribed('listPartners', call('/v1/ops/partners', { headers: operators }))).toBe(200);
    expect(await isAsDescribed('readAudit', call('/v1/ops/audit', { headers: operators }))).toBe(200);
  });

  it('to operators of applications is as described', async () => {
    const { id } = await applying().submitted();
    const error = canonicalErrorOf({ category: 'PAYMENT_MISMATCH', retryable: false });
    await postResults(business, [{ applicationId: id, attempt: 1, outcome: 'REFUSED', error }]).expect(200);
    const path = '/v1/ops/applications';
    const listed = call(`${path}?status=NEEDS_ATTENTION`, { headers: operators });
    expect(await isAsDescribed('listApplications', listed)).toBe(200);
    expect(await isAsDescribed('listApplications', call(`${path}?refund=NONE`, { headers: operators }))).toBe(422);
    const resolve = (body: unknown, of = id) => operation('POST', `${path}/${of}/resolutions`, body, operators);
    const reject = { action: 'REJECT', reason: 'the insurer will not issue it' };
    expect(await isAsDescribed('resolveApplication', resolve({}))).toBe(422);
    expect(await isAsDescribed('resolveApplication', resolve(reject, UNKNOWN))).toBe(404);
    expect(await isAsDescribed('resolveApplication', resolve(reject))).toBe(200);
    expect(await isAsDescribed('resolveApplication', resolve(reject))).toBe(409);
  });

  it('to operators of dead letters is as described', async () => {
    await ports.deadLetters.collect([collectedLetter()]);
    const path = '/v1/ops/dead-letters';
    const listed = await call(path, { headers: operators });
    const { items }: ReturnType<typeof JSON.parse> = await listed.clone().json();
    const [{ queue, messages }] = items;
    expect(await isAsDescribed('listDeadLetters', Promise.resolve(listed))).toBe(200);
    expect(await isAsDescribed('listQueues', call('/v1/ops/queues', { headers: operators }))).toBe(200);
    const discard = (id: string, body: unknown) => operation('POST', `${path}/${id}/discard`, body, operators);
    expect(await isAsDescribed('discardDeadLetter', discard(messages[0].id, {}))).toBe(422);
    expect(await isAsDescribed('discardDeadLetter', discard(messages[0].id, { reason: 'x' }))).toBe(204);
    expect(await isAsDescribed('discardDeadLetter', discard(messages[0].id, { reason: 'x' }))).toBe(404);
    const order = (body: unknown) => operation('POST', `${path}/replays`, body, operators);
    expect(await isAsDescribed('replayDeadLetters', order({ queue, dryRun: true }))).toBe(200);
    expect(await isAsDescribed('replayDeadLetters', order({ queue }))).toBe(200);
    expect(await isAsDescribed('replayDeadLetters', order({ queue: 'nowhere' }))).toBe(422);
    expect(await isAsDescribed('replayDeadLetters', order('{'))).toBe(400);
  });

  it.each([
    ['listDeadLetters', '/v1/ops/dead-letters?cursor=none'],
    ['listQueues', '/v1/ops/queues?limit=0'],
    ['listPartners', '/v1/ops/partners?limit=0'],
    ['readAudit', '/v1/ops/audit?cursor=none'],
  ])('to %s with a query that is wrong, or without the scope, is as described', async (operationId, path) => {
    expect(await isAsDescribed(operationId, call(path, { headers: operators }))).toBe(422);
    expect(await isAsDescribed(operationId, call(path))).toBe(403);
  });

  it.each<[number, string, string, Record<string, string>]>([
    [404, 'nobody', '{"state":"AUTO","reason":"x"}', {}],
    [422, 'acme-general', '{"state":"AWAY"}', {}],
    [400, 'acme-general', '{', {}],
    [415, 'acme-general', '{}', { 'content-type': 'text/plain' }],
  ])('to a change of state that it refuses with %i is as described', async (status, partner, body, headers) => {
    expect(await isAsDescribed('setPartnerState', setState(partner, body, { ...operators, ...headers }))).toBe(status);
  });

  // The last of all: it looks back on what the others met.
  it('was seen here for every success that is described', () => {
    expect(describedSuccesses.filter((success) => !described.met.has(success))).toEqual([]);
  });
});

describe('the check itself', () => {
  it('finds a field that is not described, and one that is missing', () => {
    const event = { id: UNKNOWN, status: 'COMPLETED', completedAt: '2026-11-23T10:00:00Z', version: 4, secret: 1 };
    expect(described.faultsOf('CompletedEvent', event)).toEqual([
      expect.stringContaining("must have required property 'counts'"),
      expect.stringContaining('secret'),
    ]);
  });

  it('finds a status that is not described', async () => {
    expect(await described.faults('isLive', new Response('x', { status: 418 }))).toHaveLength(1);
  });

  it('finds a header and a body that are not described', async () => {
    const headers = { location: '/', 'content-type': 'application/json' };
    const faults = await described.faults('isLive', new Response('{"status":"ok","at":1}', { status: 200, headers }));
    expect(faults).toEqual([expect.stringContaining('location'), expect.stringContaining('at')]);
  });
});
