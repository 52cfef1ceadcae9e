import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DakCaller, dakIssueRequest, dakMagic } from '../../testing/dak-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const BUSY = 'H|90|SYSTEM BUSY PLEASE RETRY|Q01J9D||||\r\n';
const MAINTENANCE = '<html><head><title>Notice</title></head><body><h1>SCHEDULED MAINTENANCE</h1></body></html>';

describe("D's magic values", () => {
  let test: TestSandbox;
  let dak: DakCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    dak = new DakCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it.each(['9401', '9001'])('01 (%s) declines instead of the rules', async (value) => {
    const { text } = await dak.quote(dakMagic(value, { regn_dt: '01-DEC-2010', nil_dep: 'N' }));
    expect(text).toBe('H|10|DECLINED|Q01J9D||||\r\nE|E39|regn4|SANDBOX DECLINE\r\n');
  });

  it.each(['9101', '9413', '9499', '4901'])('%s is ordinary', async (value) => {
    expect((await dak.quote(dakMagic(value))).code).toBe('00');
  });

  it('02 refers with a price, and lets a decline stand', async () => {
    const { lines } = await dak.quote(dakMagic('9402'));
    expect(lines.slice(0, 2)).toEqual([
      ['H', '20', 'REFERRED TO BRANCH', 'Q01J9D', 'DBQ2611230001', '23-NOV-2026', '07-DEC-2026', '4,71,000.00'],
      ['E', 'E29', 'regn4', 'SANDBOX REFERRAL'],
    ]);
    expect(lines.at(-1)).toEqual(['T', '7', '11,386.00', '2,049.00', '13,435.00']);
    const old = await dak.quote(dakMagic('9402', { regn_dt: '01-DEC-2010', nil_dep: 'N' }));
    expect(old.lines[1]?.[1]).toBe('E31');
  });

  it('03 always fails, by text and by the page of the proxy in turn', async () => {
    const answers = [];
    for (let call = 0; call < 3; call += 1) answers.push(await dak.quote(dakMagic('9403')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.map(({ text }) => text)).toEqual([BUSY, MAINTENANCE, BUSY]);
    expect(answers[1]?.headers.get('content-type')).toBe('text/html');
  });

  it('04 fails twice, succeeds, and starts again', async () => {
    const texts: string[] = [];
    for (let call = 0; call < 4; call += 1) texts.push((await dak.quote(dakMagic('9404'))).text);
    expect([texts[0], texts[1], texts[3]]).toEqual([BUSY, MAINTENANCE, BUSY]);
    expect(texts[2]).toContain('H|00|QUOTE OK|');
  });

  it.each([
    ['05', 45_000],
    ['11', 4_000],
  ])('%s gives the ordinary answer after %p ms, at issuance too, but for proposals and repeats', async (number, ms) => {
    const quote = dak.quote(dakMagic(`94${number}`));
    const held = await test.waits.next();
    expect(held.ms).toBe(ms);
    held.release();
    const propNo = (await dak.propose((await quote).lines[0]?.[4] ?? '')).lines[0]?.[4] ?? '';
    const issued = dak.issue(dakIssueRequest(propNo, 'PAY1'));
    const heldAgain = await test.waits.next();
    expect(heldAgain.ms).toBe(ms);
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1'))).code).toBe('01');
    heldAgain.release();
    expect((await issued).code).toBe('00');
  });

  it('06 breaks', async () => {
    const { status, text } = await dak.quote(dakMagic('9406'));
    expect([status, text]).toEqual([200, 'H|99|FATAL|Q01J9D||||\r\n']);
  });

  it('07 sends half a body that claims to be whole', async () => {
    const { bytes: whole } = await dak.quote(dakMagic('1234'));
    const half = Math.floor(whole.length / 2);
    const { status, headers, bytes } = await dak.quote(dakMagic('9407'));
    expect([status, headers.get('content-length'), bytes.length]).toEqual([200, String(half), half]);
  });

  it('08 tells ₹500 more at issuance until it is paid, under any reference', async () => {
    const propNo = await dak.propNo(dakMagic('9408'));
    const revised = `H|44|PRICE REVISED|${propNo}||||\r\nT|0|11,886.00|2,049.00|13,935.00\r\n`;
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1'))).text).toBe(revised);
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1', '1.00'))).text).toBe(revised);
    const issued = await dak.issue(dakIssueRequest(propNo, 'PAY2', '13,935.00'));
    expect([issued.code, issued.lines.at(-1)]).toEqual(['00', ['T', '0', '11,886.00', '2,049.00', '13,935.00']]);
    const again = await dak.issue(dakIssueRequest(propNo, 'PAY2'));
    expect([again.code, again.lines.at(-1)?.at(-1)]).toEqual(['01', '13,935.00']);
  });

  it('08 is satisfied at once by the new total', async () => {
    const propNo = await dak.propNo(dakMagic('9408'));
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1', '13,935.00'))).code).toBe('00');
  });

  it('09 issues and hangs up; the repeat has the policy', async () => {
    const form = dakIssueRequest(await dak.propNo(dakMagic('9409')), 'PAY1');
    await expect(dak.issue(form)).rejects.toThrow();
    const [issued] = test.sandbox.policies();
    const repeat = await dak.issue(form);
    expect([repeat.code, repeat.lines[0]?.[4]]).toEqual(['01', issued?.policyNumber]);
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('10 is pending for ten seconds, whoever asks', async () => {
    const propNo = await dak.propNo(dakMagic('9410'));
    const pending = `H|05|ISSUE PENDING|${propNo}||||\r\nT|0|11,386.00|2,049.00|13,435.00\r\n`;
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1'))).text).toBe(pending);
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1'))).text).toBe(pending);
    expect((await dak.status(propNo)).text).toBe(pending);
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY2'))).text).toBe(
      `H|46|ALREADY ISSUED UNDER OTHER REF|${propNo}||||\r\n`,
    );
    expect((await dak.get('pdoc.do', { policy_no: 'DB/PVT/26/0000001' })).code).toBe('45');
    test.clock.advance(10_000);
    expect((await dak.status(propNo)).code).toBe('00');
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1'))).code).toBe('01');
    expect((await dak.get('pdoc.do', { policy_no: 'DB/PVT/26/0000001' })).status).toBe(200);
  });

  it('12 prints ordinary dates and takes a proposal, but is expired whenever it is to be issued', async () => {
    const propNo = await dak.propNo(dakMagic('9412'));
    expect(propNo).toBe('DBP2611230001');
    expect((await dak.issue(dakIssueRequest(propNo, 'PAY1'))).text).toBe(`H|42|QUOTE EXPIRED|${propNo}||||\r\n`);
  });
});
