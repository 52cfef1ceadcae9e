import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CogwheelCaller, cogwheelMotorWith } from '../../testing/cogwheel-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

/** The success of M1 as C's text prints it, but for the number (partners.md C.2). */
const M1_ANSWER =
  '{"status":"OK","request_ref":"Q-01J9-C","quote":{"quote_no":"CGQ00001","firm":"Y","valid_till":"30/11/2026 15:30",' +
  '"idv":504362,"lines":[{"k":"own_damage","amt":12861.23},{"k":"ncb","amt":-4501.43},{"k":"bundle_smart","amt":2368.63},' +
  '{"k":"third_party","amt":3416},{"k":"pa_owner","amt":300}],"net":14444.43,"tax":[{"k":"CGST","pct":9,"amt":1300},' +
  '{"k":"SGST","pct":9,"amt":1300}],"rounding":-0.43,"premium":17044,"excess":{"compulsory":1000}}}';

describe("C's quote", () => {
  let test: TestSandbox;
  let cogwheel: CogwheelCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    cogwheel = new CogwheelCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it('is the printed one for the printed request, digit for digit', async () => {
    const { status, headers, bytes } = await cogwheel.quote();
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(bytes.toString()).toBe(M1_ANSWER);
  });

  it('prints the minute it is valid till in India, truncated, and does not de-duplicate', async () => {
    test.clock.advance(59_999);
    const quote = { quote_no: 'CGQ00001', valid_till: '30/11/2026 15:30' };
    expect((await cogwheel.quote()).json).toMatchObject({ quote });
    expect((await cogwheel.quote()).json).toMatchObject({ quote: { quote_no: 'CGQ00002' } });
  });

  it('insures no value for third-party cover', async () => {
    const { json } = await cogwheel.quote(cogwheelMotorWith({ cover: 'tp', bundle: 'none' }));
    expect(json).toMatchObject({ status: 'OK', quote: { excess: { compulsory: 0 } } });
    expect(json).not.toHaveProperty('quote.idv');
  });

  it.each([
    ['C-UW-10', { bundle: 'smart' }, { reg_date: '01/12/2014' }],
    ['C-UW-10', { bundle: 'smart' }, { model_key: 'monsoon.grand.3-0', reg_date: '01/12/2014' }],
    ['C-UW-11', { bundle: 'smart' }, { model_key: 'monsoon.grand.3-0', reg_date: '01/12/2019' }],
    ['C-UW-21', { bundle: 'smart' }, { reg_date: '01/12/2019' }],
  ])('declines with %s, the first rule that applies', async (code, members, vehicle) => {
    const { status, json } = await cogwheel.quote(cogwheelMotorWith(members, vehicle));
    expect(status).toBe(200);
    expect(json).toEqual({ status: 'NO_QUOTE', request_ref: 'Q-01J9-C', decline: { code, text: expect.any(String) } });
  });

  it('still sells an old car without a bundle', async () => {
    const old = cogwheelMotorWith({ bundle: 'none' }, { reg_date: '02/12/2014' });
    expect((await cogwheel.quote(old)).json).toMatchObject({ status: 'OK' });
  });

  it('refers two prior claims, with the price shown and not firm', async () => {
    const claims = { prior: { expiry_date: '30/11/2026', claims: 2 }, cover: 'tp', bundle: 'none' };
    expect((await cogwheel.quote(cogwheelMotorWith(claims))).json).toMatchObject({
      status: 'REFER',
      refer: { code: 'C-RF-01' },
      quote: { firm: 'N', net: 3716 },
    });
  });

  it('takes new vehicles, plates of the BH series and bikes', async () => {
    const bike = { model_key: 'barasingha.220r.std', rto: 'ka19', reg_date: '05/03/2022' };
    const requests = [
      cogwheelMotorWith({ prior: null }, { reg_no: null }),
      cogwheelMotorWith({}, { reg_no: '22 BH 1234 AA' }),
      cogwheelMotorWith({ class: 'bike', ncb_entitled: 0.25, start_date: '10/12/2026' }, bike),
    ];
    for (const request of requests) expect((await cogwheel.quote(request)).json).toMatchObject({ status: 'OK' });
    expect((await cogwheel.quote(requests[2])).json).toMatchObject({ quote: { idv: 66101, premium: 3437 } });
  });

  it.each(['{', '[]', '"text"', ''])('answers the body %p with C-VAL-004 and no field', async (body) => {
    const { status, json } = await cogwheel.quote(body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ status: 'ERROR', error: { code: 'C-VAL-004', field: null } });
  });

  it('answers the printed refusal for a date in another form', async () => {
    const { status, json } = await cogwheel.quote(cogwheelMotorWith({}, { reg_date: '2023-06-15' }));
    expect(status).toBe(400);
    expect(json).toEqual({
      status: 'ERROR',
      request_ref: 'Q-01J9-C',
      error: { code: 'C-VAL-004', field: 'vehicle.reg_date', text: 'expected dd/MM/yyyy' },
    });
  });
});
