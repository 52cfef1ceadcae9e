import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  FizzbuzzCaller,
  fizzbuzzIssueParams,
  fizzbuzzMagic,
  fizzbuzzMotorCall,
  fizzbuzzTravelCall,
  rpcCall,
} from '../../testing/fizzbuzz-caller.js';
import { send } from '../../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const INVALID_REQUEST = { code: -32600, message: 'Invalid Request' };

describe("F's endpoint", () => {
  let test: TestSandbox;
  let fizzbuzz: FizzbuzzCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    fizzbuzz = new FizzbuzzCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it.each([{}, { authorization: 'Bearer guessed' }, { authorization: 'Basic ZnpiLXNhbmRib3gtbWFya2V0' }])(
    'refuses %p with an empty 401, whatever the body',
    async (headers) => {
      const { status, bytes } = await fizzbuzz.post('not json', headers);
      expect([status, bytes.length]).toEqual([401, 0]);
    },
  );

  it('answers an unknown path with a plain 404', async () => {
    for (const path of ['/rpc', '/rpc/v2']) expect((await send(test.sandbox.url + path, {})).status).toBe(404);
  });

  it.each([
    ['-32700', '{"jsonrpc":', { code: -32700, message: 'Parse error' }],
    ['-32600', '[]', INVALID_REQUEST],
    ['-32600', JSON.stringify(Array.from({ length: 11 }, () => fizzbuzzMotorCall())), INVALID_REQUEST],
    ['-32600', '1', INVALID_REQUEST],
  ])('answers %s once for a body like %.20s', async (_code, body, error) => {
    const { status, json } = await fizzbuzz.post(body);
    expect([status, json]).toEqual([200, { jsonrpc: '2.0', id: null, error }]);
  });

  it.each([
    [null, { method: 'policy.get' }],
    [5, { jsonrpc: '1.0', id: 5, method: 'policy.get' }],
    ['a', { jsonrpc: '2.0', id: 'a', method: 7 }],
    ['a', { jsonrpc: '2.0', id: 'a', method: 'policy.get', params: 'x' }],
    [null, { jsonrpc: '2.0', id: {}, method: 'policy.get' }],
  ])('answers -32600 under the id %p to what is no request', async (id, body) => {
    expect((await fizzbuzz.post(body)).json).toEqual({ jsonrpc: '2.0', id, error: INVALID_REQUEST });
  });

  it('answers -32601 to a method it does not have', async () => {
    const { json } = await fizzbuzz.post(rpcCall(3, 'health.quotePlans', {}));
    expect(json).toEqual({ jsonrpc: '2.0', id: 3, error: { code: -32601, message: 'Method not found' } });
  });

  it('ignores notifications, and says nothing to nothing else', async () => {
    const notification = { jsonrpc: '2.0', method: 'motor.quotePlans', params: {} };
    for (const body of [notification, [notification, notification]]) {
      const { status, bytes } = await fizzbuzz.post(body);
      expect([status, bytes.length]).toEqual([204, 0]);
    }
    const { json } = await fizzbuzz.post([notification, fizzbuzzMotorCall({}, 'b')]);
    expect(json).toMatchObject([{ id: 'b', result: { quoteSetId: 'FZS-0001' } }]);
  });

  it('answers every call of a batch for itself, a batch of one too', async () => {
    const { json } = await fizzbuzz.post([
      fizzbuzzMotorCall({ rto: 'X' }, 'invalid'),
      7,
      rpcCall('unknown', 'x', {}),
      fizzbuzzMagic('9603', 'down'),
      fizzbuzzTravelCall({}, 'good'),
    ]);
    expect(json).toMatchObject([
      { id: 'good', result: { ref: 'Q-01J9-G' } },
      { id: 'down', error: { code: -32020 } },
      { id: 'unknown', error: { code: -32601 } },
      { id: null, error: INVALID_REQUEST },
      { id: 'invalid', error: { code: -32602 } },
    ]);
    expect((await fizzbuzz.post([fizzbuzzMotorCall()])).json).toMatchObject([{ id: 1 }]);
  });

  it('takes ten calls, and issues nothing in a batch', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => fizzbuzzMotorCall({}, index));
    expect((await fizzbuzz.post(ten)).json).toHaveLength(10);
    const issue = rpcCall('i', 'policy.issue', fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1'));
    const { json } = await fizzbuzz.post([issue, rpcCall('g', 'policy.get', { offerId: 'FZS-0001-PLUS' })]);
    expect(json).toMatchObject([
      { id: 'g', error: { code: -32040 } },
      { id: 'i', error: INVALID_REQUEST },
    ]);
    expect(test.sandbox.policies()).toEqual([]);
  });

  it('adds up the waits of a batch', async () => {
    const batch = [fizzbuzzMagic('9611', 1), fizzbuzzMagic('9605', 2), fizzbuzzMotorCall({}, 3)];
    const answer = fizzbuzz.post(batch);
    const held = await test.waits.next();
    expect(held.ms).toBe(49_000);
    held.release();
    expect((await answer).json).toHaveLength(3);
  });

  it('is a call of what it holds', async () => {
    const { url } = test.sandbox;
    await fizzbuzz.get({ offerId: 'x' });
    await fizzbuzz.post([rpcCall(1, 'policy.get', { offerId: 'x' }), fizzbuzzMagic('9602'), fizzbuzzTravelCall()]);
    await fizzbuzz.post('{');
    expect((await send(`${url}/sandbox/calls`, {})).json).toMatchObject({
      items: [
        { partner: 'fizzbuzz', operation: 'read-policy', reference: null, magic: null },
        { partner: 'fizzbuzz', operation: 'quote', reference: 'Q-01J9-F', magic: '02' },
        { partner: 'fizzbuzz', operation: 'unknown' },
      ],
    });
  });

  it('does not count calls unless it is asked to', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => rpcCall(index, 'policy.get', { offerId: 'x' }));
    for (let batch = 0; batch < 13; batch += 1)
      expect((await fizzbuzz.post(ten)).bytes.toString()).not.toContain('-32010');
  });
});

