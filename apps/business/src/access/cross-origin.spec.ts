import { exampleBody, inMemoryPorts } from '@app/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { get, postRequest } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, startUnderTest } from '../testing/business-under-test.js';

const SHOP = 'https://shop.example';
const PREFLIGHT = { origin: SHOP, 'access-control-request-method': 'POST' };

describe('a page of another origin', () => {
  let business: BusinessUnderTest;
  const start = async (...corsOrigins: string[]) => {
    business = await startUnderTest(inMemoryPorts(), { doors: { corsOrigins } });
  };
  afterEach(() => business.stop());

  const preflight = (path: string, headers: Record<string, string> = PREFLIGHT) =>
    request(business.api).options(path).set(headers);

  it('that is let in is told before its call what it may send, without a key', async () => {
    await start('https://other.example', SHOP);
    const { headers, text } = await preflight('/v1/quote-requests').expect(204);
    expect(text).toBe('');
    expect(headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'POST',
      'access-control-max-age': '7200',
      vary: 'Origin',
    });
    expect(headers['access-control-allow-headers']?.split(', ').toSorted()).toEqual(
      [
        ...['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'last-event-id', 'prefer'],
        ...['traceparent', 'x-access-token'],
      ].toSorted(),
    );
  });

  it('that is let in sees the answer, a refusal too, and the headers that matter', async () => {
    await start(SHOP);
    const accepted = await postRequest(business, exampleBody()).set('origin', SHOP).expect(202);
    const refused = await request(business.api).post('/v1/quote-requests').set('origin', SHOP).expect(401);
    for (const { headers } of [accepted, refused]) {
      expect(headers).toMatchObject({ 'access-control-allow-origin': SHOP, vary: 'Origin' });
      for (const name of ['etag', 'location', 'retry-after', 'ratelimit', 'idempotency-replayed', 'traceparent'])
        expect(headers['access-control-expose-headers']?.split(', ')).toContain(name);
    }
  });

  it('is shown nothing when it is not let in, nor anything when nobody is', async () => {
    await start(SHOP);
    const other = { ...PREFLIGHT, origin: 'https://shop.example.evil.example' };
    const refused = await preflight('/v1/quote-requests', other).expect(405);
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    expect(refused.headers.vary).toBe('Origin');
    await business.stop();
    await start();
    const { headers } = await preflight('/v1/quote-requests').expect(405);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('vary');
  });

  it('of any origin may be let in', async () => {
    await start('*');
    const { headers } = await preflight('/v1/quote-requests').expect(204);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('changes nothing about unknown paths and plain OPTIONS, nor at the internal door', async () => {
    await start(SHOP);
    expect((await preflight('/v1/nothing').expect(404)).headers['access-control-allow-origin']).toBe(SHOP);
    await preflight('/v1/quote-requests/not-an-id').expect(404);
    const plain = await preflight('/v1/quote-requests', { origin: SHOP }).expect(405);
    expect(plain.headers.allow).toBe('POST');
    const inside = await request(business.internal).options('/internal/v1/partner-answers').set(PREFLIGHT).expect(405);
    expect(inside.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('every answer', () => {
  let business: BusinessUnderTest;
  afterEach(() => business.stop());

  it('tells a browser to run, frame, guess and keep nothing of it', async () => {
    business = await startUnderTest(inMemoryPorts());
    const accepted = await postRequest(business, exampleBody()).expect(202);
    for (const { headers } of [accepted, await get(business, '/v1/nothing').expect(404)])
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
  });

  it('is compressed when it is large and may be', async () => {
    business = await startUnderTest(inMemoryPorts());
    const { body: task } = await postRequest(business, exampleBody()).expect(202);
    const read = (encoding: string, headers = {}) =>
      get(business, task.links.quotes, { 'accept-encoding': encoding, ...headers });
    const [plain, gzip, both] = [await read('identity'), await read('gzip'), await read('br, gzip')];
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.text.length).toBeGreaterThan(1_024);
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(both.headers['content-encoding']).toBe('br');
    expect(gzip.body).toEqual(plain.body);
    expect(gzip.headers.etag).toBe(plain.headers.etag);
    const unchanged = await read('gzip', { 'if-none-match': plain.headers.etag }).expect(304);
    expect(unchanged.headers).not.toHaveProperty('content-encoding');
    const head = request(business.api).head(task.links.quotes).set('authorization', `Bearer ${KEY}`);
    expect((await head.set('accept-encoding', 'gzip').expect(200)).headers.etag).toBe(plain.headers.etag);
  });

  it('that names many faults is a compressed problem document', async () => {
    business = await startUnderTest(inMemoryPorts());
    const call = postRequest(business, { ...exampleBody(), risk: {}, proposer: {} }).set('accept-encoding', 'gzip');
    const refused = await call.expect(422);
    expect(refused.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringMatching('application/problem\\+json'),
    });
    expect(refused.body.code).toBe('validation-failed');
  });
});
