import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BabbageCaller, QUOTE_INQ } from '../../testing/babbage-caller.js';
import { carQuote, rqUid, travelQuote } from '../../testing/babbage-messages.js';
import { compact, DECLINE_ANSWER, M1_ANSWER, M1_REQUEST } from '../../testing/babbage-printed.js';
import { send } from '../../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("B's quote", () => {
  let test: TestSandbox;
  let babbage: BabbageCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    babbage = new BabbageCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it('is the printed one for the printed request, byte for byte', async () => {
    const answer = await babbage.post(M1_REQUEST, QUOTE_INQ);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(answer.xml).toBe(compact(M1_ANSWER));
  });

  it('is the printed decline for an old car, whatever the cover', async () => {
    const uid = '5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b02';
    const { xml } = await babbage.quote(carQuote(uid, { registered: '2018-12-01', cover: 'LO' }));
    expect(xml).toBe(compact(DECLINE_ANSWER));
  });

  it('caps the insured value that was asked for, and says so', async () => {
    const capped = await babbage.quote(carQuote(rqUid(1), { statedValue: '700000.00' }));
    expect(capped.xml).toContain(
      '<MsgStatus><MsgStatusCd>SuccessWithChanges</MsgStatusCd><ChangeStatus><ActionCd>M</ActionCd>' +
        '<ElementPath>PersVeh/StatedValueAmt</ElementPath><OldValue>700000.00</OldValue>' +
        '<NewValue>525320.00</NewValue></ChangeStatus></MsgStatus>',
    );
    expect(capped.xml).toContain('<StatedValueAmt><Amt>525320.00</Amt></StatedValueAmt>');
    const raised = await babbage.quote(carQuote(rqUid(2), { statedValue: '1.00' }));
    expect([raised.first('NewValue'), raised.first('com.bl_BindableInd')]).toEqual(['388280.00', '1']);
    const within = await babbage.quote(carQuote(rqUid(3), { statedValue: '500000.00' }));
    expect(within.first('MsgStatusCd')).toBe('Success');
  });

  it('leaves out each coverage that it cannot sell, with both lists when it has changed something too', async () => {
    const wishes = { registered: '2020-12-01', coverages: ['ENGP', 'ZDEP', 'RSA'], statedValue: '9999999.00' };
    const answer = await babbage.quote(carQuote(rqUid(1), wishes));
    expect(answer.first('MsgStatusCd')).toBe('SuccessWithInfo');
    expect(answer.xml).toContain(
      '<ExtendedStatus><ExtendedStatusCd>com.bl_CoverageLeftOut</ExtendedStatusCd>' +
        '<com.bl_ReasonCd>BL-301</com.bl_ReasonCd>' +
        '<ExtendedStatusDesc>Coverage ENGP is not sold for this vehicle</ExtendedStatusDesc></ExtendedStatus>',
    );
    expect(answer.all('com.bl_ReasonCd')).toEqual(['BL-301', 'BL-301']);
    expect(answer.all('ActionCd')).toEqual(['M']);
    expect(answer.all('CoverageCd')).toEqual(['OD', 'NCB', 'RSA', 'TP', 'FEE']);
  });

  it('has neither value nor add-ons for liability cover, and says nothing of those asked for', async () => {
    const answer = await babbage.quote(carQuote(rqUid(1), { cover: 'LO', statedValue: '1.00' }));
    expect(answer.first('MsgStatusCd')).toBe('Success');
    expect(answer.xml).not.toContain('StatedValueAmt');
    expect(answer.xml).toContain('<FormatCurrencyAmt><Amt>0.00</Amt></FormatCurrencyAmt>');
    expect(answer.all('CoverageCd')).toEqual(['TP', 'PAOD', 'FEE']);
  });

  it('is a referral with a price for an expensive car', async () => {
    const answer = await babbage.quote(carQuote(rqUid(1), { model: ['MON', 'GR30'], coverages: ['RTI'] }));
    expect(answer.first('MsgStatusCd')).toBe('PendingNeedInformation');
    expect(answer.all('com.bl_ReasonCd')).toEqual(['BL-201', 'BL-301']);
    expect([answer.first('ExtendedStatusCd'), answer.first('com.bl_BindableInd')]).toEqual(['com.bl_Referred', '0']);
    expect(answer.first('CompanysQuoteNumber')).toBe('BLQ0000001');
  });

  it('takes a new car without a plate', async () => {
    expect((await babbage.quote(carQuote(rqUid(1), { plate: null }))).first('MsgStatusCd')).toBe('Success');
  });

  it('is the printed error for what is missing, and names what is wrong', async () => {
    const missing = carQuote().replace(/<RegistrationDt>.*<\/RegistrationDt>/, '');
    expect((await babbage.quote(missing)).xml).toContain(
      '<MsgStatus><MsgStatusCd>Error</MsgStatusCd><ExtendedStatus><ExtendedStatusCd>DataMissing</ExtendedStatusCd>' +
        '<com.bl_ReasonCd>BL-901</com.bl_ReasonCd><ExtendedStatusDesc>RegistrationDt is required</ExtendedStatusDesc>' +
        '<MissingElementPath>PersVeh/Registration/RegistrationDt</MissingElementPath></ExtendedStatus></MsgStatus>',
    );
    const wrong = await babbage.quote(carQuote(rqUid(2), { territory: 'XX99' }));
    expect(wrong.xml).toContain(
      '<ExtendedStatus><ExtendedStatusCd>com.bl_DataInvalid</ExtendedStatusCd><com.bl_ReasonCd>BL-903</com.bl_ReasonCd>' +
        '<ExtendedStatusDesc>PersVeh/TerritoryCd: territory XX99 is not known</ExtendedStatusDesc></ExtendedStatus>',
    );
  });

  it('of a journey is priced by traveller and bears no tax', async () => {
    const answer = await babbage.quote(travelQuote());
    expect(answer.xml).toContain('<PersPkgPolicyQuoteInqRs>');
    expect(answer.first('CurrentTermAmt')).toBe('');
    expect(answer.all('Amt').slice(0, 4)).toEqual(['662.00', '661.50', '0.00', '0.50']);
    expect(answer.first('TaxPct')).toBe('0.00');
    expect(answer.xml).toContain(
      '<PersTravelLineBusiness><Coverage><CoverageCd>TRAVELLER_1</CoverageCd><CurrentTermAmt><Amt>245.00</Amt>',
    );
    expect(answer.all('CoverageCd')).toEqual(['TRAVELLER_1', 'TRAVELLER_2', 'TRAVELLER_3']);
  });

  it.each([
    ['BL-111', { back: '2027-06-18' }],
    ['BL-111', { back: '2027-06-18', born: ['1950-01-01'] }],
    ['BL-112', { born: ['1988-05-05', '1955-12-20'] }],
  ])('of a journey is declined with %s, the first rule that applies', async (code, wishes) => {
    const answer = await babbage.quote(travelQuote(rqUid(3), wishes));
    expect([answer.first('MsgStatusCd'), answer.first('com.bl_ReasonCd')]).toEqual(['Rejected', code]);
  });

  it('takes a journey of 180 days and a traveller of 70', async () => {
    const wishes = { back: '2027-06-17', born: ['1955-12-21'] };
    expect((await babbage.quote(travelQuote(rqUid(3), wishes))).first('MsgStatusCd')).toBe('Success');
  });

  it('fails in the way of B when the partner is told to fail', async () => {
    const setMode = (mode: string) =>
      send(`${test.sandbox.url}/sandbox/partners/babbage-lovelace/behaviour`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode }),
      });
    await setMode('down');
    expect((await babbage.quote()).first('com.bl_ReasonCd')).toBe('BL-950');
    expect((await babbage.quote()).first('Code')).toBe('BL-951');
    await setMode('rate-limited');
    expect((await babbage.quote()).first('Code')).toBe('BL-951');
  });
});
