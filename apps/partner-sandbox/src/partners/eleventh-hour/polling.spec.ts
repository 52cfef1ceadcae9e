import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EleventhHourCaller, eleventhHourHealthRequest, requestId } from '../../testing/eleventh-hour-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const MINUTE_MS = 60_000;

describe("E's gate and limits", () => {
  let test: TestSandbox;
  let eleventhHour: EleventhHourCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    eleventhHour = new EleventhHourCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it.each(['', 'ApiKey ehk_guessed', 'Bearer ehk_sandbox_4c1f'])(
    'refuses the authorization %p',
    async (authorization) => {
      const refusal = await eleventhHour.post('/api/v3/quote-requests', 'not json', { authorization });
      expect([refusal.status, refusal.json]).toEqual([
        401,
        { errors: [{ code: 'EH-4010', target: null, detail: 'unknown API key' }], traceId: 'tr-1' },
      ]);
    },
  );

  it.each(['/api/v3/quote-requests/ehj_9', '/api/v3/policies/ehp_9', '/api/v3/documents/ehd_9.pdf', '/api/v3/claims'])(
    'answers EH-4040 at %s once the key is good',
    async (path) => {
      const missing = await eleventhHour.get(path);
      expect([missing.status, missing.json]).toMatchObject([404, { errors: [{ code: 'EH-4040' }] }]);
      expect((await eleventhHour.get(path, { authorization: '' })).status).toBe(401);
    },
  );

  it('answers a job once a second, forgiving a tenth; what is refused does not count', async () => {
    const jobId = await eleventhHour.jobId();
    expect((await eleventhHour.poll(jobId)).status).toBe(200);
    test.clock.advance(899);
    const refusal = await eleventhHour.poll(jobId);
    expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([429, '1']);
    expect(refusal.json).toMatchObject({ errors: [{ code: 'EH-4290', target: null }] });
    test.clock.advance(1);
    expect((await eleventhHour.poll(jobId)).status).toBe(200);
    expect((await eleventhHour.poll(jobId)).status).toBe(429);
    expect((await eleventhHour.poll(await eleventhHour.jobId())).status).toBe(200);
  });

  it('drops a result after an hour, though not the offer', async () => {
    const jobId = await eleventhHour.jobId();
    test.clock.advance(3_000 + 60 * MINUTE_MS - 1);
    expect((await eleventhHour.poll(jobId)).json).toMatchObject({ state: 'DONE' });
    test.clock.advance(MINUTE_MS);
    const gone = await eleventhHour.poll(jobId);
    expect([gone.status, gone.json]).toMatchObject([410, { errors: [{ code: 'EH-4100' }] }]);
    test.clock.advance(31 * 24 * 60 * MINUTE_MS);
    expect((await eleventhHour.poll(jobId)).status).toBe(404);
  });

  it('does not count submissions unless it is asked to', async () => {
    for (let call = 0; call < 61; call += 1) expect((await eleventhHour.submit()).status).toBe(202);
  });
});

describe("E's limit on submissions, when enforced", () => {
  it('admits sixty a minute, repeats among them', async () => {
    const { sandbox, clock } = await startTestSandbox({ enforceLimits: true });
    const eleventhHour = new EleventhHourCaller(sandbox.url);
    for (let call = 0; call < 60; call += 1)
      expect((await eleventhHour.submit(eleventhHourHealthRequest, requestId(1))).status).toBe(202);
    clock.advance(20_000);
    const refusal = await eleventhHour.submit('not json', requestId(1));
    expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([429, '40']);
    clock.advance(40_000);
    expect((await eleventhHour.submit()).status).toBe(202);
    await sandbox.stop();
  });
});

describe("E's limits, when they are off", () => {
  it('answers every poll', async () => {
    const { sandbox } = await startTestSandbox({ unlimitedPartners: ['eleventh-hour'], enforceLimits: true });
    const eleventhHour = new EleventhHourCaller(sandbox.url);
    const jobId = await eleventhHour.jobId();
    for (let call = 0; call < 5; call += 1) expect((await eleventhHour.poll(jobId)).status).toBe(200);
    await sandbox.stop();
  });
});
