import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FizzbuzzCaller, fizzbuzzMotorCall, fizzbuzzTravelCall, rpcCall } from '../../testing/fizzbuzz-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const tax = (minor: number) => ({ kind: 'GST', bp: 1800, minor });
const untaxedFees = [{ code: 'DIGITAL_FEE', minor: 2500 }];

/** The answer to the printed batch, as F's text prints it but for the numbers (partners.md F.2). */
const PRINTED_ANSWER = [
  {
    jsonrpc: '2.0',
    id: 2,
    result: {
      ref: 'Q-01J9-G',
      quoteSetId: 'FZS-0002',
      currency: 'INR',
      validUntilMs: 1795687200000,
      plans: [
        {
          plan: 'SILVER',
          state: 'OFFER',
          offerId: 'FZS-0002-SILVER',
          bindable: true,
          medicalLimit: { minor: 5000000, ccy: 'USD' },
          lines: [
            { code: 'TRAVELLER_1', minor: 21000 },
            { code: 'TRAVELLER_2', minor: 21000 },
            { code: 'TRAVELLER_3', minor: 12600 },
            { code: 'FAMILY', minor: -4368 },
          ],
          netMinor: 50232,
          tax: tax(9042),
          untaxedFees,
          roundingMinor: 26,
          totalMinor: 61800,
        },
        {
          plan: 'GOLD',
          state: 'OFFER',
          offerId: 'FZS-0002-GOLD',
          bindable: true,
          medicalLimit: { minor: 10000000, ccy: 'USD' },
          lines: [
            { code: 'TRAVELLER_1', minor: 28350 },
            { code: 'TRAVELLER_2', minor: 28350 },
            { code: 'TRAVELLER_3', minor: 17010 },
            { code: 'FAMILY', minor: -5897 },
          ],
          netMinor: 67813,
          tax: tax(12206),
          untaxedFees,
          roundingMinor: 81,
          totalMinor: 82600,
        },
        {
          plan: 'PLATINUM',
          state: 'OFFER',
          offerId: 'FZS-0002-PLATINUM',
          bindable: true,
          medicalLimit: { minor: 50000000, ccy: 'USD' },
          lines: [
            { code: 'TRAVELLER_1', minor: 44100 },
            { code: 'TRAVELLER_2', minor: 44100 },
            { code: 'TRAVELLER_3', minor: 26460 },
            { code: 'FAMILY', minor: -9173 },
          ],
          netMinor: 105487,
          tax: tax(18988),
          untaxedFees,
          roundingMinor: 25,
          totalMinor: 127000,
        },
      ],
    },
  },
  {
    jsonrpc: '2.0',
    id: 1,
    result: {
      ref: 'Q-01J9-F',
      quoteSetId: 'FZS-0001',
      currency: 'INR',
      validUntilMs: 1795687200000,
      plans: [
        {
          plan: 'BASIC',
          state: 'OFFER',
          offerId: 'FZS-0001-BASIC',
          bindable: true,
          idvMinor: 42400000,
          lines: [
            { code: 'OD', minor: 1272000 },
            { code: 'DISCOUNT', minor: -381600 },
            { code: 'NCB', minor: -311640 },
            { code: 'TP', minor: 341600 },
            { code: 'PA', minor: 35000 },
          ],
          netMinor: 955360,
          tax: tax(171965),
          untaxedFees,
          roundingMinor: 75,
          totalMinor: 1129900,
        },
        {
          plan: 'PLUS',
          state: 'OFFER',
          offerId: 'FZS-0001-PLUS',
          bindable: true,
          idvMinor: 47100000,
          lines: [
            { code: 'OD', minor: 1413000 },
            { code: 'DISCOUNT', minor: -310860 },
            { code: 'NCB', minor: -385749 },
            { code: 'ADDONS', minor: 212820 },
            { code: 'TP', minor: 341600 },
            { code: 'PA', minor: 35000 },
          ],
          netMinor: 1305811,
          tax: tax(235046),
          untaxedFees,
          roundingMinor: 43,
          totalMinor: 1543400,
        },
        {
          plan: 'MAX',
          state: 'DECLINE',
          reason: { code: 'FZ-D02', text: 'Plan not sold for a vehicle of this age' },
        },
      ],
    },
  },
];

