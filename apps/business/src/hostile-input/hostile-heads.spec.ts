import { inMemoryPorts } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, OTHER_KEY, PUBLIC_KEY, startUnderTest } from '../testing/business-under-test.js';
import { type HeaderLine, HttpCall, HttpSender } from './testing/http-call.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';
const bearer = (key: string): HeaderLine => ['Authorization', `Bearer ${key}`];
const LONG = 'x'.repeat(12_000);

describe('a request whose head means harm', () => {
  let business: BusinessUnderTest;
  let sender: HttpSender;
  /** Of client one. */
  let id: string;
  let token: string;
  /** Of something else, also of client one. */
  let otherToken: string;
  beforeAll(async () => {
    business = await startUnderTest(inMemoryPorts());
    sender = new HttpSender(business.api);
    const [one, other] = [await accepted(business, requestToTwo()), await accepted(business, requestToTwo())];
    ({ id, accessToken: token = '' } = one);
    otherToken = other.accessToken ?? '';
  });
  afterAll(async () => {
    sender.close();
    await business.stop();
  });

  const call = (method: string, path: string, headers: readonly HeaderLine[] = [], body: string | null = null) =>
    sender.send(new HttpCall(method, path, headers, body === null ? null : Buffer.from(body)));
  const read = (path: string, ...headers: HeaderLine[]) => call('GET', path, headers);
  const quotes = (...headers: HeaderLine[]) => read(`/v1/quote-requests/${id}/quotes`, ...headers);

  it.each([
    ['a slash at the end', () => `/v1/quote-requests/${id}/`],
    ['another slash at the end', () => `/v1/quote-requests/${id}/quotes/`],
    ['two slashes', () => `/v1//quote-requests/${id}`],
    ['slashes in front', () => `//v1/quote-requests/${id}`],
    ['an encoded slash', () => `/v1/quote-requests/${id}%2fquotes`],
    ['an encoded backslash', () => `/v1/quote-requests/${id}%5cquotes`],
    ['a dot', () => `/v1/quote-requests/./${id}`],
    ['two dots', () => `/v1/quote-requests/../quote-requests/${id}`],
    ['two encoded dots', () => `/v1/quote-requests/%2e%2e/quote-requests/${id}`],
    ['an id in upper case', () => `/v1/quote-requests/${id.toUpperCase()}`],
    ['a path in upper case', () => `/V1/quote-requests/${id}`],
    ['a NUL', () => `/v1/quote-requests/${id}%00`],
    ['a line break', () => `/v1/quote-requests/${id}%0d%0ax:%20y`],
    ['a semicolon', () => `/v1/quote-requests/${id};v=1`],
    ['an escape that is none', () => `/v1/quote-requests/${id}%zz`],
    ['bytes that are no UTF-8', () => `/v1/quote-requests/%ff${id}`],
    ['a long id', () => `/v1/quote-requests/${LONG}`],
    ['the internal API', () => '/internal/v1/partner-answers'],
    ['a file', () => '/package.json'],
  ])('finds nothing by %s', async (_what, path) => {
    const { status, text, headers } = await read(path(), bearer(KEY));
    expect(status).toBe(404);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ code: 'not-found', instance: path() });
  });

  it('learns nothing of what is not there or not theirs: the same refusal each time', async () => {
    const tries = [
      await read(`/v1/quote-requests/${UNKNOWN}/quotes`, bearer(KEY)),
      await read(`/v1/quote-requests/${UNKNOWN}/quotes`, bearer(KEY), ['X-Access-Token', token]),
      await quotes(bearer(OTHER_KEY)),
      await quotes(bearer(PUBLIC_KEY)),
      await quotes(bearer(OTHER_KEY), ['X-Access-Token', otherToken]),
      await quotes(bearer(OTHER_KEY), ['X-Access-Token', LONG]),
      await quotes(bearer(OTHER_KEY), ['X-Access-Token', '']),
      await quotes(bearer(OTHER_KEY), ['X-Access-Token', `${token} `.repeat(2)]),
      await quotes(bearer(OTHER_KEY), ['X-Access-Token', token], ['X-Access-Token', token]),
    ];
    const refusals = tries.map(({ status, text }) => ({ status, ...JSON.parse(text), instance: '', traceId: '' }));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 404, code: 'not-found' });
    expect((await quotes(bearer(OTHER_KEY), ['X-Access-Token', token])).status).toBe(200);
  });

  it.each<[string, HeaderLine[]]>([
    ['a long key', [bearer(LONG)]],
    ['two keys in one header', [bearer(`${KEY}, Bearer ${KEY}`)]],
    ['a key with something after it', [bearer(`${KEY} x`)]],
    ['a key in pieces', [bearer(`${KEY.slice(0, 8)} ${KEY.slice(8)}`)]],
    ['an unknown key before a known one', [bearer('unknown'), bearer(KEY)]],
    ['a capability in place of a key', [['X-Access-Token', 'x']]],
    ['a key where no key belongs', [['X-Api-Key', KEY]]],
    ['a key among cookies', [['Cookie', `authorization=Bearer ${KEY}`]]],
    ['bytes that are no text', [bearer('\xff\xfe')]],
  ])('opens nothing by %s', async (_what, headers) => {
    const { status, text } = await quotes(...headers);
    expect(`${status} ${JSON.parse(text).code}`).toBe('401 unauthorized');
  });

  it('opens nothing by a key in the path', async () => {
    const { status } = await read(
      `/v1/quote-requests/${id}/quotes?authorization=Bearer%20${KEY}&access_token=${token}`,
    );
    expect(status).toBe(401);
  });

  it('is refused when it is larger than any sensible one', async () => {
    const { status, text } = await quotes(bearer(KEY), ['X-Access-Token', LONG], ['Cookie', LONG]);
    expect(`${status} ${JSON.parse(text).code}`).toBe('431 headers-too-large');
  });

  it.each(['limit=0', 'limit=101', 'limit=-1', 'limit=1e1', 'limit=0x10', 'limit=1.5', 'limit=NaN', 'limit=1&limit=1'])(
    'is told that %s is out of range',
    async (query) => {
      const { status, text } = await read(`/v1/reference/rtos?${query}`);
      expect(status).toBe(422);
      expect(JSON.parse(text).errors).toMatchObject([{ pointer: '/query/limit' }]);
    },
  );

  it('is told every fault of its query at once, and nothing for names that nobody asked for', async () => {
    const query = `class=3W&q=${'x'.repeat(101)}&limit=0&cursor=%00&__proto__=1&constructor=2&toString=3`;
    const { status, text } = await read(`/v1/reference/vehicles?${query}`);
    expect(status).toBe(422);
    const pointers = JSON.parse(text).errors.map((fault: { pointer: string }) => fault.pointer);
    expect(pointers.sort()).toEqual(['/query/class', '/query/cursor', '/query/limit', '/query/q']);
  });

  it('reads with a body as well as without one', async () => {
    const headers = [bearer(KEY), ['Content-Type', 'application/json']] as const;
    for (const body of ['{"__proto__":', 'x'.repeat(70_000)])
      expect((await call('GET', `/v1/quote-requests/${id}`, headers, body)).status).toBe(200);
  });

  it('gets the head that a GET would get, and no body, by HEAD', async () => {
    for (const path of [`/v1/quote-requests/${id}/quotes`, '/v1/reference/countries', '/health/live']) {
      const { status, text, headers } = await call('HEAD', path, [bearer(KEY)]);
      const whole = await read(path, bearer(KEY));
      expect({ status, text, type: headers['content-type'], etag: headers.etag }).toEqual({
        ...{ status: 200, text: '', type: whole.headers['content-type'], etag: whole.headers.etag },
      });
    }
    const { status, headers } = await call('HEAD', '/v1/quote-requests', [bearer(KEY)]);
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'POST' });
  });

  it('is not told a method that it pretends to be', async () => {
    const { status } = await call('POST', '/v1/quote-requests', [bearer(KEY), ['X-HTTP-Method-Override', 'DELETE']]);
    expect(status).toBe(415);
  });

  it.each(['x', '-1', '1.5', '1e3', '2, 3', ' ', '0x1'])('is told that no event has the id %p', async (position) => {
    const { status, text } = await read(`/v1/quote-requests/${id}/events`, bearer(KEY), ['Last-Event-ID', position]);
    expect(status).toBe(422);
    expect(JSON.parse(text).errors).toMatchObject([{ pointer: '/header/Last-Event-ID' }]);
  });
});
