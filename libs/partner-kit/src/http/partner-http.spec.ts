import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  dripping,
  endless,
  type FakeAnswer,
  FakePartner,
  flooding,
  hangUp,
  json,
  reset,
  shorterThanAnnounced,
  silence,
  text,
} from '../testing/index.js';
import { PartnerHttp, type PartnerHttpOptions } from './partner-http.js';

const patience = () => new AbortController().signal;
const soon = () => AbortSignal.timeout(150);

describe('an exchange with a partner', () => {
  const opened: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });

  async function partnerThat(answer: FakeAnswer, options: Partial<PartnerHttpOptions> = {}) {
    const partner = await FakePartner.start(() => answer);
    const http = new PartnerHttp({ baseUrl: partner.url, clock: new ManualClock(), ...options });
    opened.push(partner, http);
    const ask = (signal = patience()) => http.send({ method: 'POST', path: '/quote', body: '{"a":1}' }, signal);
    return { partner, http, ask };
  }

  it('returns status, headers and the bytes of the body', async () => {
    const { partner, ask } = await partnerThat(json(201, { quoteId: 'Q' }, { 'retry-after': '2' }));
    const answer = await ask();
    expect(answer).toMatchObject({ ok: true, value: { status: 201, headers: { 'retry-after': '2' } } });
    expect(answer.ok && answer.value.body.toString()).toBe('{"quoteId":"Q"}');
    expect(partner.calls).toMatchObject([{ method: 'POST', path: '/quote', body: '{"a":1}' }]);
  });

  it('puts the path of a base URL before every path', async () => {
    const partner = await FakePartner.start(() => json(200, {}));
    const http = new PartnerHttp({ baseUrl: `${partner.url}/gateway/`, clock: new ManualClock() });
    opened.push(partner, http);
    await http.send({ method: 'GET', path: '/quote?id=7' }, patience());
    expect(partner.calls[0]?.path).toBe('/gateway/quote?id=7');
    expect(http.rawPath('/quote')).toBe('/gateway/quote');
  });

  it('says UNAVAILABLE when nobody listens', async () => {
    const { partner, ask } = await partnerThat(silence);
    await partner.close();
    expect(await ask()).toMatchObject({ ok: false, error: { category: 'UNAVAILABLE', retryable: true } });
  });

  it('says UNAVAILABLE when the name is unknown', async () => {
    const http = new PartnerHttp({ baseUrl: 'http://partner.invalid', clock: new ManualClock() });
    opened.push(http);
    const answer = await http.send({ method: 'GET', path: '/' }, patience());
    expect(answer).toMatchObject({ ok: false, error: { category: 'UNAVAILABLE', retryable: true } });
  });

  it.each([
    ['sends nothing', silence],
    ['never ends its answer', endless],
    ['sends its answer byte by byte', dripping(200, 'application/json', '{"premium":17044}')],
  ])('says TIMEOUT when a partner %s within the time limit', async (_what, answer) => {
    const { ask } = await partnerThat(answer);
    expect(await ask(soon())).toMatchObject({ ok: false, error: { category: 'TIMEOUT', retryable: true } });
  });

  it.each([
    ['is reset', reset],
    ['is closed', hangUp],
  ])('says TIMEOUT, since the outcome is unknown, when the connection %s after the request', async (_what, answer) => {
    const { ask, partner } = await partnerThat(answer);
    expect(await ask()).toMatchObject({ ok: false, error: { category: 'TIMEOUT', retryable: true } });
    expect(partner.calls).toHaveLength(1);
  });

  it('says PROTOCOL, worth one more try, when the body is shorter than announced', async () => {
    const { ask } = await partnerThat(shorterThanAnnounced(200, { premium: 17_044 }));
    const error = { category: 'PROTOCOL', retryable: true, httpStatus: 200 };
    expect(await ask()).toMatchObject({ ok: false, error });
  });

  it('needs no body to know what 503 means', async () => {
    const { ask } = await partnerThat(shorterThanAnnounced(503, 'down for maintenance'));
    expect(await ask()).toMatchObject({ ok: true, value: { status: 503 } });
  });

  it('says PROTOCOL when the body is larger than allowed', async () => {
    const { ask } = await partnerThat(json(200, 'x'.repeat(2_000)), { maxResponseBytes: 1_000 });
    expect(await ask()).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
  });

  it('reads no more of a body without end than it allows, and closes the connection', async () => {
    let sentBytes: number | undefined;
    const { ask } = await partnerThat(
      flooding((bytes) => {
        sentBytes = bytes;
      }),
    );
    expect(await ask()).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
    await eventually(() => expect(sentBytes).toBeGreaterThan(1_048_576));
    // What lies in the buffers of both sides when the connection is closed is all that comes on top.
    expect(sentBytes).toBeLessThan(32 * 1_048_576);
  });

  it('takes a larger answer where the call allows it, and no larger one than that', async () => {
    const { http } = await partnerThat(text(200, 'application/pdf', 'x'.repeat(2_000_000)));
    const fetch = (maxResponseBytes?: number) =>
      http.send({ method: 'GET', path: '/schedule.pdf', ...(maxResponseBytes && { maxResponseBytes }) }, patience());
    expect(await fetch(2_000_000)).toMatchObject({ ok: true, value: { body: { length: 2_000_000 } } });
    for (const tooFew of [1_999_999, undefined])
      expect(await fetch(tooFew)).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
  });

  it('gives the place of a partner that drips back when its time is over', async () => {
    const slow = dripping(200, 'application/json', '{"premium":17044}');
    const { ask } = await partnerThat(slow, { maxConnections: 1, maxWaiting: 0 });
    for (let call = 1; call <= 2; call += 1)
      expect(await ask(soon())).toMatchObject({ ok: false, error: { category: 'TIMEOUT' } });
  });

  describe('when the body comes in a content coding', () => {
    const plain = '{"premium":17044}';
    const coded =
      (coding: string, bytes: Buffer, status = 200): FakeAnswer =>
      (response) =>
        void response.writeHead(status, { 'content-encoding': coding }).end(bytes);

    it.each([
      ['gzip', gzipSync(plain)],
      ['GZIP', gzipSync(plain)],
      ['deflate', deflateSync(plain)],
      ['deflate', deflateRawSync(plain)],
      ['br', brotliCompressSync(plain)],
      ['gzip, identity', gzipSync(plain)],
      ['deflate, gzip', gzipSync(deflateSync(plain))],
      ['identity', Buffer.from(plain)],
      ['', Buffer.from(plain)],
      ['utf-8', Buffer.from(plain)],
    ])('returns the bytes without %s', async (coding, bytes) => {
      const { ask } = await partnerThat(coded(coding, bytes));
      const answer = await ask();
      expect(answer.ok && answer.value.body.toString()).toBe(plain);
    });

    it('takes none for one when there is no body', async () => {
      const { ask } = await partnerThat(coded('gzip', Buffer.alloc(0)));
      expect(await ask()).toMatchObject({ ok: true, value: { body: { length: 0 } } });
    });

    it('says PROTOCOL, worth one more try, when its end is missing', async () => {
      const { ask } = await partnerThat(coded('gzip', gzipSync(plain).subarray(0, 20)));
      expect(await ask()).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: true } });
    });

    it.each([
      ['is in another one', 'gzip', Buffer.from(plain)],
      ['unfolds into more than is allowed', 'gzip', gzipSync('x'.repeat(1_001))],
    ])('says PROTOCOL when the body %s', async (_what, coding, bytes) => {
      const { ask } = await partnerThat(coded(coding, bytes), { maxResponseBytes: 1_000 });
      expect(await ask()).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
    });

    it('needs none of it to know what 503 means', async () => {
      const { ask } = await partnerThat(coded('gzip', Buffer.from('<html>'), 503));
      expect(await ask()).toMatchObject({ ok: true, value: { status: 503 } });
    });
  });

  it('says PROTOCOL when the answer is no HTTP', async () => {
    const { ask } = await partnerThat((response) => void response.socket?.end('220 smtp.example ESMTP\r\n'));
    expect(await ask()).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
  });

  it('never follows a redirect', async () => {
    const elsewhere = await FakePartner.start(() => json(200, {}));
    opened.push(elsewhere);
    const { ask } = await partnerThat(text(302, 'text/plain', '', { location: elsewhere.url }));
    expect(await ask()).toMatchObject({ ok: false, error: { category: 'PROTOCOL', httpStatus: 302 } });
    expect(elsewhere.calls).toHaveLength(0);
  });

  it('refuses a call at once when too many are waiting', async () => {
    const { ask } = await partnerThat(silence, { maxConnections: 1, maxWaiting: 1 });
    const leaving = new AbortController();
    const waiting = [ask(leaving.signal), ask(leaving.signal)];
    expect(await ask()).toMatchObject({ ok: false, error: { category: 'UNAVAILABLE', retryable: true } });
    leaving.abort();
    await Promise.all(waiting);
  });

  it('names neither URL nor body in what operators read', async () => {
    const { partner, http } = await partnerThat(silence);
    await partner.close();
    const answer = await http.send({ method: 'POST', path: '/quote?api_key=secret', body: 'MH12AB1234' }, patience());
    expect(JSON.stringify(answer)).not.toMatch(/secret|MH12AB1234|127\.0\.0\.1/);
  });
});
