import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BabbageCaller } from '../../testing/babbage-caller.js';
import { addRequest, carMagic, inquiry, rqUid, travelQuote } from '../../testing/babbage-messages.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

/** The two retryable failures as the text prints them (partners.md B.2). */
const HOST_UNAVAILABLE =
  '<MsgStatus><MsgStatusCd>Error</MsgStatusCd><ExtendedStatus>' +
  '<ExtendedStatusCd>com.bl_HostUnavailable</ExtendedStatusCd><com.bl_ReasonCd>BL-950</com.bl_ReasonCd>' +
  '<ExtendedStatusDesc>Policy host not reachable, resend later</ExtendedStatusDesc></ExtendedStatus></MsgStatus>';
const OVERLOADED =
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>' +
  '<faultcode>soapenv:Server</faultcode><faultstring>Gateway overloaded</faultstring>' +
  '<detail><bl:Error xmlns:bl="urn:babbage-lovelace:errors:1"><bl:Code>BL-951</bl:Code>' +
  '<bl:RetryableInd>1</bl:RetryableInd><bl:RetryAfterSec>2</bl:RetryAfterSec></bl:Error></detail>' +
  '</soapenv:Fault></soapenv:Body></soapenv:Envelope>';

describe("B's magic values", () => {
  let test: TestSandbox;
  let babbage: BabbageCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    babbage = new BabbageCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it.each(['9201', '9001'])('01 (%s) declines instead of the rules', async (value) => {
    const answer = await babbage.quote(carMagic(value, rqUid(1), { registered: '2010-01-01' }));
    expect([answer.first('MsgStatusCd'), answer.all('com.bl_ReasonCd')]).toEqual(['Rejected', ['BL-199']]);
  });

  it('are read from the pincode of a journey', async () => {
    const answer = await babbage.quote(travelQuote(rqUid(3), { postalCode: '419201' }));
    expect(answer.first('com.bl_ReasonCd')).toBe('BL-199');
  });

  it.each(['9101', '9213', '9299', '2901'])('%s is ordinary', async (value) => {
    expect((await babbage.quote(carMagic(value))).first('MsgStatusCd')).toBe('Success');
  });

  it('02 refers after the referral of the rules, and lets a decline stand', async () => {
    const referred = await babbage.quote(carMagic('9202', rqUid(1), { model: ['MON', 'GR30'] }));
    expect(referred.first('MsgStatusCd')).toBe('PendingNeedInformation');
    expect(referred.all('com.bl_ReasonCd')).toEqual(['BL-201', 'BL-299']);
    expect(referred.first('com.bl_BindableInd')).toBe('0');
    const old = await babbage.quote(carMagic('9202', rqUid(2), { registered: '2010-01-01' }));
    expect(old.all('com.bl_ReasonCd')).toEqual(['BL-101']);
  });

  it('03 always fails, in band and by a Fault in turn, under one RqUID or several', async () => {
    const [first, second, third] = [
      await babbage.quote(carMagic('9203')),
      await babbage.quote(carMagic('9203')),
      await babbage.quote(carMagic('9203', rqUid(2))),
    ];
    expect(first.status).toBe(200);
    expect(first.xml).toContain(`<CurCd>INR</CurCd>${HOST_UNAVAILABLE}</PersAutoPolicyQuoteInqRs>`);
    expect([second.status, second.xml]).toEqual([500, OVERLOADED]);
    expect(third.xml).toContain(HOST_UNAVAILABLE);
  });

  it('04 fails twice, succeeds, and starts again for another RqUID', async () => {
    const answers = [];
    for (const number of [1, 1, 1, 1, 2]) answers.push(await babbage.quote(carMagic('9204', rqUid(number))));
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 200, 200, 200]);
    expect(answers.map((answer) => answer.first('MsgStatusCd'))).toEqual([
      'Error',
      undefined,
      'Success',
      'Success',
      'Error',
    ]);
    expect(answers[3]?.bytes).toEqual(answers[2]?.bytes);
  });

  it.each([
    ['05', 45_000],
    ['11', 4_000],
  ])('%s gives the ordinary answer after %p ms, and its repeat at once', async (number, ms) => {
    const answer = babbage.quote(carMagic(`92${number}`));
    const held = await test.waits.next();
    expect(held.ms).toBe(ms);
    const repeat = await babbage.quote(carMagic(`92${number}`));
    held.release();
    expect((await answer).first('MsgStatusCd')).toBe('Success');
    expect(repeat.bytes).toEqual((await answer).bytes);
  });

  it('06 breaks, and is not stored', async () => {
    const answer = await babbage.quote(carMagic('9206'));
    expect([answer.status, answer.first('faultcode'), answer.first('Code')]).toEqual([500, 'soapenv:Server', 'BL-999']);
    expect([answer.first('RetryableInd'), answer.first('RetryAfterSec')]).toEqual(['0', undefined]);
    expect((await babbage.quote(carMagic('1234'))).first('MsgStatusCd')).toBe('Success');
  });

  it('07 sends half a body that claims to be whole', async () => {
    const { bytes: whole } = await babbage.quote(carMagic('1234'));
    const half = Math.floor(whole.length / 2);
    const { status, headers, bytes } = await babbage.quote(carMagic('9207', rqUid(2)));
    expect([status, headers.get('content-length'), bytes.length]).toEqual([200, String(half), half]);
  });

  it('08 asks ₹500 more at issuance until it is accepted and paid', async () => {
    const quoteNumber = await babbage.quoteNumber(carMagic('9208'));
    const refusal = await babbage.add(addRequest(quoteNumber));
    expect(refusal.first('com.bl_ReasonCd')).toBe('BL-907');
    expect(refusal.xml).toContain('<com.bl_NewTotalAmt><Amt>17797.00</Amt></com.bl_NewTotalAmt>');
    const accepted = await babbage.add(addRequest(quoteNumber, rqUid(9), { accepted: '17797.00' }));
    expect(accepted.first('PolicyStatusCd')).toBe('Issued');
  });

  it('09 issues and hangs up; the repeat has the policy', async () => {
    const body = addRequest(await babbage.quoteNumber(carMagic('9209')));
    await expect(babbage.add(body)).rejects.toThrow();
    const [issued] = test.sandbox.policies();
    expect((await babbage.add(body)).first('PolicyNumber')).toBe(issued?.policyNumber);
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('10 is pending for ten seconds, whoever asks, and says nothing else', async () => {
    const quoteNumber = await babbage.quoteNumber(carMagic('9210'));
    const pending = await babbage.add(addRequest(quoteNumber));
    expect(pending.xml).toContain(
      `<PersAutoPolicyAddRs><RqUID>${rqUid(9)}</RqUID>` +
        '<MsgStatus><MsgStatusCd>ResponsePending</MsgStatusCd></MsgStatus></PersAutoPolicyAddRs>',
    );
    expect((await babbage.add(addRequest(quoteNumber, rqUid(10)))).first('MsgStatusCd')).toBe('ResponsePending');
    expect((await babbage.add(addRequest('BLQ9999999'))).first('com.bl_ReasonCd')).toBe('BL-904');
    const inquired = await babbage.inquire(inquiry(quoteNumber));
    expect([inquired.first('PolicyStatusCd'), inquired.first('PolicyNumber')]).toEqual([
      'QuotedAwaitingIssue',
      undefined,
    ]);
    test.clock.advance(10_000);
    const issued = await babbage.add(addRequest(quoteNumber));
    expect([issued.first('MsgStatusCd'), issued.first('PolicyNumber')]).toEqual(['Success', 'BL-AUTOP-0000001']);
    expect((await babbage.inquire(inquiry(quoteNumber))).first('PolicyStatusCd')).toBe('Issued');
    expect((await babbage.add(addRequest(quoteNumber, rqUid(10)))).first('com.bl_ReasonCd')).toBe('BL-905');
  });

  it('12 prints ordinary dates, and is expired whenever it is to be issued', async () => {
    const quoted = await babbage.quote(carMagic('9212'));
    expect(quoted.first('QuoteValidThruDt')).toBe('2026-12-08');
    const refusal = await babbage.add(addRequest('BLQ0000001'));
    expect([refusal.first('ExtendedStatusCd'), refusal.first('com.bl_ReasonCd')]).toEqual([
      'com.bl_QuoteExpired',
      'BL-906',
    ]);
  });

  it('act on issuance where they delay: 05 waits there too, and only the first time', async () => {
    const quoted = babbage.quoteNumber(carMagic('9205'));
    (await test.waits.next()).release();
    const body = addRequest(await quoted);
    const first = babbage.add(body);
    const held = await test.waits.next();
    expect(held.ms).toBe(45_000);
    expect((await babbage.add(body)).first('PolicyStatusCd')).toBe('Issued');
    held.release();
    expect((await first).first('PolicyStatusCd')).toBe('Issued');
  });
});
