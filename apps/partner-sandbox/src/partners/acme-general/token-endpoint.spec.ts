import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AcmeCaller } from '../../testing/acme-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("A's token endpoint", () => {
  let test: TestSandbox;
  let acme: AcmeCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    acme = new AcmeCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it('gives a known client a bearer token that must not be cached', async () => {
    const { status, headers, json } = await acme.token();
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(json).toEqual({
      access_token: expect.stringMatching(/^agt_/),
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'quotes policies',
    });
  });

  it.each([
    ['market-sbx-short', 5, 'quotes policies'],
    ['market-sbx-quoteonly', 300, 'quotes'],
  ])('gives %s tokens of its own life and scope, leaving out a scope it lacks', async (client, life, scope) => {
    expect((await acme.token(client)).json).toMatchObject({ expires_in: life, scope });
  });

  it.each([
    ['nobody', {}],
    ['market-sbx', { authorization: 'Basic bm8=' }],
    ['market-sbx', { authorization: 'Bearer x' }],
  ])('refuses credentials of %s it does not know', async (client, headers) => {
    const refusal = await acme.token(client, undefined, headers);
    expect(refusal.status).toBe(401);
    expect(refusal.headers.get('www-authenticate')).toBe('Basic realm="acme"');
    expect(refusal.json).toEqual({ error: 'invalid_client' });
  });

  it.each([
    ['grant_type=password', 'unsupported_grant_type'],
    ['scope=quotes', 'invalid_request'],
    ['grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
    ['grant_type=client_credentials&scope=quotes%20claims', 'invalid_scope'],
  ])('refuses the form %s as %s', async (form, error) => {
    const refusal = await acme.token('market-sbx', form);
    expect([refusal.status, refusal.json]).toEqual([400, { error }]);
  });

  it('refuses a body that says it is no form', async () => {
    const refusal = await acme.token('market-sbx', '{}', { 'content-type': 'application/json' });
    expect([refusal.status, refusal.json]).toEqual([400, { error: 'invalid_request' }]);
  });

  it('answers the thirty-first call of a client within a minute with 429, and other clients still', async () => {
    for (let call = 0; call < 30; call += 1) expect((await acme.token()).status).toBe(200);
    const refusal = await acme.token();
    expect(refusal.status).toBe(429);
    expect(refusal.headers.get('retry-after')).toBe('60');
    expect(refusal.headers.get('content-type')).toBe('application/problem+json');
    expect(refusal.json).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect((await acme.token('market-sbx-short')).status).toBe(200);
    test.clock.advance(60_000);
    expect((await acme.token()).status).toBe(200);
  });
});
