import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CogwheelCaller, cogwheelIssueRequest, cogwheelMagic } from '../../testing/cogwheel-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("C's magic values", () => {
  let test: TestSandbox;
  let cogwheel: CogwheelCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    cogwheel = new CogwheelCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it.each(['9301', '9001'])('01 (%s) declines instead of the rules', async (value) => {
    const { status, json } = await cogwheel.quote(cogwheelMagic(value));
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'NO_QUOTE', decline: { code: 'C-UW-99' } });
  });

  it.each(['9101', '9313', '9399', '3901'])('%s is ordinary', async (value) => {
    expect((await cogwheel.quote(cogwheelMagic(value))).json).toMatchObject({ status: 'OK' });
  });

  it('02 refers, hides the referral of the rules, and lets a decline stand', async () => {
    const claims = { prior: { expiry_date: '30/11/2026', claims: 2 } };
    const referred = await cogwheel.quote(cogwheelMagic('9302', claims));
    expect(referred.json).toMatchObject({ status: 'REFER', refer: { code: 'C-RF-99' }, quote: { firm: 'N' } });
    const old = await cogwheel.quote(cogwheelMagic('9302', { start_date: '01/12/2046' }));
    expect(old.json).toMatchObject({ status: 'NO_QUOTE', decline: { code: 'C-UW-10' } });
  });

  it('03 always fails, with 502 and 503 in turn and no Retry-After', async () => {
    const answers = [];
    for (let call = 0; call < 3; call += 1) answers.push(await cogwheel.quote(cogwheelMagic('9303')));
    expect(answers.map(({ status }) => status)).toEqual([502, 503, 502]);
    expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual([null, null, null]);
    expect(answers[0]?.json).toEqual({
      status: 'ERROR',
      error: { code: 'C-SYS-900', text: 'pricing cluster failover' },
    });
  });

  it('04 fails twice, succeeds, and starts again', async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await cogwheel.quote(cogwheelMagic('9304'))).status);
    expect(statuses).toEqual([502, 503, 200, 502]);
  });

  it.each([
    ['05', 45_000],
    ['11', 4_000],
  ])('%s gives the ordinary answer after %p ms', async (number, ms) => {
    const answer = cogwheel.quote(cogwheelMagic(`93${number}`));
    const held = await test.waits.next();
    expect(held.ms).toBe(ms);
    held.release();
    expect((await answer).json).toMatchObject({ status: 'OK' });
  });

  it('06 breaks', async () => {
    const { status, json } = await cogwheel.quote(cogwheelMagic('9306'));
    expect([status, json]).toEqual([500, { status: 'ERROR', error: { code: 'C-SYS-500', text: 'internal error' } }]);
  });

  it('07 sends half a body that claims to be whole', async () => {
    const { bytes: whole } = await cogwheel.quote(cogwheelMagic('1234'));
    const { status, headers, bytes } = await cogwheel.quote(cogwheelMagic('9307'));
    expect([status, headers.get('content-length')]).toEqual([200, String(Math.floor(whole.length / 2))]);
    expect(bytes).toHaveLength(Math.floor(whole.length / 2));
  });

  it('08 asks ₹500 more at issuance until it is paid', async () => {
    const quoteNo = await cogwheel.quoteNo(cogwheelMagic('9308'));
    const refusal = await cogwheel.issue(cogwheelIssueRequest(quoteNo, 'I-1'));
    expect([refusal.status, refusal.json]).toEqual([
      409,
      { status: 'ERROR', error: { code: 'C-ISS-420', text: 'premium has changed', new_premium: 17544 } },
    ]);
    const accepted = await cogwheel.issue(cogwheelIssueRequest(quoteNo, 'I-1', 17_544));
    expect(accepted.json).toMatchObject({ status: 'OK', duplicate: false, policy: { state: 'ISSUED' } });
  });

  it('09 issues and hangs up; the repeat has the policy', async () => {
    const body = cogwheelIssueRequest(await cogwheel.quoteNo(cogwheelMagic('9309')), 'I-1');
    await expect(cogwheel.issue(body)).rejects.toThrow();
    const [issued] = test.sandbox.policies();
    expect((await cogwheel.issue(body)).json).toMatchObject({
      duplicate: true,
      policy: { policy_no: issued?.policyNumber, state: 'ISSUED' },
    });
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('10 is in process for ten seconds, whoever asks', async () => {
    const quoteNo = await cogwheel.quoteNo(cogwheelMagic('9310'));
    const inProcess = { state: 'IN_PROCESS', from: '01/12/2026', to: '30/11/2027' };
    const pending = await cogwheel.issue(cogwheelIssueRequest(quoteNo, 'I-1'));
    expect([pending.status, pending.json]).toEqual([
      200,
      { status: 'OK', issue_ref: 'I-1', duplicate: false, policy: inProcess },
    ]);
    const status = `/v2/policy?quote_no=${quoteNo}`;
    expect((await cogwheel.get(status)).json).toEqual({ status: 'OK', policy: inProcess });
    const other = await cogwheel.issue(cogwheelIssueRequest(quoteNo, 'I-2'));
    expect(other.json).toEqual({ status: 'ERROR', error: { code: 'C-ISS-410', text: 'quote already issued' } });
    expect((await cogwheel.get('/v2/policy/CGD-2026-000001/pdf')).status).toBe(404);
    test.clock.advance(10_000);
    const issued = { state: 'ISSUED', policy_no: 'CGD-2026-000001' };
    expect((await cogwheel.get(status)).json).toMatchObject({ policy: issued });
    const repeat = await cogwheel.issue(cogwheelIssueRequest(quoteNo, 'I-1'));
    expect(repeat.json).toMatchObject({ duplicate: true, policy: issued });
  });

  it('12 prints the current minute and is valid for five seconds', async () => {
    const { json } = await cogwheel.quote(cogwheelMagic('9312'));
    expect(json).toMatchObject({ quote: { quote_no: 'CGQ00001', valid_till: '23/11/2026 15:30' } });
    test.clock.advance(5_000);
    const late = cogwheelIssueRequest('CGQ00001', 'I-1', 1);
    expect((await cogwheel.issue(late)).json).toMatchObject({ error: { code: 'C-ISS-420' } });
    test.clock.advance(1);
    const refusal = await cogwheel.issue(late);
    expect([refusal.status, refusal.json]).toMatchObject([410, { error: { code: 'C-ISS-411' } }]);
  });
});
