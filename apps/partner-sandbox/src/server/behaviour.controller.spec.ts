import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SIMULATED_PARTNERS } from '../partners/partners.js';
import { AcmeCaller } from '../testing/acme-caller.js';
import { CogwheelCaller } from '../testing/cogwheel-caller.js';
import { EleventhHourCaller } from '../testing/eleventh-hour-caller.js';
import { FizzbuzzCaller, fizzbuzzMotorCall, fizzbuzzTravelCall } from '../testing/fizzbuzz-caller.js';
import { type HttpAnswer, send } from '../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../testing/test-sandbox.js';

describe('the behaviour of a partner', () => {
  let test: TestSandbox;
  let acme: AcmeCaller;
  let cogwheel: CogwheelCaller;
  let eleventhHour: EleventhHourCaller;
  let fizzbuzz: FizzbuzzCaller;

  const pathOf = (partner: string) => `${test.sandbox.url}/sandbox/partners/${partner}/behaviour`;
  const put = (partner: string, body: object | string): Promise<HttpAnswer> =>
    send(pathOf(partner), { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body) });
  const behave = async (partner: string, body: object) => expect((await put(partner, body)).status).toBe(200);

  /** How the last call was logged. */
  const lastCall = () => test.sandbox.calls().at(-1);

  beforeEach(async () => {
    test = await startTestSandbox();
    const { url } = test.sandbox;
    acme = await new AcmeCaller(url).signIn();
    cogwheel = new CogwheelCaller(url, test.clock.now);
    eleventhHour = new EleventhHourCaller(url);
    fizzbuzz = new FizzbuzzCaller(url);
  });
  afterEach(() => test.sandbox.stop());

  it('is normal until it is set, shows what was set with its defaults, and is normal again when that is taken back', async () => {
    const partners = async () => (await send(`${test.sandbox.url}/sandbox/partners`, {})).json;
    const normal = SIMULATED_PARTNERS.map(({ id }) => ({ id, behaviour: { mode: 'normal' } }));
    expect(await partners()).toEqual(normal);
    expect((await put('acme-general', { mode: 'slow' })).json).toEqual({ mode: 'slow', delayMs: 4000 });
    expect(await partners()).toContainEqual({ id: 'acme-general', behaviour: { mode: 'slow', delayMs: 4000 } });
    expect((await send(pathOf('acme-general'), { method: 'DELETE' })).status).toBe(204);
    expect(await partners()).toEqual(normal);
  });

  it.each([
    [404, 'nobody', { mode: 'down' }],
    [400, 'acme-general', { mode: 'asleep' }],
    [400, 'acme-general', { mode: 'down', delayMs: 5 }],
    [400, 'acme-general', { mode: 'slow', delayMs: -1 }],
    [400, 'acme-general', '{'],
    [400, 'acme-general', { mode: 'failed-result' }],
  ])('answers %p at %s to %p, and leaves things as they are', async (status, partner, body) => {
    const refusal = await put(partner, body);
    expect([refusal.status, refusal.json]).toEqual([status, { error: expect.any(String) }]);
    expect((await acme.quote()).status).toBe(201);
  });

  it('down: every quote call gets the retryable failure of the partner, and other calls go on', async () => {
    for (const { id } of SIMULATED_PARTNERS) await behave(id, { mode: 'down' });
    expect((await acme.quote()).json).toMatchObject({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
    expect([(await cogwheel.quote()).status, (await cogwheel.quote()).status]).toEqual([502, 503]);
    expect((await eleventhHour.submit()).json).toMatchObject({ errors: [{ code: 'EH-5030' }] });
    const unavailable = { error: { code: -32020, data: { retryable: true } } };
    const batch = await fizzbuzz.post([fizzbuzzMotorCall(), fizzbuzzTravelCall()]);
    expect(batch.json).toMatchObject([unavailable, unavailable]);
    expect((await acme.get('/v1/quotes/AGQ-1')).status).toBe(404);
    expect((await new AcmeCaller(test.sandbox.url).quote()).status).toBe(401);
  });

  it('flapping: some calls fail in a row, then one goes through', async () => {
    await behave('cogwheel-direct', { mode: 'flapping', failures: 1 });
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await cogwheel.quote()).status);
    expect(statuses).toEqual([502, 200, 502, 200]);
  });

  it('rate-limited: every quote call is told when to come back, and other calls go on', async () => {
    const limited = { mode: 'rate-limited', retryAfterSeconds: 7 };
    for (const { id } of SIMULATED_PARTNERS) await behave(id, limited);
    const answers = [await acme.quote('{'), await cogwheel.quote('{'), await eleventhHour.submit('{')];
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual(
      answers.map(() => [429, '7']),
    );
    expect(answers.map(({ json }) => json)).toMatchObject([
      { code: 'RATE_LIMITED' },
      { error: { code: 'C-RATE-001' } },
      { errors: [{ code: 'EH-4290' }] },
    ]);
    const refused = { code: -32010, message: 'Rate limited', data: { retryable: true, retryAfterMs: 7000 } };
    expect(await fizzbuzz.error(fizzbuzzMotorCall())).toEqual(refused);
    expect((await cogwheel.get('/v2/policy?quote_no=none')).status).toBe(404);
    expect((await fizzbuzz.get({ offerId: 'x' })).json).toMatchObject({ error: { code: -32040 } });
  });

  it.each([
    [{ mode: 'slow', delayMs: 700 }, 700],
    [{ mode: 'hang' }, 45_000],
  ])('%p: the ordinary answer comes after %p ms', async (behaviour, ms) => {
    await behave('acme-general', behaviour);
    await behave('fizzbuzz', behaviour);
    const answers = [acme.quote(), fizzbuzz.post(fizzbuzzMotorCall())];
    for (let call = 0; call < answers.length; call += 1) {
      const held = await test.waits.next();
      expect(held.ms).toBe(ms);
      held.release();
    }
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 200]);
    expect((await acme.get('/v1/quotes/AGQ-20261123-000001')).status).toBe(200);
  });

  it('slow and hang: at E it is the job that takes its time', async () => {
    await behave('eleventh-hour', { mode: 'slow', delayMs: 1_000 });
    const slow = await eleventhHour.jobId();
    await behave('eleventh-hour', { mode: 'hang' });
    const hanging = await eleventhHour.jobId();
    test.clock.advance(3_999);
    expect((await eleventhHour.poll(slow)).json).toMatchObject({ state: 'RUNNING' });
    test.clock.advance(1_000);
    expect((await eleventhHour.poll(slow)).json).toMatchObject({ state: 'DONE' });
    test.clock.advance(24 * 3_600_000);
    expect((await eleventhHour.poll(hanging)).json).toMatchObject({ state: 'RUNNING' });
  });

  it('garbled: half a body claims to be whole; refusals stay whole', async () => {
    const { bytes: whole } = await cogwheel.quote();
    await behave('cogwheel-direct', { mode: 'garbled' });
    const { status, bytes } = await cogwheel.quote();
    expect([status, bytes.length]).toEqual([200, Math.floor(whole.length / 2)]);
    expect((await cogwheel.quote('{')).json).toMatchObject({ error: { code: 'C-VAL-004' } });
  });

  it('garbled: at E it is the result that is cut', async () => {
    await behave('eleventh-hour', { mode: 'garbled' });
    const jobId = await eleventhHour.jobId();
    test.clock.advance(3_000);
    const { status, json } = await eleventhHour.poll(jobId);
    expect([jobId, status, json]).toEqual(['ehj_00000001', 200, undefined]);
  });

  it('cut: the connection closes in the middle of the body', async () => {
    await behave('acme-general', { mode: 'cut' });
    await behave('fizzbuzz', { mode: 'cut' });
    await expect(acme.quote()).rejects.toThrow();
    expect(lastCall()).toMatchObject({ operation: 'quote', status: 201 });
    await expect(fizzbuzz.post(fizzbuzzMotorCall())).rejects.toThrow();
    expect((await fizzbuzz.get({ offerId: 'x' })).status).toBe(200);
  });

  it('reset: the connection is reset without an answer', async () => {
    await behave('acme-general', { mode: 'reset' });
    await expect(acme.quote()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(lastCall()).toMatchObject({ operation: 'quote', status: null });
  });

  it('failed-result: a success reports a retryable error inside', async () => {
    await behave('eleventh-hour', { mode: 'failed-result' });
    await behave('fizzbuzz', { mode: 'failed-result' });
    const jobId = await eleventhHour.jobId();
    test.clock.advance(3_000);
    expect((await eleventhHour.poll(jobId)).json).toMatchObject({
      result: { outcome: 'ERROR', error: { code: 'EH-5002', retryable: true } },
    });
    const failed = { state: 'ERROR', error: { code: 'FZ-E11', retryable: true } };
    expect(await fizzbuzz.result(fizzbuzzMotorCall())).toMatchObject({ plans: [failed, failed, failed] });
  });

  it('is that of one partner', async () => {
    await behave('acme-general', { mode: 'reset' });
    expect((await cogwheel.quote()).status).toBe(200);
  });
});
