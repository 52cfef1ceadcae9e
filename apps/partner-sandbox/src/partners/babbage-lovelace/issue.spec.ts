import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BabbageCaller } from '../../testing/babbage-caller.js';
import { addRequest, carMagic, carQuote, inquiry, rqUid, travelQuote } from '../../testing/babbage-messages.js';
import { compact } from '../../testing/babbage-printed.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

/** The answer to an Add as the text prints it, but for number and document (partners.md B.3). */
const ADD_ANSWER = `
<InsuranceSvcRs>
  <RqUID>0b7f2f0e-58b7-4d5c-8f66-33f3a4a40001</RqUID>
  <PersAutoPolicyAddRs>
    <RqUID>0b7f2f0e-58b7-4d5c-8f66-33f3a4a40001</RqUID>
    <MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>
    <PersPolicy><PolicyNumber>BL-AUTOP-0000001</PolicyNumber><PolicyStatusCd>Issued</PolicyStatusCd>
      <ContractTerm><EffectiveDt>2026-12-01</EffectiveDt><ExpirationDt>2027-11-30</ExpirationDt></ContractTerm></PersPolicy>
    <FileAttachmentInfo><MIMEContentTypeCd>application/pdf</MIMEContentTypeCd><com.bl_Base64Content>JVBERi0xLjQK</com.bl_Base64Content></FileAttachmentInfo>
  </PersAutoPolicyAddRs>
</InsuranceSvcRs>`;

const withoutDocument = (xml: string): string => xml.replace(/Base64Content>[^<]*</, 'Base64Content><');

