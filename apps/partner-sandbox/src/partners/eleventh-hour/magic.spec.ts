import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EleventhHourCaller,
  eleventhHourHealthWith,
  eleventhHourIssueRequest,
  eleventhHourMagic,
  eleventhHourTermWith,
  requestId,
} from '../../testing/eleventh-hour-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("E's magic values", () => {
  let test: TestSandbox;
  let eleventhHour: EleventhHourCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    eleventhHour = new EleventhHourCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  /** The poll of a job that is done by then. */
  async function done(body: object, afterMs = 5_000) {
    const jobId = await eleventhHour.jobId(body);
    test.clock.advance(afterMs);
    return eleventhHour.poll(jobId);
  }

  async function issued(total: string, id: string) {
    const { json } = await eleventhHour.issue(eleventhHourIssueRequest('eho_00000001', total), id);
    test.clock.advance(2_000);
    return { accepted: json, policy: (await eleventhHour.pollPolicy('ehp_00000001')).json };
  }

  it.each(['9501', '9001'])('01 (%s) declines instead of the rules', async (value) => {
    const { json } = await done(eleventhHourMagic(value));
    expect(json).toMatchObject({ result: { outcome: 'DECLINE', reasons: [{ code: 'EH-D9' }] } });
    expect(json).not.toHaveProperty('result.offer');
  });

  it.each(['9101', '9599', '5901'])('%s is ordinary', async (value) => {
    expect((await done(eleventhHourMagic(value))).json).toMatchObject({ result: { outcome: 'OFFER' } });
  });

  it('02 refers after the referrals of the rules, and lets a decline stand', async () => {
    const large = eleventhHourHealthWith({ postalCode: '419502', sumInsured: '5000000' });
    expect((await done(large)).json).toMatchObject({
      result: { outcome: 'REFER', reasons: [{ code: 'EH-R1' }, { code: 'EH-R9' }], offer: { binding: false } },
    });
    const life = eleventhHourTermWith({ postalCode: '419502', occupationClass: 3 });
    expect((await done(life)).json).toMatchObject({ result: { outcome: 'DECLINE', reasons: [{ code: 'EH-D5' }] } });
  });

  it('03 always fails at submit, and asks for two seconds', async () => {
    for (let call = 1; call <= 3; call += 1) {
      const { status, headers, json } = await eleventhHour.submit(eleventhHourMagic('9503'));
      expect([status, headers.get('retry-after')]).toEqual([503, '2']);
      const errors = [{ code: 'EH-5030', target: null, detail: 'intake queue full' }];
      expect(json).toEqual({ errors, traceId: `tr-${call}` });
    }
  });

  it('04 fails twice under one X-Request-Id and then accepts it, and starts again', async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1)
      statuses.push((await eleventhHour.submit(eleventhHourMagic('9504'), requestId(1))).status);
    statuses.push((await eleventhHour.submit(eleventhHourMagic('9504'), requestId(2))).status);
    expect(statuses).toEqual([503, 503, 202, 503]);
  });

  it('05 runs for ever', async () => {
    const { json } = await done(eleventhHourMagic('9505'), 30 * 24 * 3_600_000);
    expect(json).toEqual({ jobId: 'ehj_00000001', state: 'RUNNING', pollAfterMs: 1000 });
  });

  it('06 ends in an error', async () => {
    expect((await done(eleventhHourMagic('9506'))).json).toEqual({
      jobId: 'ehj_00000001',
      state: 'DONE',
      result: { outcome: 'ERROR', reasons: [], error: { code: 'EH-5001', retryable: false } },
    });
  });

  it('07 sends half of a result that claims to be whole, and of nothing else', async () => {
    const accepted = await eleventhHour.submit(eleventhHourMagic('9507'));
    expect(accepted.json).toMatchObject({ jobId: 'ehj_00000001' });
    expect((await eleventhHour.poll('ehj_00000001')).json).toMatchObject({ state: 'RUNNING' });
    const { bytes: whole } = await done(eleventhHourMagic('1234'));
    const { status, headers, bytes } = await eleventhHour.poll('ehj_00000001');
    expect([status, headers.get('content-length')]).toEqual([200, String(Math.floor(whole.length / 2))]);
    expect(bytes).toHaveLength(Math.floor(whole.length / 2));
  });

  it('08 asks ₹500 more at issuance until it is paid', async () => {
    await done(eleventhHourMagic('9508'));
    const refused = { outcome: 'REFUSED', error: { code: 'EH-4092', retryable: false, newTotal: '15686.07' } };
    expect((await issued('15186.07', requestId(1))).policy).toMatchObject({ state: 'DONE', result: refused });
    await issued('15686.07', requestId(2));
    expect((await eleventhHour.pollPolicy('ehp_00000002')).json).toMatchObject({ result: { outcome: 'ISSUED' } });
  });

  it('08 raises the first instalment by ₹500', async () => {
    await done(eleventhHourTermWith({ postalCode: '419508' }));
    const { policy } = await issued('1105.38', requestId(1));
    expect(policy).toMatchObject({ result: { error: { newTotal: '1605.38' } } });
  });

  it('09 accepts the issuance and hangs up; the repeat has the job', async () => {
    await done(eleventhHourMagic('9509'));
    const body = eleventhHourIssueRequest('eho_00000001');
    await expect(eleventhHour.issue(body, requestId(1))).rejects.toThrow();
    const repeat = await eleventhHour.issue(body, requestId(1));
    expect([repeat.status, repeat.json]).toMatchObject([202, { jobId: 'ehp_00000001' }]);
    test.clock.advance(2_000);
    expect((await eleventhHour.pollPolicy('ehp_00000001')).json).toMatchObject({ result: { outcome: 'ISSUED' } });
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it.each([
    ['10', 10_000],
    ['11', 20_000],
  ])('%s takes its time to issue: %p ms', async (number, ms) => {
    await done(eleventhHourMagic(`95${number}`), 20_000);
    const { accepted, policy } = await issued('15186.07', requestId(1));
    expect([accepted, policy]).toMatchObject([{ state: 'QUEUED' }, { state: 'RUNNING' }]);
    test.clock.advance(ms - 2_001);
    expect((await eleventhHour.pollPolicy('ehp_00000001')).json).toMatchObject({ state: 'RUNNING' });
    expect(test.sandbox.policies()).toEqual([]);
    test.clock.advance(1_000);
    expect((await eleventhHour.pollPolicy('ehp_00000001')).json).toMatchObject({ result: { outcome: 'ISSUED' } });
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('11 is ready after twenty seconds', async () => {
    const running = await done(eleventhHourMagic('9511'), 19_999);
    expect(running.json).toMatchObject({ state: 'RUNNING' });
    test.clock.advance(1_000);
    expect((await eleventhHour.poll('ehj_00000001')).json).toMatchObject({ state: 'DONE' });
  });

  it('12 is valid for five seconds from completion', async () => {
    const { json } = await done(eleventhHourMagic('9512'), 3_000);
    expect(json).toMatchObject({ result: { offer: { expiresAt: '2026-11-23T15:30:08+05:30' } } });
    test.clock.advance(5_001);
    const { policy } = await issued('15186.07', requestId(1));
    expect(policy).toMatchObject({ result: { outcome: 'REFUSED', error: { code: 'EH-4091', retryable: false } } });
  });
});
