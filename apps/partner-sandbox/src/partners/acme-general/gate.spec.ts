import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AcmeCaller } from '../../testing/acme-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("A's gate", () => {
  let test: TestSandbox;
  let acme: AcmeCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    acme = new AcmeCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it.each([
    ['TOKEN_MISSING', { authorization: '' }],
    ['TOKEN_MISSING', { authorization: 'Basic bWFya2V0' }],
    ['TOKEN_INVALID', { authorization: 'Bearer agt_guessed' }],
  ])('answers %s before it looks at the body', async (code, headers) => {
    const refusal = await acme.quote('not json', headers);
    expect(refusal.status).toBe(401);
    expect(refusal.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(refusal.headers.get('content-type')).toBe('application/problem+json');
    expect(refusal.json).toMatchObject({ status: 401, code });
  });

  it('tells an expired token from an unknown one, and takes a new one', async () => {
    await acme.signIn('market-sbx-short');
    test.clock.advance(4_999);
    expect((await acme.quote()).status).toBe(201);
    test.clock.advance(1);
    expect((await acme.quote()).json).toMatchObject({ code: 'TOKEN_EXPIRED' });
    await acme.signIn('market-sbx-short');
    expect((await acme.quote()).status).toBe(201);
  });

  it('refuses issuance to a token without the scope, whatever the body', async () => {
    await acme.signIn('market-sbx-quoteonly');
    expect((await acme.quote()).status).toBe(201);
    const refusal = await acme.issue('key', 'not json');
    expect([refusal.status, refusal.json]).toEqual([403, expect.objectContaining({ code: 'INSUFFICIENT_SCOPE' })]);
  });

  it('echoes a correlation id of up to 64 characters, on refusals too', async () => {
    await acme.signIn();
    const id = 'c'.repeat(64);
    expect((await acme.quote(undefined, { 'x-correlation-id': id })).headers.get('x-correlation-id')).toBe(id);
    expect((await acme.quote('{', { 'x-correlation-id': 'c-1' })).headers.get('x-correlation-id')).toBe('c-1');
    const longer = await acme.quote(undefined, { 'x-correlation-id': `${id}c` });
    expect(longer.headers.get('x-correlation-id')).toBeNull();
  });

  it('answers an unknown path with NOT_FOUND once the token is good', async () => {
    expect((await acme.get('/v1/claims')).status).toBe(401);
    await acme.signIn();
    for (const path of ['/v1/claims', '/v1/quotes', '/v1/%zz', '/oauth2/keys']) {
      const missing = await acme.get(path);
      expect([missing.status, missing.json]).toEqual([404, expect.objectContaining({ code: 'NOT_FOUND' })]);
    }
  });

  it('does not count requests unless it is asked to', async () => {
    await acme.signIn();
    for (let call = 0; call < 601; call += 1) expect((await acme.get('/v1/quotes/none')).status).toBe(404);
  });
});

describe("A's request limit, when enforced", () => {
  it('admits 600 requests a minute per client and says when to come back', async () => {
    const { sandbox, clock } = await startTestSandbox({ enforceLimits: true });
    const acme = await new AcmeCaller(sandbox.url).signIn();
    for (let call = 0; call < 600; call += 1) expect((await acme.get('/v1/quotes/none')).status).toBe(404);
    clock.advance(20_500);
    const refusal = await acme.quote('not json');
    expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([429, '40']);
    expect(refusal.json).toMatchObject({ code: 'RATE_LIMITED' });
    clock.advance(39_500);
    expect((await acme.quote()).status).toBe(201);
    await sandbox.stop();
  });
});