describe("F's latency", () => {
  it('is that of every quote in a batch', async () => {
    const { sandbox, waits } = await startTestSandbox({ latency: { kind: 'fixed', minMs: 50, maxMs: 50 } });
    const fizzbuzz = new FizzbuzzCaller(sandbox.url);
    expect((await fizzbuzz.get({ offerId: 'x' })).status).toBe(200);
    const answer = fizzbuzz.post([fizzbuzzMotorCall(), rpcCall(9, 'policy.get', {}), fizzbuzzTravelCall()]);
    const held = await waits.next();
    expect(held.ms).toBe(100);
    held.release();
    expect((await answer).json).toHaveLength(3);
    await sandbox.stop();
  });
});

describe("F's limit, when enforced", () => {
  it('admits 120 calls a minute, every element of a batch being one', async () => {
    const { sandbox, clock } = await startTestSandbox({ enforceLimits: true });
    const fizzbuzz = new FizzbuzzCaller(sandbox.url);
    const ten = Array.from({ length: 10 }, (_, index) => rpcCall(index, 'policy.get', { offerId: 'x' }));
    for (let batch = 0; batch < 11; batch += 1) await fizzbuzz.post(ten);
    for (let call = 0; call < 5; call += 1) await fizzbuzz.get({ offerId: 'x' });
    clock.advance(30_000);
    const { status, json } = await fizzbuzz.post(ten);
    const codes = Array.isArray(json) ? json.map(({ error }) => error.code) : [];
    expect([status, codes.sort()]).toEqual([200, [...Array(5).fill(-32010), ...Array(5).fill(-32040)]]);
    expect(await fizzbuzz.error(rpcCall(1, 'policy.get', {}))).toEqual({
      code: -32010,
      message: 'Rate limited',
      data: { retryable: true, retryAfterMs: 30_000 },
    });
    clock.advance(30_000);
    expect(await fizzbuzz.error(rpcCall(1, 'policy.get', { offerId: 'x' }))).toMatchObject({ code: -32040 });
    await sandbox.stop();
  });
});
