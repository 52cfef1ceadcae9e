import { partnerReply } from '@app/contracts';
import { CallSigner, systemClock } from '@app/platform';
import { canonicalRequestOf, eventually, ManualClock, offer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { quoteRequestedEvent } from '../testing/quote-requested-event.js';
import { ScriptedServer } from '../testing/scripted-server.js';
import { HttpPartnerGateway } from './http-partner-gateway.js';

const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);
const quoted = partnerReply.parse({
  outcome: 'ANSWERED',
  status: 'QUOTED',
  offers: [offer()],
  declines: [],
  error: null,
});

describe('calling a partner’s integration service', () => {
  const { data: call, traceparent } = quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date() }));
  let adapter: ScriptedServer;
  let gateway: HttpPartnerGateway;

  beforeEach(async () => {
    adapter = new ScriptedServer(() => ({ body: JSON.stringify(quoted) }));
    await adapter.open();
    const adapterUrls = new Map([['acme-general', `${adapter.url}/acme`]]);
    gateway = new HttpPartnerGateway({ adapterUrls, signer, clock: systemClock });
  });

  afterEach(async () => {
    await gateway.close();
    await adapter.shut();
  });

  const timeoutMs = 8_000;
  const ask = (withinMs = 10_000) =>
    gateway.quote(call, { deadline: new Date(Date.now() + withinMs), timeoutMs, traceparent });

  it('sends the data of the event, signed, with deadline, timeout and trace, and returns the reply', async () => {
    const deadline = new Date(Date.now() + 10_000);
    expect(await gateway.quote(call, { deadline, timeoutMs, traceparent })).toEqual(quoted);
    const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = adapter.calls;
    expect(path).toBe('/acme/v1/quotes');
    expect(JSON.parse(body)).toEqual(call);
    expect(headers).toMatchObject({ 'x-deadline': deadline.toISOString(), 'x-timeout-ms': '8000', traceparent });
    expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
  });

  it('signs every attempt anew', async () => {
    await ask();
    await ask();
    const ids = adapter.calls.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(2);
  });

  it('hands on what the integration service says of the partner', async () => {
    const failed = {
      outcome: 'FAILED',
      error: {
        category: 'RATE_LIMITED',
        retryable: true,
        partnerCode: 'C-RATE-001',
        httpStatus: 429,
        attempts: 1,
        messageForOps: 'limit',
        messageKeyForUser: 'partner.noAnswer',
        retryAfterMs: 2_000,
      },
    };
    adapter.answer = () => ({ body: JSON.stringify(failed) });
    expect(await ask()).toEqual(failed);
  });

  it.each([
    ['not 200', { status: 500, body: JSON.stringify(quoted) }, 'PROTOCOL', false],
    ['a refusal of our signature', { status: 401, body: '{}' }, 'PROTOCOL', false],
    ['a redirect, which is not followed', { status: 302, body: '' }, 'PROTOCOL', false],
    ['from a proxy that finds nobody', { status: 503, body: '<html>' }, 'UNAVAILABLE', true],
    ['no JSON', { body: '<html>' }, 'PROTOCOL', false],
    ['no reply', { body: '{"outcome":"ANSWERED","status":"QUOTED"}' }, 'PROTOCOL', false],
    ['too large', { body: JSON.stringify({ ...quoted, padding: 'x'.repeat(1_100_000) }) }, 'PROTOCOL', false],
    ['cut short', 'cut', 'UNAVAILABLE', true],
  ] as const)('turns an answer that is %s into a failure', async (_, answer, category, retryable) => {
    adapter.answer = () => answer;
    expect(await ask()).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
  });

  it('stops waiting at the deadline', async () => {
    adapter.answer = () => 'silent';
    expect(await ask(50)).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
  });

  it.each([
    ['the partner’s timeout and what the adapter may wait for its turn, where the deadline is later', 20_000, 12_000],
    ['the time left, where the deadline is sooner', 9_000, 9_000],
  ])('waits no longer than %s', async (_what, leftMs, waitsMs) => {
    const clock = new ManualClock();
    const adapterUrls = new Map([['acme-general', adapter.url]]);
    const patient = new HttpPartnerGateway({ adapterUrls, signer, clock });
    adapter.answer = () => 'silent';
    const deadline = new Date(clock.now().getTime() + leftMs);
    let reply: unknown = 'none yet';
    const asked = patient.quote(call, { deadline, timeoutMs, traceparent }).then((given) => {
      reply = given;
    });
    await eventually(() => expect(adapter.calls).toHaveLength(1));
    clock.advance(waitsMs - 1);
    expect([reply, clock.sleeping]).toEqual(['none yet', 1]);
    clock.advance(1);
    await asked;
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
    expect(clock.sleeping).toBe(0);
    await patient.close();
  });

  it('ends a call that nobody needs any more, and tells the integration service so', async () => {
    const leaving = new AbortController();
    let isClosed = false;
    adapter.answer = () => 'silent';
    adapter.onClosed = () => {
      isClosed = true;
    };
    const deadline = new Date(Date.now() + 10_000);
    const asked = gateway.quote(call, { deadline, timeoutMs, traceparent, signal: leaving.signal });
    await eventually(() => expect(adapter.calls).toHaveLength(1));
    leaving.abort('another call was quicker');
    expect(await asked).toMatchObject({ outcome: 'FAILED' });
    await eventually(() => expect(isClosed).toBe(true));
  });

  it('says that the service is not reachable when nobody listens, and finds it again when it is back', async () => {
    await adapter.shut();
    expect(await ask()).toMatchObject({ outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } });
    await adapter.open();
    expect(await ask()).toEqual(quoted);
  });

  it('takes an unknown partner for the bug that it is', async () => {
    const strange = { ...call, partner: 'zenith' };
    await expect(gateway.quote(strange, { deadline: new Date(), timeoutMs, traceparent })).rejects.toThrow('zenith');
  });
});
