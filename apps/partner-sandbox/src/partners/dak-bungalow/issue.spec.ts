import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DakCaller, dakIssueRequest, dakMagic, dakProposal } from '../../testing/dak-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

/** The answers to proposal and issuance as D's text prints them, but for the numbers (partners.md D.3, D.4). */
const PROPOSED =
  'H|00|PROPOSAL OK|DBQ2611230001|DBP2611230001|23-NOV-2026|07-DEC-2026|\r\nT|0|11,386.00|2,049.00|13,435.00\r\n';
const ISSUED =
  'H|00|POLICY ISSUED|DBP2611230001|DB/PVT/26/0000001|23-NOV-2026|01-DEC-2026|30-NOV-2027\r\n' +
  'F|POLICY|/cgi-bin/pdoc.do?policy_no=DB%2FPVT%2F26%2F0000001\r\n' +
  'T|0|11,386.00|2,049.00|13,435.00\r\n';
const ISSUED_BEFORE = ISSUED.replace('00|POLICY ISSUED', '01|ALREADY ISSUED');

const DAY_MS = 24 * 3_600_000;

describe("D's proposal", () => {
  let test: TestSandbox;
  let dak: DakCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    dak = new DakCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it('makes a quote firm, and is the same one however often it is asked for', async () => {
    const quoteNo = await dak.quoteNo();
    expect((await dak.propose(quoteNo)).text).toBe(PROPOSED);
    test.clock.advance(DAY_MS);
    expect((await dak.post('pprop.do', { quote_no: quoteNo })).text).toBe(PROPOSED);
  });

  it('is refused for a quote that is unknown, expired or referred', async () => {
    const referred = await dak.quoteNo(dakMagic('9402'));
    expect((await dak.propose('DBQ2611239999')).text).toBe('H|45|NO SUCH QUOTE OR PROPOSAL|DBQ2611239999||||\r\n');
    expect((await dak.propose(referred)).text).toBe(`H|48|REFERRED QUOTE|${referred}||||\r\n`);
    test.clock.advance(Date.parse('2026-12-07T18:30:00Z') - test.clock.now().getTime());
    expect((await dak.propose(referred)).text).toBe(`H|42|QUOTE EXPIRED|${referred}||||\r\n`);
    test.clock.advance(DAY_MS);
    expect((await dak.propose(referred)).code).toBe('45');
  });

  it.each(['quote_no', 'eng_no', 'chs_no', 'own_name'])('needs %s', async (field) => {
    const { code, lines } = await dak.post('pprop.do', { ...dakProposal(await dak.quoteNo()), [field]: '' });
    expect([code, lines[1]?.slice(1, 3)]).toEqual(['30', ['E01', field]]);
  });

  it('does without address and nominee', async () => {
    const form = { ...dakProposal(await dak.quoteNo()), own_addr: '', own_pin: '', nom_name: '', nom_rel: '' };
    expect((await dak.post('pprop.do', form)).code).toBe('00');
  });
});

describe("D's issuance", () => {
  let test: TestSandbox;
  let dak: DakCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    dak = new DakCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it('makes a policy of a proposal, with a document', async () => {
    const propNo = await dak.propNo();
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY88F1'))).text).toBe(ISSUED);
    expect((await dak.status(propNo)).text).toBe(ISSUED);
    const document = await dak.get('pdoc.do', { policy_no: 'DB/PVT/26/0000001' });
    expect([document.status, document.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(document.text).toMatch(/^%PDF-/);
    expect(test.sandbox.policies()).toEqual([
      {
        partner: 'dak-bungalow',
        policyNumber: 'DB/PVT/26/0000001',
        quoteRef: 'DBQ2611230001',
        idempotencyKey: 'PAY88F1',
        issuedAt: '2026-11-23T10:00:00.000Z',
      },
    ]);
  });

  it('repeats a policy for its payment reference for ever, whatever else the form says', async () => {
    const propNo = await dak.propNo();
    await dak.issue(dakIssueRequest(propNo, 'PAY1'));
    test.clock.advance(365 * DAY_MS);
    expect((await dak.issue({ prop_no: propNo, pay_ref: 'PAY1' })).text).toBe(ISSUED_BEFORE);
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('refuses a payment reference for another proposal, and another reference for an issued one', async () => {
    const [issued, other] = [await dak.propNo(), await dak.propNo()];
    await dak.issue(dakIssueRequest(issued, 'PAY1'));
    expect((await dak.issue(dakIssueRequest(other, 'PAY1'))).text).toBe(`H|43|PAY REF USED|${other}||||\r\n`);
    expect((await dak.issue(dakIssueRequest(issued, 'PAY2'))).text).toBe(
      `H|46|ALREADY ISSUED UNDER OTHER REF|${issued}|DB/PVT/26/0000001|||\r\n`,
    );
  });

  it('refuses in the order not found, already issued, expired, amount mismatch, and stores none of it', async () => {
    const [issued, open] = [await dak.propNo(), await dak.propNo()];
    await dak.issue(dakIssueRequest(issued, 'PAY1'));
    const refusalOf = async (propNo: string) => (await dak.issue(dakIssueRequest(propNo, 'PAY2', '1.00'))).text;
    expect(await refusalOf('DBP2611239999')).toBe('H|45|NO SUCH QUOTE OR PROPOSAL|DBP2611239999||||\r\n');
    expect(await refusalOf(open)).toBe(`H|41|AMOUNT MISMATCH|${open}||||\r\n`);
    test.clock.advance(15 * DAY_MS);
    expect(await refusalOf(issued)).toContain('H|46|');
    expect(await refusalOf(open)).toBe(`H|42|QUOTE EXPIRED|${open}||||\r\n`);
  });

  it('issues after a refusal under the same payment reference', async () => {
    const propNo = await dak.propNo();
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1', '13,434.00'))).code).toBe('41');
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1'))).code).toBe('00');
  });

  it.each([
    ['prop_no', '', 'E01'],
    ['pay_ref', 'P'.repeat(31), 'E02'],
    ['pay_dt', '2026-11-23', 'E02'],
    ['pay_amt', '13435.00', 'E02'],
  ])('reports the first problem of a form: %s', async (field, value, error) => {
    const { code, lines } = await dak.issue({ ...dakIssueRequest(await dak.propNo(), 'PAY1'), [field]: value });
    expect([code, lines[1]?.slice(1, 3)]).toEqual(['30', [error, field]]);
  });

  it('tells a proposal that is not issued from one that never was', async () => {
    const propNo = await dak.propNo();
    expect((await dak.status(propNo)).text).toBe(`H|47|NOT ISSUED|${propNo}||||\r\n`);
    expect((await dak.status('DBP2611239999')).code).toBe('45');
    expect((await dak.status('')).lines[1]?.slice(1, 3)).toEqual(['E01', 'prop_no']);
    expect((await dak.get('pdoc.do', { policy_no: 'DB/PVT/26/0000001' })).code).toBe('45');
    expect((await dak.get('pdoc.do', {})).code).toBe('30');
  });

  it('is counted function by function', async () => {
    const propNo = await dak.propNo();
    await dak.issue(dakIssueRequest(propNo, 'PAY1'));
    await dak.status(propNo);
    await dak.get('pdoc.do', { policy_no: 'DB/PVT/26/0000001' });
    const calls = test.sandbox.calls();
    expect(calls.map(({ operation }) => operation)).toEqual(['quote', 'propose', 'issue', 'read-policy', 'document']);
    expect(calls.slice(0, 4).map(({ reference }) => reference)).toEqual(['Q01J9D', 'Q01J9D', 'Q01J9D', 'Q01J9D']);
  });
});
