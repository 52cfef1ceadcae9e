import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  FizzbuzzCaller,
  fizzbuzzIssueParams,
  fizzbuzzMagic,
  fizzbuzzMotorCall,
  fizzbuzzTravelCall,
} from '../../testing/fizzbuzz-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';
import { valueAt } from '../../wire/json.js';

describe("F's magic values", () => {
  let test: TestSandbox;
  let fizzbuzz: FizzbuzzCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    fizzbuzz = new FizzbuzzCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it.each([
    ['a plate', fizzbuzzMagic('9601')],
    ['a plate for every partner', fizzbuzzMagic('9001')],
    ['a postcode', fizzbuzzTravelCall({ postcode: '419601' })],
  ])('01 in %s declines every plan instead of the rules', async (_where, call) => {
    const declined = { state: 'DECLINE', reason: { code: 'FZ-D99' } };
    expect(await fizzbuzz.result(call)).toMatchObject({ plans: [declined, declined, declined] });
  });

  it.each([
    ['another partner', fizzbuzzMagic('9101')],
    ['no effect', fizzbuzzMagic('9699')],
    ['the postcode of a car', fizzbuzzMotorCall({ postcode: '419601' })],
  ])('a value of %s is ordinary', async (_what, call) => {
    expect(await fizzbuzz.result(call)).toMatchObject({ plans: [{ state: 'OFFER' }, { state: 'OFFER' }, {}] });
  });

  it('02 refers every plan that has a price', async () => {
    const referred = { state: 'REFER', bindable: false, reason: { code: 'FZ-R99' } };
    expect(await fizzbuzz.result(fizzbuzzMagic('9602'))).toMatchObject({
      plans: [
        { ...referred, offerId: 'FZS-0001-BASIC', totalMinor: 1129900 },
        { ...referred, totalMinor: 1543400 },
        { plan: 'MAX', state: 'DECLINE', reason: { code: 'FZ-D02' } },
      ],
    });
  });

  it('03 always fails, as printed', async () => {
    for (let call = 0; call < 3; call += 1)
      expect((await fizzbuzz.post(fizzbuzzMagic('9603'))).json).toEqual({
        jsonrpc: '2.0',
        id: 1,
        error: { code: -32020, message: 'Temporarily unavailable', data: { retryable: true, retryAfterMs: 1500 } },
      });
  });

  it('04 fails twice, succeeds, and starts again, call by call', async () => {
    const batch = Array.from({ length: 4 }, (_, id) => fizzbuzzMagic('9604', id));
    const { json } = await fizzbuzz.post(batch);
    const failed = { error: { code: -32020 } };
    expect(json).toMatchObject([
      { id: 3, ...failed },
      { id: 2, result: {} },
      { id: 1, ...failed },
      { id: 0, ...failed },
    ]);
  });

  it.each([
    ['05', 45_000],
    ['11', 4_000],
  ])('%s gives the ordinary answer after %p ms', async (number, ms) => {
    const answer = fizzbuzz.post(fizzbuzzMagic(`96${number}`));
    const held = await test.waits.next();
    expect(held.ms).toBe(ms);
    held.release();
    expect((await answer).json).toMatchObject({ result: { quoteSetId: 'FZS-0001' } });
  });

  it('06 breaks', async () => {
    expect(await fizzbuzz.error(fizzbuzzMagic('9606'))).toEqual({ code: -32603, message: 'Internal error' });
  });

  it('07 cuts the body of the whole batch in half', async () => {
    const { bytes: whole } = await fizzbuzz.post([fizzbuzzMagic('1234'), fizzbuzzTravelCall()]);
    const { status, headers, bytes } = await fizzbuzz.post([fizzbuzzMagic('9607'), fizzbuzzTravelCall()]);
    expect([status, headers.get('content-length')]).toEqual([200, String(Math.floor(whole.length / 2))]);
    expect(bytes).toHaveLength(Math.floor(whole.length / 2));
  });

  it('08 asks ₹500 more at issuance until it is paid', async () => {
    await fizzbuzz.post(fizzbuzzMagic('9608'));
    expect((await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1'))).json).toMatchObject({
      error: { code: -32033, message: 'Price changed', data: { newTotalMinor: 1_593_400 } },
    });
    const accepted = await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1', 1_593_400));
    expect(accepted.json).toMatchObject({ result: { state: 'ISSUED', replayed: false } });
  });

  it('09 issues and hangs up; the repeat has the policy', async () => {
    await fizzbuzz.post(fizzbuzzMagic('9609'));
    const params = fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1');
    await expect(fizzbuzz.issue(params)).rejects.toThrow();
    const [issued] = test.sandbox.policies();
    expect((await fizzbuzz.issue(params)).json).toMatchObject({
      result: { policyNo: issued?.policyNumber, state: 'ISSUED', replayed: true },
    });
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('10 is pending for ten seconds, whoever asks', async () => {
    await fizzbuzz.post(fizzbuzzMagic('9610'));
    const params = fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1');
    const pending = { state: 'PENDING', effective: { from: '2026-12-01', to: '2027-11-30' }, documents: [] };
    const first = await fizzbuzz.issue(params);
    expect(valueAt(first.json, ['result'])).toEqual({ ...pending, replayed: false });
    const offer = { offerId: 'FZS-0001-PLUS' };
    expect((await fizzbuzz.get(offer)).json).toMatchObject({ result: pending });
    expect((await fizzbuzz.get({ policyNo: 'FZ-2026-M-00001' })).json).toMatchObject({ error: { code: -32040 } });
    expect(await fizzbuzz.issue({ ...params, dedupeKey: 'D-2' }).then(({ json }) => valueAt(json, ['error']))).toEqual({
      code: -32030,
      message: 'Offer already issued',
    });
    test.clock.advance(10_000);
    expect((await fizzbuzz.get(offer)).json).toMatchObject({
      result: { policyNo: 'FZ-2026-M-00001', state: 'ISSUED' },
    });
    expect((await fizzbuzz.issue(params)).json).toMatchObject({ result: { state: 'ISSUED', replayed: true } });
  });

  it('12 is valid for five seconds', async () => {
    expect(await fizzbuzz.result(fizzbuzzMagic('9612'))).toMatchObject({ validUntilMs: 1795428005000 });
    test.clock.advance(5_001);
    expect((await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1'))).json).toMatchObject({
      error: { code: -32032 },
    });
  });
});