describe("F's quote", () => {
  let test: TestSandbox;
  let fizzbuzz: FizzbuzzCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    fizzbuzz = new FizzbuzzCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it('answers the printed batch as printed, in another order', async () => {
    const { status, headers, bytes } = await fizzbuzz.post([fizzbuzzMotorCall(), fizzbuzzTravelCall()]);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(bytes.toString()).toBe(JSON.stringify(PRINTED_ANSWER));
  });

  it('is for the plans that are wished, and for all unless some are named', async () => {
    const wished = fizzbuzzMotorCall({ plans: ['MAX', 'BASIC', 'MAX'] });
    expect(await fizzbuzz.result(wished)).toMatchObject({ plans: [{ plan: 'BASIC' }, { plan: 'MAX' }] });
    expect(await fizzbuzz.result(fizzbuzzMotorCall({ plans: undefined }))).toMatchObject({
      plans: [{ plan: 'BASIC' }, { plan: 'PLUS' }, { plan: 'MAX' }],
    });
  });

  it('holds a plan without a rating table beside plans with a price', async () => {
    const hybrid = { modelRef: 7006, rto: 'IN-RJ-14', registeredOn: '2025-05-05', start: '2026-12-05' };
    expect(await fizzbuzz.result(fizzbuzzMotorCall({ ...hybrid, ncbEntitledPct: 20, paOwner: false }))).toMatchObject({
      plans: [
        { state: 'OFFER', totalMinor: 2596300 },
        { state: 'OFFER', totalMinor: 3867500 },
        {
          plan: 'MAX',
          state: 'ERROR',
          error: { code: 'FZ-E10', retryable: false, text: 'No MAX rating table for hybrid vehicles' },
        },
      ],
    });
  });

  it('is a success although every plan is declined', async () => {
    const declined = { state: 'DECLINE', reason: { code: 'FZ-D01' } };
    expect(await fizzbuzz.result(fizzbuzzMotorCall({ registeredOn: '2016-12-01' }))).toMatchObject({
      ref: 'Q-01J9-F',
      plans: [declined, declined, declined],
    });
  });

  it('is for a year of trips without an end', async () => {
    const travellers = [{ no: 1, born: '1979-07-07', ped: true }];
    const year = fizzbuzzTravelCall({ annual: true, end: undefined, countries: ['GB', 'FR'], travellers });
    expect(await fizzbuzz.result(year)).toMatchObject({
      plans: [{ reason: { code: 'FZ-D13' } }, { totalMinor: 435000 }, { totalMinor: 675200 }],
    });
  });

  it('reports the printed violations, all at once', async () => {
    const { status, json } = await fizzbuzz.post(fizzbuzzMotorCall({ rto: 'IN-XX-99', ncbEntitledPct: 30 }));
    expect([status, json]).toEqual([
      200,
      {
        jsonrpc: '2.0',
        id: 1,
        error: {
          code: -32602,
          message: 'Invalid params',
          data: {
            violations: [
              { path: 'params.rto', rule: 'unknown', got: 'IN-XX-99' },
              { path: 'params.ncbEntitledPct', rule: 'enum', got: 30 },
            ],
          },
        },
      },
    ]);
  });

  it('points into lists, and to what is not there', async () => {
    const travellers = [{ no: 1, born: '2026-12-21', ped: false }];
    expect(await fizzbuzz.error(fizzbuzzTravelCall({ travellers, ref: undefined }))).toMatchObject({
      data: {
        violations: [
          { path: 'params.ref', rule: 'required', got: null },
          { path: 'params.travellers[0].born', rule: 'order', got: '2026-12-21' },
        ],
      },
    });
    expect(await fizzbuzz.error(rpcCall(1, 'motor.quotePlans', []))).toMatchObject({
      data: { violations: [{ path: 'params', rule: 'format', got: [] }] },
    });
  });
});
