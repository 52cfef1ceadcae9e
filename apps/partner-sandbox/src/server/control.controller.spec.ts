import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AcmeCaller, acmeIssueRequest, acmeMagic } from '../testing/acme-caller.js';
import { CogwheelCaller } from '../testing/cogwheel-caller.js';
import { send } from '../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../testing/test-sandbox.js';

describe('the control side', () => {
  let test: TestSandbox;

  const get = (path: string) => send(test.sandbox.url + path, {});

  beforeEach(async () => {
    test = await startTestSandbox();
  });
  afterEach(() => test.sandbox.stop());

  it('lists finished calls with what they were about', async () => {
    const acme = await new AcmeCaller(test.sandbox.url).signIn();
    await acme.quote(acmeMagic('9104'));
    await acme.get('/v1/nothing');
    await new CogwheelCaller(test.sandbox.url, test.clock.now).quote();
    const facts = { startedAt: '2026-11-23T10:00:00.000Z', durationMs: expect.any(Number) };
    const none = { reference: null, magic: null };
    expect((await get('/sandbox/calls')).json).toEqual({
      items: [
        { seq: 1, partner: 'acme-general', operation: 'token', status: 200, ...none, ...facts },
        {
          seq: 2,
          partner: 'acme-general',
          operation: 'quote',
          status: 503,
          reference: 'Q-01J9-A',
          magic: '04',
          ...facts,
        },
        { seq: 3, partner: 'acme-general', operation: 'unknown', status: 404, ...none, ...facts },
        {
          seq: 4,
          partner: 'cogwheel-direct',
          operation: 'quote',
          status: 200,
          reference: 'Q-01J9-C',
          magic: null,
          ...facts,
        },
      ],
      next: 4,
    });
  });

  it('reads on from a call, of one partner or one operation, and forgets on demand', async () => {
    const acme = await new AcmeCaller(test.sandbox.url).signIn();
    await acme.quote();
    await new CogwheelCaller(test.sandbox.url, test.clock.now).quote();
    expect((await get('/sandbox/calls?partner=cogwheel-direct')).json).toMatchObject({ items: [{ seq: 3 }], next: 3 });
    expect((await get('/sandbox/calls?operation=quote&after=2')).json).toMatchObject({ items: [{ seq: 3 }], next: 3 });
    expect((await get('/sandbox/calls?after=3')).json).toEqual({ items: [], next: 3 });
    expect((await get('/sandbox/calls?after=x')).status).toBe(400);
    expect((await send(`${test.sandbox.url}/sandbox/calls`, { method: 'DELETE' })).status).toBe(204);
    expect((await get('/sandbox/calls')).json).toEqual({ items: [], next: 0 });
    await acme.quote();
    expect((await get('/sandbox/calls')).json).toMatchObject({ items: [{ seq: 4 }] });
  });

  it('notes a lost answer as a call without a status, and names the quote that is issued', async () => {
    const acme = await new AcmeCaller(test.sandbox.url).signIn();
    const body = acmeIssueRequest(await acme.quoteId(acmeMagic('9109')));
    await expect(acme.issue('key-1', body)).rejects.toThrow();
    await acme.issue('key-1', body);
    expect(test.sandbox.calls().slice(-2)).toMatchObject([
      { operation: 'issue', status: null, reference: 'Q-01J9-A', magic: '09' },
      { operation: 'issue', status: 201 },
    ]);
    expect((await get('/sandbox/policies')).json).toEqual(test.sandbox.policies());
  });

  it('says who is simulated, and that it is well', async () => {
    const baseUrl = test.sandbox.url;
    expect((await get('/')).json).toEqual({
      partners: [
        { id: 'acme-general', baseUrl, prefixes: ['/oauth2/', '/v1/'] },
        { id: 'babbage-lovelace', baseUrl, prefixes: ['/services/'] },
        { id: 'cogwheel-direct', baseUrl, prefixes: ['/v2/'] },
        { id: 'dak-bungalow', baseUrl, prefixes: ['/cgi-bin/'] },
        { id: 'eleventh-hour', baseUrl, prefixes: ['/api/v3/'] },
        { id: 'fizzbuzz', baseUrl, prefixes: ['/rpc'] },
      ],
      options: { latency: { kind: 'none' }, enforceLimits: false, unlimitedPartners: [] },
    });
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('answers plainly where no partner lives', async () => {
    expect([(await get('/api/v4/quote-requests')).status, (await get('/v1x')).status]).toEqual([404, 404]);
  });
});
