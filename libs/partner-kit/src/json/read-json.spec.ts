import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { PartnerResponse } from '../http/partner-response.js';
import { isCutShort } from './cut-short.js';
import { hundredths, parseExactNumbers } from './exact-number.js';
import { readJson } from './read-json.js';

const response = (body: string, contentType = 'application/json'): PartnerResponse => ({
  status: 200,
  headers: { 'content-type': contentType },
  body: Buffer.from(body),
  receivedAt: new Date(0),
});

const schema = z.object({ premium: z.int(), name: z.string().optional() });

describe('reading a JSON answer', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'application/problem+json', 'Application/JSON'])(
    'takes %s',
    (contentType) => {
      expect(readJson(response('{"premium":17044,"later":true}', contentType), schema)).toEqual({
        ok: true,
        value: { premium: 17_044 },
      });
    },
  );

  it.each(['text/html', 'text/plain', '', 'application/jsonp', 'text/json'])('does not take %p', (contentType) => {
    const read = readJson(response('{"premium":17044}', contentType), schema);
    expect(read).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
  });

  it('is worth one more try when the body was cut short, and not when it is garbage', () => {
    const cut = readJson(response('{"premium":17044,"na'), schema);
    expect(cut).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: true } });
    const garbage = readJson(response('<html>busy</html>'), schema);
    expect(garbage).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
  });

  it('names the fields that are wrong, never their values', () => {
    const read = readJson(response('{"premium":"MH12AB1234"}'), schema);
    expect(read).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: false } });
    expect(JSON.stringify(read)).toContain('premium');
    expect(JSON.stringify(read)).not.toContain('MH12AB1234');
  });
});

describe('JSON that is cut short', () => {
  const whole = JSON.stringify({ a: [1, { b: 'tw"o\\' }], c: { d: null, e: 'ü' } });

  it('is every beginning of an object', () => {
    for (let end = 0; end < whole.length; end += 1) expect([end, isCutShort(whole.slice(0, end))]).toEqual([end, true]);
  });

  it.each([whole, '<html></html>', '{"a":1}x', '{"a":nonsense}', 'oops'])('is not %p', (text) => {
    expect(isCutShort(text)).toBe(false);
  });
});

describe('exact numbers', () => {
  const amount = z.object({ amt: hundredths });
  const read = (body: string) => readJson(response(body), amount, parseExactNumbers);

  it.each([
    ['14444.43', 1_444_443],
    ['-0.43', -43],
    ['17044', 1_704_400],
    ['0.1', 10],
    ['9', 900],
    ['8.29', 829],
    ['1.15', 115],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('reads %s without binary floating point', (number, minor) => {
    expect(read(`{"amt":${number}}`)).toEqual({ ok: true, value: { amt: minor } });
  });

  it.each(['1.234', '1e3', '"17044"', 'null', '99999999999999999'])('does not take %s', (number) => {
    expect(read(`{"amt":${number}}`)).toMatchObject({ ok: false, error: { category: 'PROTOCOL' } });
  });
});
