import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BabbageCaller, QUOTE_INQ } from '../../testing/babbage-caller.js';
import { carMagic, carQuote, rqUid } from '../../testing/babbage-messages.js';
import { send } from '../../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const SERVER_TIME = '2026-11-23T10:00:00Z';

const fault = (code: string, text: string): string =>
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
  '<soapenv:Fault xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">' +
  `<faultcode>wsse:${code}</faultcode><faultstring>${text}</faultstring>` +
  '</soapenv:Fault></soapenv:Body></soapenv:Envelope>';

describe("B's gate", () => {
  let test: TestSandbox;
  let babbage: BabbageCaller;

  const quoteWith = (security: string) => babbage.post(babbage.envelope(carQuote(), security), QUOTE_INQ);

  beforeEach(async () => {
    test = await startTestSandbox();
    babbage = new BabbageCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it.each([
    ['an unknown user', { username: 'market-live' }],
    ['a wrong digest', { password: 'A3jeqJ209VXSYY4NrEWPNKGF1Ds=' }],
    ['a plain password', { type: 'PasswordText', password: 'S4ndbox-Loom!' }],
    ['a wrong digest and a wrong clock', { password: 'AAAA', created: '2026-01-01T00:00:00Z' }],
  ])('answers FailedAuthentication to %s', async (_what, wishes) => {
    const answer = await quoteWith(babbage.securityHeader(wishes));
    expect([answer.status, answer.xml]).toEqual([
      500,
      fault('FailedAuthentication', 'Unknown user or wrong password digest'),
    ]);
  });

  it('answers FailedAuthentication to a plain password without nonce and time', async () => {
    const header = babbage.securityHeader({ type: 'PasswordText' }).replace(/<wsse:Nonce.*<\/wsu:Created>/, '');
    expect((await quoteWith(header)).first('faultcode')).toBe('wsse:FailedAuthentication');
  });

  it.each([
    ['no security header', () => ''],
    ['no token', (header: string) => header.replaceAll('UsernameToken', 'BinaryToken')],
    ['a header that need not be understood', (header: string) => header.replace('mustUnderstand="1"', 'role="1"')],
    ['a header of another namespace', (header: string) => header.replace('secext-1.0', 'secext-1.1')],
    ['no nonce', (header: string) => header.replace(/<wsse:Nonce.*<\/wsse:Nonce>/, '')],
    ['a nonce that is not Base64', (header: string) => header.replace(/>[^<>]*<\/wsse:Nonce>/, '>???</wsse:Nonce>')],
    ['no time', (header: string) => header.replace(/<wsu:Created>.*<\/wsu:Created>/, '')],
    ['a time without Z', (header: string) => header.replace('00Z<', '00+05:30<')],
    ['an unknown password type', (header: string) => header.replace('#PasswordDigest', '#PasswordHash')],
  ])('answers InvalidSecurityToken to %s', async (_what, spoil) => {
    const answer = await quoteWith(spoil(babbage.securityHeader()));
    expect([answer.status, answer.xml]).toEqual([
      500,
      fault('InvalidSecurityToken', 'Security header missing, malformed or replayed'),
    ]);
  });

  it.each(['2026-11-23T09:54:59Z', '2026-11-23T10:05:01Z'])('answers MessageExpired at %s', async (created) => {
    const answer = await quoteWith(babbage.securityHeader({ created }));
    expect([answer.status, answer.xml]).toEqual([500, fault('MessageExpired', 'Created is outside 300 seconds')]);
  });

  it.each(['2026-11-23T09:55:00Z', '2026-11-23T10:05:00Z'])('accepts a clock at %s', async (created) => {
    expect((await quoteWith(babbage.securityHeader({ created }))).status).toBe(200);
  });

  it('accepts a nonce once in 600 seconds; one of a refused call is not used up', async () => {
    const nonce = Buffer.from('once').toString('base64');
    const expired = await quoteWith(babbage.securityHeader({ nonce, created: '2026-01-01T00:00:00Z' }));
    expect(expired.first('faultcode')).toBe('wsse:MessageExpired');
    expect((await quoteWith(babbage.securityHeader({ nonce, created: SERVER_TIME }))).status).toBe(200);
    test.clock.advance(599_999);
    expect((await quoteWith(babbage.securityHeader({ nonce }))).first('faultcode')).toBe('wsse:InvalidSecurityToken');
    test.clock.advance(1);
    expect((await quoteWith(babbage.securityHeader({ nonce }))).status).toBe(200);
  });

  it('looks at the XML before anything else, and at the token before the message', async () => {
    const malformed = await babbage.post('<soapenv:Envelope>', QUOTE_INQ);
    expect([malformed.status, malformed.first('faultcode'), malformed.first('Code')]).toEqual([
      500,
      'soapenv:Client',
      'BL-902',
    ]);
    expect((await babbage.post('<hello/>', QUOTE_INQ)).first('faultcode')).toBe('wsse:InvalidSecurityToken');
  });

  it('answers plainly where there is no gateway', async () => {
    for (const [path, method] of [
      ['/services/Other', 'POST'],
      ['/services/AcordGateway', 'GET'],
    ] as const)
      expect((await send(test.sandbox.url + path, { method })).status).toBe(404);
  });
});

describe("B's limit of five requests at a time", () => {
  const hanging = (babbage: BabbageCaller, number: number, signal: AbortSignal) =>
    babbage.quote(carMagic('9205', rqUid(number)), signal).catch(() => undefined);

  it('refuses a sixth when it is enforced, until one of the five is over', async () => {
    const { sandbox, clock, waits } = await startTestSandbox({ enforceLimits: true });
    const babbage = new BabbageCaller(sandbox.url, clock.now);
    const clients = new AbortController();
    const open = [1, 2, 3, 4, 5].map((number) => hanging(babbage, number, clients.signal));
    const held = await Promise.all(open.map(() => waits.next()));
    const sixth = await babbage.quote(carQuote(rqUid(6)));
    expect([sixth.status, sixth.first('Code'), sixth.first('RetryAfterSec')]).toEqual([500, 'BL-951', '2']);
    held[0]?.release();
    await Promise.race(open);
    expect((await babbage.quote(carQuote(rqUid(6)))).status).toBe(200);
    clients.abort();
    await Promise.all(open);
    await sandbox.stop();
  });

  it.each([
    ['it is not asked for', {}],
    ['it is off', { enforceLimits: true, unlimitedPartners: ['babbage-lovelace'] }],
  ])('admits any number when %s', async (_when, options) => {
    const { sandbox, clock, waits } = await startTestSandbox(options);
    const babbage = new BabbageCaller(sandbox.url, clock.now);
    const clients = new AbortController();
    const open = [1, 2, 3, 4, 5].map((number) => hanging(babbage, number, clients.signal));
    await Promise.all(open.map(() => waits.next()));
    expect((await babbage.quote(carQuote(rqUid(6)))).status).toBe(200);
    clients.abort();
    await Promise.all(open);
    await sandbox.stop();
  });
});
