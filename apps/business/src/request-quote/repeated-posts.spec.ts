import type { QuoteStore } from '@app/ports';
import { eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { get, postAnswers, postRequest, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, OTHER_KEY, PUBLIC_KEY, startUnderTest } from '../testing/business-under-test.js';

const A_DAY_MS = 86_400_000;
const KEY = 'order-4711';

describe('a post with an Idempotency-Key', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const post = (body: unknown = requestToTwo(), key = KEY, headers: Record<string, string> = {}) =>
    postRequest(business, body).set({ 'idempotency-key': key, ...headers });
  const asked = () => ports.publisher.events('quote.requested.v1').length;

  it('is answered again with what the first one was answered with, and nobody is asked twice', async () => {
    const first = await post().expect(202);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    await postAnswers(business, [quotedAnswer({ requestId: first.body.id, partner: 'acme-general' })]).expect(200);
    const again = await post(JSON.stringify(requestToTwo(), null, 2)).expect(202);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first.headers.location,
      'retry-after': '1',
    });
    await eventually(() => expect(asked()).toBe(2));
    expect(ports.store().accepted.size).toBe(1);
  });

  it('is refused when the key came with another body before', async () => {
    await post().expect(202);
    const { body } = await post({ ...requestToTwo(), partners: ['acme-general'] }).expect(422);
    expect(body.code).toBe('idempotency-key-reused');
    expect(ports.store().accepted.size).toBe(1);
  });

  it('is another request under another key, from another client, without a key, and a day later', async () => {
    await post().expect(202);
    await post(requestToTwo(), 'order-4712').expect(202);
    await post(requestToTwo(), KEY, { authorization: `Bearer ${OTHER_KEY}` }).expect(202);
    await postRequest(business, requestToTwo()).expect(202);
    ports.clock.advance(A_DAY_MS + 1);
    await post().expect(202);
    expect(ports.store().accepted.size).toBe(5);
  });

  it('leaves the key free when the body was refused', async () => {
    await post({ ...requestToTwo(), partners: [] }).expect(422);
    const accepted = await post().expect(202);
    expect(accepted.headers['idempotency-replayed']).toBeUndefined();
  });

  it('needs a key that can be read, and from a public client one that cannot be guessed', async () => {
    const { body } = await post(requestToTwo(), 'x'.repeat(256)).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/header/Idempotency-Key' }]);
    const asAnyone = { authorization: `Bearer ${PUBLIC_KEY}` };
    await post(requestToTwo(), KEY, asAnyone).expect(422);
    await post(requestToTwo(), '0b0b3c5e-9a4b-4f7e-8a52-0d6a3c1f2b3a', asAnyone).expect(202);
  });

  it('has one fan-out, though a hundred equal ones come at once', async () => {
    const responses = await Promise.all(Array.from({ length: 100 }, () => post()));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(responses.map(({ body }) => body.id)).size).toBe(1);
    expect(responses.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    await eventually(() => expect(asked()).toBe(2));
  });
});

describe('a post whose key another post is being stored with', () => {
  it('is told to come again', async () => {
    const ports = inMemoryPorts();
    const busy: Pick<QuoteStore, 'accept'> = { accept: async () => ({ outcome: 'IN_PROGRESS' }) };
    const openStore: typeof ports.openStore = (...parts) => Object.assign(ports.openStore(...parts), busy);
    const business = await startUnderTest({ ...ports, openStore });
    const { body, headers } = await postRequest(business, requestToTwo()).set('idempotency-key', KEY).expect(409);
    expect(body.code).toBe('idempotency-in-progress');
    expect(headers['retry-after']).toBe('1');
    await business.stop();
  });
});

describe('a post that waits', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const post = (prefer: string) => postRequest(business, requestToTwo()).set({ prefer, 'idempotency-key': KEY });
  /** The id of the one request there is. */
  const accepted = () =>
    eventually(() => {
      const [id] = ports.store().accepted.keys();
      if (id === undefined) throw new Error('Nothing is accepted yet');
      return id;
    });
  const answerAs = (requestId: string, ...partners: string[]) =>
    postAnswers(
      business,
      partners.map((partner) => quotedAnswer({ requestId, partner })),
    ).expect(200);

  it('is answered with the result as soon as it is complete, and with the capability', async () => {
    const waiting = post('wait=8').then((response) => response);
    const id = await accepted();
    await answerAs(id, 'acme-general', 'cogwheel-direct');
    const { status, body, headers } = await waiting;
    expect(status).toBe(200);
    expect(headers).toMatchObject({ location: `/v1/quote-requests/${id}`, 'preference-applied': 'wait=8' });
    expect(body).toMatchObject({ id, status: 'COMPLETED', counts: { quoted: 2 } });
    const read = await get(business, `/v1/quote-requests/${id}/quotes`).expect(200);
    expect(body).toEqual({ ...read.body, accessToken: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it('is answered with 202 when it is not complete in time, which is 10 s at most', async () => {
    const waiting = post('respond-async, wait=60').then((response) => response);
    await answerAs(await accepted(), 'acme-general');
    const response = await eventually(async () => {
      ports.clock.advance(2_500);
      return await Promise.race([waiting, Promise.reject(new Error('Still waiting'))]);
    });
    expect(response.status).toBe(202);
    expect(response.headers['preference-applied']).toBe('wait=10');
    expect(response.body).toMatchObject({ status: 'RUNNING', version: 1 });
  });

  it('is not held when it is a repetition: what is stored is the 202', async () => {
    await postRequest(business, requestToTwo()).set('idempotency-key', KEY).expect(202);
    await post('wait=10').expect(202).expect('idempotency-replayed', 'true');
  });
});
