import { exampleBody, inMemoryPorts } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { postRequest } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, startUnderTest } from '../testing/business-under-test.js';

const ID = '01989d1a-0000-7000-8000-000000000000';
const BIG = JSON.stringify('x'.repeat(70_000));

describe('the entrances', () => {
  let business: BusinessUnderTest;
  beforeAll(async () => {
    business = await startUnderTest(inMemoryPorts());
  });
  afterAll(() => business.stop());

  const authorized = { authorization: `Bearer ${KEY}` };

  it.each([
    ['GET', '/nothing'],
    ['POST', '/v1/quote-requests/'],
    ['GET', '/v1/quote-requests/1'],
    ['DELETE', '/v1/quote-requests/not-an-id'],
    ['GET', `/v1/quote-requests/${ID.toUpperCase()}`],
    ['GET', `/v1/quote-requests/${'0'.repeat(200)}`],
    ['GET', '/v1/quote-requests/%zz'],
    ['POST', '/internal/v1/partner-answers'],
  ])('say 404 to %s %s, whoever asks', async (method, path) => {
    for (const headers of [{}, authorized]) {
      const agent = request(business.api);
      const call = { GET: agent.get(path), POST: agent.post(path).send(BIG), DELETE: agent.delete(path) }[method];
      const response = await call?.set(headers);
      expect(response?.status).toBe(404);
      expect(response?.body).toMatchObject({ type: '/problems/not-found', code: 'not-found', status: 404 });
      expect(response?.headers['content-type']).toMatch('application/problem+json');
    }
  });

  it('say 405 with the methods there are, before they ask for a key', async () => {
    const response = await request(business.api).put('/v1/quote-requests').send(BIG).expect(405);
    expect(response.headers.allow).toBe('POST');
    expect(response.body.code).toBe('method-not-allowed');
    const other = await request(business.api).delete(`/v1/quote-requests/${ID}`).expect(405);
    expect(other.headers.allow).toBe('GET, HEAD');
  });

  it.each([
    [{}],
    [{ authorization: 'Bearer another-key' }],
    [{ authorization: `Basic ${KEY}` }],
    [{ authorization: 'Bearer' }],
  ])('say 401 to %j before they look at the body', async (headers) => {
    for (const body of ['{"no json', BIG]) {
      const call = request(business.api).post('/v1/quote-requests').set(headers).set('content-type', 'text/plain');
      const response = await call.send(body).expect(401);
      expect(response.headers['www-authenticate']).toBe('Bearer');
      expect(response.body).toMatchObject({ code: 'unauthorized', instance: '/v1/quote-requests' });
    }
    await request(business.api).get(`/v1/quote-requests/${ID}/quotes`).set(headers).expect(401);
  });

  it('say 413 before 415, and 415 before 400', async () => {
    const post = (body: string, type: string) =>
      request(business.api).post('/v1/quote-requests').set(authorized).set('content-type', type).send(body);
    expect((await post(BIG, 'text/plain').expect(413)).body.code).toBe('too-large');
    expect((await post('{"no json', 'text/plain').expect(415)).body.code).toBe('unsupported-media-type');
    expect((await post('{"no json', 'application/json').expect(400)).body.code).toBe('malformed-json');
    await post('{}', 'application/json; charset=latin1').expect(415);
    await post('{}', 'application/json; charset=utf-8').expect(422);
  });

  it('take no body that is compressed, and none at all as JSON', async () => {
    const post = () => request(business.api).post('/v1/quote-requests').set(authorized);
    await post().set({ 'content-type': 'application/json', 'content-encoding': 'gzip' }).send('{}').expect(415);
    await post().expect(415);
    await post().set('content-type', 'application/json').expect(400);
  });

  it('give every answer the trace of its caller, and let nobody keep it', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const response = await request(business.api)
      .get('/nothing')
      .set('traceparent', `00-${traceId}-00f067aa0ba902b7-01`);
    expect(response.body.traceId).toBe(traceId);
    const accepted = await postRequest(business, exampleBody()).expect(202);
    expect(accepted.headers['cache-control']).toBe('no-store');
  });

  it('need no key for health, on both ports', async () => {
    for (const origin of [business.api, business.internal]) {
      await request(origin).get('/health/live').expect(200);
      await request(origin).get('/health/ready').expect(200);
    }
  });
});

describe('readiness', () => {
  it('is refused while the database cannot be used', async () => {
    const check = async () => {
      throw new Error('connect ECONNREFUSED');
    };
    const business = await startUnderTest(inMemoryPorts(), { readiness: [{ name: 'database', check }] });
    const { body } = await request(business.internal).get('/health/ready').expect(503);
    expect(body.detail).toBe('Not reachable: database.');
    await business.stop();
  });
});
