import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CogwheelCaller, cogwheelMotorRequest } from '../../testing/cogwheel-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const WRONG_HEX = '0'.repeat(64);
/** The server's clock in unix seconds when a test begins. */
const SERVER_TIME = 1_795_428_000;
const NONCE = 'n0nce-0000000001';

describe("C's gate", () => {
  let test: TestSandbox;
  let cogwheel: CogwheelCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    cogwheel = new CogwheelCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it.each([
    ['C-AUTH-001', 'without a key', { 'x-cog-key-id': undefined }],
    ['C-AUTH-001', 'with an unknown key', { 'x-cog-key-id': 'cogk_live_01' }],
    ['C-AUTH-001', 'with a nonce too short', { 'x-cog-nonce': 'n0nce' }],
    ['C-AUTH-001', 'with a timestamp that is no number', { 'x-cog-timestamp': 'now' }],
    ['C-AUTH-001', 'with a malformed digest, though it is wrong too', { 'x-cog-content-sha256': 'ABC' }],
    ['C-AUTH-001', 'without a signature', { 'x-cog-signature': undefined }],
    [
      'C-AUTH-004',
      'with a wrong digest, though the signature is wrong too',
      {
        'x-cog-content-sha256': WRONG_HEX,
        'x-cog-signature': `v1=${WRONG_HEX}`,
      },
    ],
    [
      'C-AUTH-001',
      'with a wrong signature, though the clock is wrong too',
      {
        'x-cog-signature': `v1=${WRONG_HEX}`,
        'x-cog-timestamp': '1',
      },
    ],
  ])('answers %s to a call %s', async (code, _what, headers) => {
    const { status, json } = await cogwheel.quote('not json', headers);
    expect(status).toBe(401);
    expect(json).toEqual({ status: 'ERROR', error: { code, text: expect.any(String) } });
  });

  it.each([-301, 301])('refuses a clock that is %p seconds off and says what time it is', async (offset) => {
    const { status, json } = await cogwheel.quote(undefined, { 'x-cog-timestamp': String(SERVER_TIME + offset) });
    expect(status).toBe(401);
    expect(json).toMatchObject({ error: { code: 'C-AUTH-002', server_time: SERVER_TIME } });
  });

  it.each([-300, 300])('accepts a clock that is %p seconds off', async (offset) => {
    const { status } = await cogwheel.quote(undefined, { 'x-cog-timestamp': String(SERVER_TIME + offset) });
    expect(status).toBe(200);
  });

  it('accepts a nonce once in 600 seconds; one of a refused call is not used up', async () => {
    const nonce = { 'x-cog-nonce': NONCE };
    expect((await cogwheel.quote(undefined, { ...nonce, 'x-cog-timestamp': '1' })).status).toBe(401);
    expect((await cogwheel.quote(undefined, nonce)).status).toBe(200);
    test.clock.advance(599_999);
    const replay = await cogwheel.quote(undefined, nonce);
    expect([replay.status, replay.json]).toEqual([
      401,
      { status: 'ERROR', error: expect.objectContaining({ code: 'C-AUTH-003' }) },
    ]);
    test.clock.advance(1);
    expect((await cogwheel.quote(undefined, nonce)).status).toBe(200);
  });

  it('admits 20 requests in any ten seconds over all paths, and says when to come back', async () => {
    expect((await cogwheel.quote()).status).toBe(200);
    test.clock.advance(2_500);
    for (let call = 0; call < 19; call += 1) expect((await cogwheel.get('/v2/policy?quote_no=none')).status).toBe(404);
    const refusal = await cogwheel.quote('not json');
    expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([429, '8']);
    expect(refusal.json).toEqual({
      status: 'ERROR',
      error: { code: 'C-RATE-001', text: '20 requests per 10 seconds' },
    });
    test.clock.advance(7_499);
    expect((await cogwheel.quote()).headers.get('retry-after')).toBe('1');
    test.clock.advance(1);
    expect((await cogwheel.quote()).status).toBe(200);
    expect((await cogwheel.quote()).status).toBe(429);
  });

  it('does not count requests that fail authentication', async () => {
    for (let call = 0; call < 25; call += 1) await cogwheel.quote(undefined, { 'x-cog-timestamp': '1' });
    expect((await cogwheel.quote()).status).toBe(200);
  });

  it.each(['/v2/travel/quote', '/v2/motor', '/v2/policy/CGD-2026-000001/pdf', '/v2/%zz'])(
    'answers C-ISS-404 at %s',
    async (path) => {
      const missing = path.endsWith('quote') ? await cogwheel.post(path, {}) : await cogwheel.get(path);
      expect([missing.status, missing.json]).toEqual([
        404,
        { status: 'ERROR', error: { code: 'C-ISS-404', text: 'not found' } },
      ]);
    },
  );

  it('takes a signed query in any order', async () => {
    expect((await cogwheel.get('/v2/policy?quote_no=none&a=%20b')).status).toBe(404);
  });
});

describe("C's limit, when it is off", () => {
  it('admits every request', async () => {
    const { sandbox, clock } = await startTestSandbox({ unlimitedPartners: ['cogwheel-direct'] });
    const cogwheel = new CogwheelCaller(sandbox.url, clock.now);
    for (let call = 0; call < 30; call += 1) expect((await cogwheel.quote(cogwheelMotorRequest)).status).toBe(200);
    await sandbox.stop();
  });
});
