import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CogwheelCaller, cogwheelIssueRequest, cogwheelMagic } from '../../testing/cogwheel-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';
import { textAt, valueAt } from '../../wire/json.js';

describe("C's issuance", () => {
  let test: TestSandbox;
  let cogwheel: CogwheelCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    cogwheel = new CogwheelCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it('makes a policy of a quote, with a document', async () => {
    const quoteNo = await cogwheel.quoteNo();
    const { status, json } = await cogwheel.issue(cogwheelIssueRequest(quoteNo, 'ISS-01J9-0001'));
    const policy = {
      policy_no: 'CGD-2026-000001',
      state: 'ISSUED',
      from: '01/12/2026',
      to: '30/11/2027',
      doc_url: '/v2/policy/CGD-2026-000001/pdf',
    };
    expect([status, json]).toEqual([200, { status: 'OK', issue_ref: 'ISS-01J9-0001', duplicate: false, policy }]);
    expect((await cogwheel.get(`/v2/policy?quote_no=${quoteNo}`)).json).toEqual({ status: 'OK', policy });
    const document = await cogwheel.get(policy.doc_url);
    expect([document.status, document.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(document.bytes.toString('latin1')).toMatch(/^%PDF-/);
    expect(test.sandbox.policies()).toEqual([
      {
        partner: 'cogwheel-direct',
        policyNumber: 'CGD-2026-000001',
        quoteRef: quoteNo,
        idempotencyKey: 'ISS-01J9-0001',
        issuedAt: '2026-11-23T10:00:00.000Z',
      },
    ]);
  });

  it('repeats a policy for its issue_ref for ever, whatever else the body says', async () => {
    const quoteNo = await cogwheel.quoteNo();
    const first = await cogwheel.issue(cogwheelIssueRequest(quoteNo, 'I-1'));
    test.clock.advance(365 * 24 * 3_600_000);
    const again = await cogwheel.issue({ issue_ref: 'I-1', quote_no: quoteNo, premium: 17_044.0 });
    expect(valueAt(again.json, ['policy'])).toEqual(valueAt(first.json, ['policy']));
    expect(again.json).toMatchObject({ issue_ref: 'I-1', duplicate: true });
  });

  it('refuses an issue_ref for another quote or premium, and another issue_ref for an issued quote', async () => {
    const [issued, other] = [await cogwheel.quoteNo(), await cogwheel.quoteNo()];
    await cogwheel.issue(cogwheelIssueRequest(issued, 'I-1'));
    for (const body of [cogwheelIssueRequest(other, 'I-1'), cogwheelIssueRequest(issued, 'I-1', 17_045)]) {
      const refusal = await cogwheel.issue(body);
      expect([refusal.status, refusal.json]).toMatchObject([409, { error: { code: 'C-ISS-409' } }]);
    }
    const second = await cogwheel.issue(cogwheelIssueRequest(issued, 'I-2'));
    expect(second.status).toBe(409);
    expect(second.json).toMatchObject({ error: { code: 'C-ISS-410', policy_no: 'CGD-2026-000001' } });
  });

  it('does not store refusals', async () => {
    const body = cogwheelIssueRequest('CGQ00001', 'I-1');
    expect((await cogwheel.issue(body)).json).toMatchObject({ error: { code: 'C-ISS-404' } });
    await cogwheel.quoteNo();
    expect((await cogwheel.issue(body)).json).toMatchObject({ status: 'OK' });
  });

  it('refuses in the order not found, already issued, expired, not firm, price changed, payment mismatch', async () => {
    const refusalOf = async (quoteNo: string, premium: number) => {
      const { status, json } = await cogwheel.issue({ ...cogwheelIssueRequest(quoteNo, 'I-2', 1), premium });
      return [status, textAt(json, ['error', 'code'])];
    };
    const [issued, firm] = [await cogwheel.quoteNo(), await cogwheel.quoteNo()];
    const referred = await cogwheel.quoteNo(cogwheelMagic('9302'));
    await cogwheel.issue(cogwheelIssueRequest(issued, 'I-1'));
    expect(await refusalOf('CGQZZZZZ', 2)).toEqual([404, 'C-ISS-404']);
    expect(await refusalOf(referred, 2)).toEqual([409, 'C-ISS-421']);
    expect(await refusalOf(firm, 17_043.99)).toEqual([409, 'C-ISS-420']);
    expect(await refusalOf(firm, 17_044)).toEqual([422, 'C-ISS-422']);
    test.clock.advance(7 * 24 * 3_600_000 + 1);
    expect(await refusalOf(issued, 2)).toEqual([409, 'C-ISS-410']);
    expect(await refusalOf(referred, 2)).toEqual([410, 'C-ISS-411']);
  });

  it.each([
    ['issue_ref C-VAL-001', { issue_ref: null }],
    ['premium C-VAL-004', { premium: 17_044.001 }],
    ['premium C-VAL-004', { premium: '17044' }],
    ['payment C-VAL-001', { payment: undefined }],
    ['payment.paid_on C-VAL-004', { payment: { utr: 'P', amt: 1, paid_on: '23/11/2026' }, holder: {} }],
    ['holder.name C-VAL-001', { holder: {}, asset: {} }],
    ['asset.engine_no C-VAL-001', { asset: {} }],
  ])('reports the first problem of a body: %s', async (problem, members) => {
    const quoteNo = await cogwheel.quoteNo();
    const { status, json } = await cogwheel.issue({ ...cogwheelIssueRequest(quoteNo, 'I-1'), ...members });
    expect(status).toBe(400);
    const [field, code] = problem.split(' ');
    expect(json).toMatchObject({ status: 'ERROR', error: { field, code } });
  });

  it('tells a quote that is not issued from one that never was', async () => {
    const quoteNo = await cogwheel.quoteNo();
    const none = await cogwheel.get(`/v2/policy?quote_no=${quoteNo}`);
    expect(none.json).toEqual({ status: 'OK', policy: { state: 'NONE' } });
    const unknown = await cogwheel.get('/v2/policy?quote_no=CGQZZZZZ');
    expect([unknown.status, unknown.json]).toMatchObject([404, { error: { code: 'C-ISS-404' } }]);
    const missing = await cogwheel.get('/v2/policy');
    expect([missing.status, missing.json]).toMatchObject([400, { error: { code: 'C-VAL-001', field: 'quote_no' } }]);
  });
});