describe("B's issuance", () => {
  let test: TestSandbox;
  let babbage: BabbageCaller;

  /** Status and reason of an answer in band. */
  const resultOf = async (content: string) => {
    const answer = await babbage.add(content);
    return [answer.first('ExtendedStatusCd') ?? answer.first('MsgStatusCd'), answer.first('com.bl_ReasonCd')];
  };

  beforeEach(async () => {
    test = await startTestSandbox();
    babbage = new BabbageCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it('makes a policy of a quote, with a document', async () => {
    const uid = '0b7f2f0e-58b7-4d5c-8f66-33f3a4a40001';
    const quoteNumber = await babbage.quoteNumber();
    const issued = await babbage.add(addRequest(quoteNumber, uid));
    expect(issued.status).toBe(200);
    expect(withoutDocument(issued.xml)).toContain(withoutDocument(compact(ADD_ANSWER)));
    const document = Buffer.from(issued.first('com.bl_Base64Content') ?? '', 'base64');
    expect(document.toString('latin1')).toMatch(/^%PDF-/);
    expect(test.sandbox.policies()).toEqual([
      {
        partner: 'babbage-lovelace',
        policyNumber: 'BL-AUTOP-0000001',
        quoteRef: quoteNumber,
        idempotencyKey: uid,
        issuedAt: '2026-11-23T10:00:00.000Z',
      },
    ]);
  });

  it('makes a policy of a journey, for its days and without a vehicle', async () => {
    const quoteNumber = await babbage.quoteNumber(travelQuote());
    const issued = await babbage.add(addRequest(quoteNumber, rqUid(9), { line: 'Pkg', accepted: '662.00' }));
    expect(issued.xml).toContain('<PersPkgPolicyAddRs>');
    expect(['PolicyNumber', 'EffectiveDt', 'ExpirationDt'].map((name) => issued.first(name))).toEqual([
      'BL-TRAV-0000001',
      '2026-12-20',
      '2026-12-29',
    ]);
  });

  it('tells what became of a quote', async () => {
    const quoteNumber = await babbage.quoteNumber();
    const quoted = await babbage.inquire(inquiry(quoteNumber));
    expect(quoted.xml).toContain(
      '<MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>' +
        '<PersPolicy><PolicyStatusCd>QuotedNotBound</PolicyStatusCd></PersPolicy></PolicyInqRs>',
    );
    await babbage.add(addRequest(quoteNumber));
    const issued = await babbage.inquire(inquiry(quoteNumber));
    expect([issued.first('PolicyStatusCd'), issued.first('PolicyNumber')]).toEqual(['Issued', 'BL-AUTOP-0000001']);
    expect(issued.first('com.bl_Base64Content')).toMatch(/^JVBERi0/);
    const unknown = await babbage.inquire(inquiry('BLQ9999999'));
    expect([unknown.first('ExtendedStatusCd'), unknown.first('com.bl_ReasonCd')]).toEqual([
      'com.bl_NotFound',
      'BL-910',
    ]);
    const nameless = await babbage.inquire(inquiry(''));
    expect(nameless.first('MissingElementPath')).toBe('QuoteInfo/CompanysQuoteNumber');
  });

  it('repeats a policy byte for byte for its RqUID, within 48 hours and after', async () => {
    const body = addRequest(await babbage.quoteNumber());
    const first = await babbage.add(body);
    expect((await babbage.add(body)).bytes).toEqual(first.bytes);
    test.clock.advance(365 * 24 * 3_600_000);
    expect((await babbage.add(body)).bytes).toEqual(first.bytes);
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('refuses the RqUID of a policy for another quote, and another RqUID for an issued quote', async () => {
    const [issued, other] = [await babbage.quoteNumber(), await babbage.quoteNumber(carQuote(rqUid(2)))];
    await babbage.add(addRequest(issued));
    expect(await resultOf(addRequest(other))).toEqual(['Duplicate', 'BL-904']);
    const second = await babbage.add(addRequest(issued, rqUid(10)));
    expect(second.first('com.bl_ReasonCd')).toBe('BL-905');
    expect(second.xml).toContain('</MsgStatus><PersPolicy><PolicyNumber>BL-AUTOP-0000001</PolicyNumber></PersPolicy>');
  });

  it('does not store refusals', async () => {
    const body = addRequest('BLQ0000001');
    expect(await resultOf(body)).toEqual(['com.bl_NotFound', 'BL-910']);
    await babbage.quoteNumber();
    expect(await resultOf(body)).toEqual(['Success', undefined]);
  });

  it('refuses in the order not found, already issued, expired, not bindable, price changed, payment mismatch', async () => {
    const wrong = { accepted: '1.00', paid: '2.00' };
    const [issued, firm] = [await babbage.quoteNumber(), await babbage.quoteNumber(carQuote(rqUid(2)))];
    const referred = await babbage.quoteNumber(carMagic('9202', rqUid(3)));
    await babbage.add(addRequest(issued));
    expect(await resultOf(addRequest('BLQ9999999', rqUid(10), wrong))).toEqual(['com.bl_NotFound', 'BL-910']);
    expect(await resultOf(addRequest(firm, rqUid(10), { line: 'Pkg' }))).toEqual(['com.bl_NotFound', 'BL-910']);
    expect(await resultOf(addRequest(referred, rqUid(10), wrong))).toEqual(['com.bl_NotBindable', 'BL-909']);
    const changed = await babbage.add(addRequest(firm, rqUid(10), wrong));
    expect(changed.xml).toContain(
      '<ExtendedStatusCd>com.bl_PriceChanged</ExtendedStatusCd><com.bl_ReasonCd>BL-907</com.bl_ReasonCd>' +
        '<ExtendedStatusDesc>Price has changed</ExtendedStatusDesc>' +
        '<com.bl_NewTotalAmt><Amt>17297.00</Amt></com.bl_NewTotalAmt></ExtendedStatus>',
    );
    expect(await resultOf(addRequest(firm, rqUid(10), { paid: '1.00' }))).toEqual(['com.bl_PaymentMismatch', 'BL-908']);
    test.clock.advance(16 * 24 * 3_600_000);
    expect(await resultOf(addRequest(issued, rqUid(10), wrong))).toEqual(['Duplicate', 'BL-905']);
    expect(await resultOf(addRequest(referred, rqUid(10), wrong))).toEqual(['com.bl_QuoteExpired', 'BL-906']);
  });

  it('issues through the end of the last day in India, and forgets the quote a day later', async () => {
    const quoteNumber = await babbage.quoteNumber();
    const wrong = { accepted: '1.00' };
    test.clock.advance(Date.parse('2026-12-08T18:29:59.999Z') - test.clock.now().getTime());
    expect(await resultOf(addRequest(quoteNumber, rqUid(9), wrong))).toEqual(['com.bl_PriceChanged', 'BL-907']);
    test.clock.advance(1);
    expect(await resultOf(addRequest(quoteNumber, rqUid(9), wrong))).toEqual(['com.bl_QuoteExpired', 'BL-906']);
    test.clock.advance(24 * 3_600_000);
    expect(await resultOf(addRequest(quoteNumber, rqUid(9), wrong))).toEqual(['com.bl_NotFound', 'BL-910']);
  });

  it.each([
    ['QuoteInfo/CompanysQuoteNumber', 'QuoteInfo'],
    ['CurrentTermAmt/Amt', 'CurrentTermAmt'],
    ['PaymentInfo/MethodPaymentCd', 'PaymentInfo'],
    ['InsuredOrPrincipal/GeneralPartyInfo/NameInfo/PersonName/Surname', 'Surname'],
    ['PersVeh/EngineSerialNumber', 'EngineSerialNumber'],
  ])('reports the first element that is missing: %s', async (path, element) => {
    const quoteNumber = await babbage.quoteNumber();
    const answer = await babbage.add(
      addRequest(quoteNumber).replace(new RegExp(`<${element}>.*</${element}>`, 's'), ''),
    );
    expect([answer.first('com.bl_ReasonCd'), answer.first('MissingElementPath')]).toEqual(['BL-901', path]);
  });

  it('does without a given name and an address', async () => {
    const body = addRequest(await babbage.quoteNumber()).replace(/<GivenName>.*<\/GivenName>|<Addr>.*<\/Addr>/gs, '');
    expect(await resultOf(body)).toEqual(['Success', undefined]);
  });
});
