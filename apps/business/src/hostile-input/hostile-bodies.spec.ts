import { gzipSync } from 'node:zlib';
import { exampleBody, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BusinessUnderTest, KEY, startUnderTest } from '../testing/business-under-test.js';
import { manyFields } from './testing/hostile-json-values.js';
import { type HeaderLine, HttpCall, HttpSender } from './testing/http-call.js';
import { rawExchange } from './testing/raw-exchange.js';

const LIMIT = 65_536;
const AUTHORIZED: HeaderLine = ['Authorization', `Bearer ${KEY}`];
const JSON_TYPE: HeaderLine = ['Content-Type', 'application/json'];

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** Example M1. */
const SOUND = JSON.stringify(exampleBody());

/** It, with one text put in place of another. */
function example(place: string, text: string): string {
  expect(SOUND).toContain(place);
  return SOUND.replace(place, () => text);
}
const inRisk = (fields: string): string => example('"risk":{', `"risk":{${fields},`);
const inProposer = (fields: string): string => example('"proposer":{', `"proposer":{${fields},`);
const withIdv = (number: string): string => example('"requestedIdvMinor":null', `"requestedIdvMinor":${number}`);

describe('a body that means harm', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let sender: HttpSender;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
    sender = new HttpSender(business.api);
  });
  afterEach(async () => {
    sender.close();
    await business.stop();
  });

  const post = (body: string | Buffer | null, headers: readonly HeaderLine[] = [JSON_TYPE]) =>
    sender.send(
      new HttpCall('POST', '/v1/quote-requests', [AUTHORIZED, ...headers], body === null ? null : Buffer.from(body)),
    );
  async function toldOf(...sent: Parameters<typeof post>): Promise<string> {
    const { status, text } = await post(...sent);
    const { code = '' } = JSON.parse(text);
    return `${status} ${code}`.trim();
  }
  async function faultsOf(body: string): Promise<string[]> {
    const { status, text } = await post(body);
    expect(status).toBe(422);
    return JSON.parse(text).errors.map((fault: { pointer: string; code: string }) => `${fault.pointer} ${fault.code}`);
  }

  it.each([
    ['__proto__ on top', example('{', '{"__proto__":{"polluted":true},')],
    ['__proto__ in an object', inRisk('"__proto__":{"polluted":true}')],
    ['__proto__ in a list', inRisk('"list":[[{"__proto__":1}]]')],
    ['__proto__ in disguise', inRisk('"\\u005f\\u005fproto__":1')],
    ['__proto__ in another disguise', inRisk('"__pr\\u006Fto\\u005F_":1')],
    ['a key twice', inRisk('"usage":"PRIVATE"')],
    ['a key twice, with the same value', example('"productLine"', '"locale":"en-IN","productLine"')],
    ['a key twice, written differently', inRisk('"us\\u0061ge":"PRIVATE"')],
    ['the empty key twice', inRisk('"":1,"":1')],
    ['a key twice in a list of lists', inRisk('"x":[[{"a":1,"a":2}]]')],
  ])('is refused for %s', async (_what, body) => {
    expect(await toldOf(body)).toBe('400 duplicate-key');
    expect('polluted' in {}).toBe(false);
  });

  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', 'then', 'length'])(
    'gains nothing by a field called %s',
    async (name) => {
      expect(await faultsOf(inRisk(`"${name}":{"prototype":{"polluted":true}}`))).toEqual([
        `/risk/${name} UNKNOWN_FIELD`,
      ]);
      expect(await faultsOf(example('"motor-four-wheeler"', `"${name}"`))).toEqual(['/productLine ENUM']);
      expect((await faultsOf(example('"MH12"', `"${name}"`))).sort()).toContain('/risk/rtoCode FORMAT');
    },
  );

  it.each(['1e400', '-1e400', '1e308', '9007199254740993', '99999999999999999999', '-1', '0.5', '1e-400000'])(
    'cannot make money of %s',
    async (number) => {
      expect(await faultsOf(withIdv(number))).toContainEqual(expect.stringMatching(/^\/risk\/requestedIdvMinor /));
    },
  );

  it.each(['\\ud800', 'Asha \\udc00', '\\udc00\\ud800', 'Asha\\u0000'])('cannot make a name of %s', async (name) => {
    expect(await faultsOf(inProposer(`"fullName":"${name}"`))).toContain('/proposer/fullName FORMAT');
    const told = await faultsOf(inRisk(`"${name}":1`));
    expect(told).toEqual(expect.arrayContaining([expect.stringMatching(/^\/risk\/.* FORMAT$/)]));
  });

  it.each([
    ['two byte order marks', Buffer.concat([BOM, BOM, Buffer.from(SOUND)])],
    ['bytes that are no UTF-8', Buffer.from(inProposer('"fullName":"\xff\xfe"'), 'latin1')],
    ['half of a surrogate pair as bytes', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['UTF-16', Buffer.from(SOUND, 'utf16le')],
    ['half a body', Buffer.from(SOUND.slice(0, 300))],
    ['two bodies', Buffer.from(SOUND.repeat(2))],
    ['no body', Buffer.alloc(0)],
  ])('is malformed when it is %s', async (_what, bytes) => {
    expect(await toldOf(bytes)).toBe('400 malformed-json');
  });

  it('may begin with a byte order mark, which RFC 8259 lets us ignore', async () => {
    expect(await toldOf(Buffer.concat([BOM, Buffer.from(SOUND)]))).toBe('202');
  });

  it('may have thousands of fields that nobody knows, and hears of every one of them', async () => {
    const told = await faultsOf(`{"productLine":"health","risk":${manyFields(7_000)}}`);
    expect(told.filter((fault) => /^\/risk\/.* UNKNOWN_FIELD$/.test(fault))).toHaveLength(7_000);
  });

  it('is too large with 10,000 of them, however short they are', async () => {
    expect(await toldOf(manyFields(10_000))).toBe('413 too-large');
  });

  it('is taken with 64 KiB exactly, and not with one byte more', async () => {
    expect(await toldOf(SOUND.padEnd(LIMIT))).toBe('202');
    expect(await toldOf(SOUND.padEnd(LIMIT + 1))).toBe('413 too-large');
  });

  it('is cut off when it grows past the limit without having said how long it is', async () => {
    const head = `POST /v1/quote-requests HTTP/1.1\r\nhost: x\r\n${AUTHORIZED.join(': ')}\r\n${JSON_TYPE.join(': ')}`;
    const piece = `4000\r\n${' '.repeat(0x4000)}\r\n`;
    const endless = { more: () => piece };
    const answer = await rawExchange(business.api, `${head}\r\ntransfer-encoding: chunked\r\n\r\n`, endless);
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too-large"/);
  });

  it('is asked for with 100 when its sender waits for that', async () => {
    const head = `POST /v1/quote-requests HTTP/1.1\r\nhost: x\r\n${AUTHORIZED.join(': ')}\r\n${JSON_TYPE.join(': ')}`;
    const text = `${head}\r\nexpect: 100-continue\r\ncontent-length: ${SOUND.length}\r\nconnection: close\r\n\r\n${SOUND}`;
    const answer = await rawExchange(business.api, text);
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 202 /);
  });

  it.each<[string, string | Buffer | null, readonly HeaderLine[]]>([
    ['compressed', gzipSync('{}'), [JSON_TYPE, ['Content-Encoding', 'gzip']]],
    ['said to be compressed', '{}', [JSON_TYPE, ['Content-Encoding', 'deflate']]],
    ['a form', 'a=1', [['Content-Type', 'application/x-www-form-urlencoded']]],
    ['of no type', '{}', []],
    ['not there, and of another type', null, [['Content-Type', 'text/plain']]],
    ['not there, and of no type', null, []],
    ['of another charset', '{}', [['Content-Type', 'application/json; charset=utf-16']]],
  ])('is of the wrong type when it is %s', async (_what, body, headers) => {
    expect(await toldOf(body, headers)).toBe('415 unsupported-media-type');
  });
});
