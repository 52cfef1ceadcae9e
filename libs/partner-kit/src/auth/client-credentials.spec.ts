import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PartnerHttp } from '../http/partner-http.js';
import { LimitedTime } from '../limits/call-time.js';
import { type AnswerCall, FakePartner, json, silence, text } from '../testing/index.js';
import { ClientCredentials } from './client-credentials.js';

const patience = () => new AbortController().signal;

describe('client credentials', () => {
  let clock: ManualClock;
  let partner: FakePartner;
  let http: PartnerHttp;
  let credentials: ClientCredentials;
  let issued: number;
  let onToken: () => ReturnType<AnswerCall>;
  let accepted: (token: string) => boolean;

  const grant = (lifetimeSeconds: number) => () => {
    issued += 1;
    return json(200, {
      access_token: `token-${issued}`,
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      scope: 'q',
    });
  };

  beforeEach(async () => {
    issued = 0;
    onToken = grant(300);
    accepted = () => true;
    clock = new ManualClock();
    partner = await FakePartner.start((call) => {
      if (call.path === '/token') return onToken();
      const isIn = accepted(call.headers.authorization?.replace('Bearer ', '') ?? '');
      return isIn ? json(200, {}) : json(401, { code: 'TOKEN_EXPIRED' });
    });
    http = new PartnerHttp({ baseUrl: partner.url, clock });
    credentials = new ClientCredentials({
      http,
      tokenPath: '/token',
      clientId: 'market-sbx',
      clientSecret: 'acme-sbx-secret',
      scopes: ['quotes', 'policies'],
      errorCodes: { RATE_LIMITED: { category: 'RATE_LIMITED', retryable: true } },
      clock,
    });
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const send = (signal = patience()) =>
    credentials.send(
      (authorization) => http.send({ method: 'POST', path: '/quote', headers: { authorization }, body: '{}' }, signal),
      signal,
    );

  const tokenCalls = () => partner.callsTo('/token');
  const bearers = () => partner.callsTo('/quote').map(({ headers }) => headers.authorization);

  it('fetches a token as RFC 6749 says and sends it', async () => {
    expect(await send()).toMatchObject({ ok: true, value: { status: 200 } });
    const [call] = tokenCalls();
    expect(call).toMatchObject({
      method: 'POST',
      body: 'grant_type=client_credentials&scope=quotes%20policies',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from('market-sbx:acme-sbx-secret').toString('base64')}`,
      },
    });
    expect(bearers()).toEqual(['Bearer token-1']);
  });

  it('fetches one token however many calls wait for it', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => send()));
    expect(answers.every((answer) => answer.ok && answer.value.status === 200)).toBe(true);
    expect(tokenCalls()).toHaveLength(1);
  });

  it.each([
    [300, 289_999, 290_000],
    [5, 4_499, 4_500],
  ])('renews a token of %p s a little before it expires', async (lifetime, still, due) => {
    onToken = grant(lifetime);
    await send();
    clock.advance(still);
    await send();
    expect(tokenCalls()).toHaveLength(1);
    clock.advance(due - still);
    await send();
    expect(bearers()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  it('drops a revoked token, fetches one new and repeats the call once', async () => {
    await send();
    accepted = (token) => token !== 'token-1';
    expect(await send()).toMatchObject({ ok: true, value: { status: 200 } });
    expect(bearers()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  it('fetches one new token when a hundred calls find theirs revoked', async () => {
    await send();
    accepted = (token) => token !== 'token-1';
    await Promise.all(Array.from({ length: 100 }, () => send()));
    expect(tokenCalls()).toHaveLength(2);
  });

  it('takes a second 401 as the answer', async () => {
    accepted = () => false;
    expect(await send()).toMatchObject({ ok: true, value: { status: 401 } });
    expect(partner.callsTo('/quote')).toHaveLength(2);
    expect(tokenCalls()).toHaveLength(2);
  });

  it.each([
    [400, 'invalid_scope'],
    [401, 'invalid_client'],
  ])('says AUTHENTICATION when the token endpoint answers %p', async (status, error) => {
    onToken = () => json(status, { error });
    const expected = { category: 'AUTHENTICATION', retryable: false, partnerCode: error, httpStatus: status };
    expect(await send()).toMatchObject({ ok: false, error: expected });
    expect(partner.callsTo('/quote')).toHaveLength(0);
  });

  it('leaves the token endpoint alone for as long as a 429 asks', async () => {
    onToken = () => json(429, { code: 'RATE_LIMITED' }, { 'retry-after': '60' });
    expect(await send()).toMatchObject({ ok: false, error: { category: 'RATE_LIMITED', retryAfterMs: 60_000 } });
    clock.advance(59_000);
    expect(await send()).toMatchObject({ ok: false, error: { category: 'RATE_LIMITED', retryAfterMs: 1_000 } });
    expect(tokenCalls()).toHaveLength(1);
    onToken = grant(300);
    clock.advance(1_000);
    expect(await send()).toMatchObject({ ok: true });
  });

  it.each([
    ['HTML with a success status', text(200, 'text/html', '<html>')],
    ['no token', json(200, { token_type: 'Bearer', expires_in: 300 })],
    ['a token that cannot stand in a header', json(200, { access_token: 'a\nb', token_type: 'Bearer', expires_in: 1 })],
    ['another kind of token', json(200, { access_token: 'a', token_type: 'mac', expires_in: 300 })],
  ])('says PROTOCOL when it gets %s', async (_what, answer) => {
    onToken = () => answer;
    expect(await send()).toMatchObject({ ok: false, error: { category: 'PROTOCOL' } });
  });

  it('lets a call that is out of time stop waiting for a token, without cancelling it for the others', async () => {
    let answerToken: () => void = () => undefined;
    onToken = () => (response) => {
      answerToken = () => grant(300)()(response);
    };
    const impatient = new AbortController();
    const leaving = send(impatient.signal);
    const staying = send();
    impatient.abort();
    expect(await leaving).toMatchObject({ ok: false, error: { category: 'TIMEOUT' } });
    while (tokenCalls().length === 0) await new Promise(setImmediate);
    answerToken();
    expect(await staying).toMatchObject({ ok: true, value: { status: 200 } });
  });

  const timeOfQuote = (timeoutMs: number) =>
    new LimitedTime({ clock, deadline: new Date(clock.now().getTime() + 20_000), timeoutMs, caller: patience() });

  it('fetches no token for a call whose time is nearly over', async () => {
    expect(await send(timeOfQuote(99).signal)).toMatchObject({ ok: false, error: { category: 'TIMEOUT' } });
    expect(partner.calls).toHaveLength(0);
  });

  it('repeats no call after a 401 that came too late for it', async () => {
    accepted = () => {
      clock.advance(7_950);
      return false;
    };
    const answer = await send(timeOfQuote(8_000).signal);
    expect(answer).toMatchObject({ ok: false, error: { category: 'TIMEOUT', retryable: true } });
    expect([bearers(), tokenCalls().length]).toEqual([['Bearer token-1'], 1]);
  });

  it('tries again after a token call that failed', async () => {
    onToken = () => json(500, {});
    expect(await send()).toMatchObject({ ok: false, error: { category: 'PARTNER_INTERNAL' } });
    onToken = grant(300);
    expect(await send()).toMatchObject({ ok: true });
  });

  it('never shows a token or a secret in an error', async () => {
    onToken = () => json(401, { error: 'acme-sbx-secret is wrong for token-1' });
    expect(JSON.stringify(await send())).not.toMatch(/acme-sbx-secret|token-1/);
    onToken = () => silence;
    expect(JSON.stringify(await send(AbortSignal.timeout(50)))).not.toMatch(/acme-sbx-secret/);
  });
});
