import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CogwheelCaller, cogwheelIssueRequest, cogwheelTermWith } from '../../../../testing/cogwheel-caller.js';
import { startTestSandbox, type TestSandbox } from '../../../../testing/test-sandbox.js';

/** The answer for L1 as C's text prints it, but for the number (partners.md C.2). */
const L1_ANSWER =
  '{"status":"OK","request_ref":"Q-01J9-T","quote":{"quote_no":"CGT00001","firm":"Y","valid_till":"30/11/2026 15:30",' +
  '"sum_assured":10000000,"lines":[{"k":"base","amt":12960.48},{"k":"sum_assured_discount","amt":-1036.84}],' +
  '"net":11923.64,"tax":[],"premium_annual":11924,"instalment":{"mode":"monthly","count":12,"amt":1049},"premium":11924}}';

const { asset: _, ...issueRequest } = cogwheelIssueRequest('CGT00001', 'I-1', 11_924);

describe("C's term quote", () => {
  let test: TestSandbox;
  let cogwheel: CogwheelCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    cogwheel = new CogwheelCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it('is the printed one for the printed request, digit for digit', async () => {
    const { status, bytes } = await cogwheel.quoteTerm();
    expect([status, bytes.toString()]).toEqual([200, L1_ANSWER]);
  });

  it('is payable in twelve instalments when asked for monthly', async () => {
    const { json } = await cogwheel.quoteTerm(cogwheelTermWith({ pay_mode: 'monthly' }));
    expect(json).toMatchObject({ quote: { premium_annual: 11924, instalment: { amt: 1049 }, premium: 12588 } });
  });

  it.each([
    ['C-UW-31', { dob: '02/12/2008' }, 30],
    ['C-UW-31', { dob: '01/12/1960' }, 40],
    ['C-UW-32', { dob: '02/12/1960' }, 11],
  ])('declines with %s, the first rule that applies', async (code, life, term_years) => {
    const { json } = await cogwheel.quoteTerm(cogwheelTermWith({ term_years }, life));
    expect(json).toEqual({ status: 'NO_QUOTE', request_ref: 'Q-01J9-T', decline: { code, text: expect.any(String) } });
  });

  it.each([
    ['a sum assured above two crore', { sum_assured: 20_100_000 }, {}],
    ['an age above 55', { term_years: 10 }, { dob: '01/12/1970' }],
  ])('refers %s, with the price shown', async (_what, members, life) => {
    const { json } = await cogwheel.quoteTerm(cogwheelTermWith(members, life));
    expect(json).toMatchObject({ status: 'REFER', refer: { code: 'C-RF-02' }, quote: { firm: 'N' } });
  });

  it('accepts two crore and an age of 55 as they are', async () => {
    const life = cogwheelTermWith({ sum_assured: 20_000_000, term_years: 20 }, { dob: '02/12/1970' });
    expect((await cogwheel.quoteTerm(life)).json).toMatchObject({ status: 'OK' });
  });

  it('finds its magic value in the pin of the life', async () => {
    const referred = await cogwheel.quoteTerm(cogwheelTermWith({}, { pin: '569302' }));
    expect(referred.json).toMatchObject({ status: 'REFER', refer: { code: 'C-RF-99' } });
    expect((await cogwheel.quoteTerm(cogwheelTermWith({}, { pin: '569006' }))).status).toBe(500);
    expect((await cogwheel.quoteTerm(cogwheelTermWith({}, { pin: '569106' }))).status).toBe(200);
  });

  it('becomes a policy of its term, without a vehicle', async () => {
    await cogwheel.quoteTerm();
    const { status, json } = await cogwheel.issue(issueRequest);
    expect(status).toBe(200);
    expect(json).toMatchObject({ duplicate: false, policy: { state: 'ISSUED', from: '01/12/2026', to: '30/11/2056' } });
  });

  it('does without a vehicle where the quote is unknown', async () => {
    expect((await cogwheel.issue(issueRequest)).json).toMatchObject({ error: { code: 'C-ISS-404' } });
  });

  it('asks ₹500 more of the year when the price has changed', async () => {
    const monthly = cogwheelTermWith({ pay_mode: 'monthly' }, { pin: '569308' });
    expect((await cogwheel.quoteTerm(monthly)).json).toMatchObject({ quote: { premium: 12588 } });
    const payment = { utr: 'PAY-88f1', paid_on: '23/11/2026 15:42' };
    const issue = (premium: number) =>
      cogwheel.issue({ ...issueRequest, premium, payment: { ...payment, amt: premium } });
    expect((await issue(12588)).json).toMatchObject({ error: { code: 'C-ISS-420', new_premium: 13088 } });
    expect((await issue(13088)).json).toMatchObject({ policy: { state: 'ISSUED' } });
  });
});
