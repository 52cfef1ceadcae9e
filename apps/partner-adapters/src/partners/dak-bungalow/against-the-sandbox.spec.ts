import type { MotorRequest } from '@app/partner-kit';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestFor } from '../../testing/canonical-requests.js';
import { RunningAdapter } from '../../testing/running-adapter.js';

/** rating.md §9; M2 is priced without zero depreciation (M2R). */
const TOTALS = [
  ['m1', 1343500],
  ['m2', 1590500],
  ['m3', 285400],
  ['m5', 4052600],
  ['t1', 298000],
  ['t2', 122600],
] as const;

/** What a magic value does to a quote (partners.md 0.5 and D.6), as we see it. */
const MAGIC: readonly [name: string, nn: string, reply: object][] = [
  ['DECLINE', '01', { status: 'DECLINED', declines: [{ code: 'E39', source: 'PARTNER', category: 'OTHER' }] }],
  ['REFER', '02', { status: 'REFERRED', offers: [{ bindable: false, referralReasons: [{ code: 'E29' }] }] }],
  ['DOWN', '03', { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } }],
  ['HANG', '05', { outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } }],
  ['BROKEN', '06', { outcome: 'FAILED', error: { category: 'PARTNER_INTERNAL', retryable: false } }],
  ['GARBLED', '07', { outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: true } }],
  ['PRICE_CHANGED', '08', { status: 'QUOTED', offers: [{ bindable: true }] }],
];

describe('the adapter of Dak Bungalow against the sandbox', () => {
  let sandbox: RunningSandbox;
  let adapter: RunningAdapter;

  beforeAll(async () => {
    sandbox = await startSandbox({ unlimitedPartners: ['dak-bungalow'] });
    adapter = await RunningAdapter.start('dak-bungalow', sandbox.url);
  });

  afterAll(async () => {
    await adapter.stop();
    await sandbox.stop();
  });

  const ask = (request: MotorRequest, withinMs?: number) => adapter.ask(request, withinMs);

  it.each(TOTALS)('prices %s as the worked example', async (name, totalMinor) => {
    const offers = [{ quality: 'INDICATIVE', bindable: true, premium: { totalMinor } }];
    expect(await ask(requestFor(name))).toMatchObject({ status: 'QUOTED', offers });
  });

  it.each(MAGIC)('%s is read as it is meant', async (_name, nn, reply) => {
    expect(await ask(requestFor('m1', { registrationNumber: `MH12AB94${nn}` }), 800)).toMatchObject(reply);
  });

  it('fails twice, as text and as a page, and then answers (FLAKY2)', async () => {
    const flaky = requestFor('t1', { registrationNumber: 'KA19HB9404' });
    const unavailable = { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } };
    expect(await ask(flaky)).toMatchObject(unavailable);
    expect(await ask(flaky)).toMatchObject(unavailable);
    expect(await ask(flaky)).toMatchObject({ status: 'QUOTED' });
  });

  it('takes no value but its own, and is asked again without the requested one', async () => {
    expect(await ask(requestFor('m1', { requestedIdvMinor: 47_100_000 }))).toMatchObject({
      offers: [{ adjustments: [] }],
    });
    expect(await ask(requestFor('m2', { requestedIdvMinor: 50_000_000 }))).toMatchObject({
      offers: [
        {
          adjustments: [
            { field: 'requestedIdvMinor', requested: 50_000_000, applied: 49_600_000 },
            { field: 'voluntaryDeductibleMinor' },
            { field: 'addOns', requested: 'ZERO_DEP', applied: null },
          ],
        },
      ],
    });
  });

  it('declines a car of ten years and more', async () => {
    const old = requestFor('m3', { registrationDate: '2016-11-30', manufactureYear: 2016 });
    expect(await ask(old)).toMatchObject({ declines: [{ code: 'E31', category: 'VEHICLE' }] });
  });

  it.each([
    ['a plate without a series', requestFor('m1', { registrationNumber: 'MH121234' })],
    ['a new car', requestFor('m1', { registrationNumber: null, isNewVehicle: true, previousPolicy: null })],
    ['own damage alone', requestFor('m1', { coverType: 'OWN_DAMAGE' })],
    ['a car of a company', requestFor('m1', { ownerType: 'COMPANY' })],
    ['gas', requestFor('m1', { vehicleId: 'FW03' })],
    ['liability with add-ons', requestFor('m1', { coverType: 'THIRD_PARTY' })],
    ['add-ons that nobody sells', requestFor('m1', { addOns: ['NCB_PROTECT', 'HELMET'] })],
  ])('quotes %s', async (_what, request) => {
    expect(await ask(request)).toMatchObject({ status: 'QUOTED' });
  });
});
