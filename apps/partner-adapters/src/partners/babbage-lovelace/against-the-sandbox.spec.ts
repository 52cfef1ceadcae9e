import { randomUUID } from 'node:crypto';
import type { CanonicalRequest } from '@app/contracts';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestFor, travelRequestFor } from '../../testing/canonical-requests.js';
import { RunningAdapter } from '../../testing/running-adapter.js';

const m3b = requestFor('m3', { registrationDate: '2019-09-01', manufactureYear: 2019 });

/** rating.md §9. */
const TOTALS: readonly [name: string, request: CanonicalRequest, totalMinor: number][] = [
  ['M1', requestFor('m1'), 1729700],
  ['M2', requestFor('m2'), 2151400],
  ['M3B', m3b, 297200],
  ['M5', requestFor('m5'), 5176600],
  ['M6', requestFor('m6'), 3528900],
  ['R1', travelRequestFor('r1'), 66200],
  ['R2', travelRequestFor('r2'), 148900],
  ['R3', travelRequestFor('r3'), 156600],
];

/** What a magic value does to a quote (partners.md 0.5 and B.5), as we see it. */
const MAGIC: readonly [name: string, nn: string, reply: object][] = [
  ['DECLINE', '01', { status: 'DECLINED', declines: [{ code: 'BL-199', source: 'PARTNER', category: 'OTHER' }] }],
  ['REFER', '02', { status: 'REFERRED', offers: [{ bindable: false, referralReasons: [{ code: 'BL-299' }] }] }],
  ['DOWN', '03', { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } }],
  ['HANG', '05', { outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } }],
  ['BROKEN', '06', { outcome: 'FAILED', error: { category: 'PARTNER_INTERNAL', partnerCode: 'BL-999' } }],
  ['GARBLED', '07', { outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: true } }],
];

describe('the adapter of Babbage & Lovelace against the sandbox', () => {
  let sandbox: RunningSandbox;
  let adapter: RunningAdapter;

  beforeAll(async () => {
    sandbox = await startSandbox({ unlimitedPartners: ['babbage-lovelace'] });
    adapter = await RunningAdapter.start('babbage-lovelace', sandbox.url);
  });

  afterAll(async () => {
    await adapter.stop();
    await sandbox.stop();
  });

  /** Under an id of its own: a repeated one gets the stored answer. */
  const ask = (request: CanonicalRequest, withinMs?: number) =>
    adapter.ask({ ...request, requestId: randomUUID() }, withinMs);

  it.each(TOTALS)('prices %s as the worked example', async (_name, request, totalMinor) => {
    expect(await ask(request)).toMatchObject({ status: 'QUOTED', offers: [{ premium: { totalMinor } }] });
  });

  it('declines M3, which is too old', async () => {
    expect(await ask(requestFor('m3'))).toMatchObject({ declines: [{ code: 'BL-101', category: 'VEHICLE' }] });
  });

  it.each(MAGIC)('%s is read as it is meant, for cars and trips', async (_name, nn, reply) => {
    const car = requestFor('m1', { registrationNumber: `MH12AB92${nn}` });
    expect(await ask(car, 800)).toMatchObject(reply);
    const trip = travelRequestFor('r1');
    expect(await ask({ ...trip, proposer: { ...trip.proposer, pincode: `4192${nn}` } }, 800)).toMatchObject(reply);
  });

  it('fails twice, in band and with a fault, and then answers (FLAKY2)', async () => {
    const car = { ...requestFor('m1', { registrationNumber: 'MH12AB9204' }), requestId: randomUUID() };
    const unavailable = { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } };
    expect(await adapter.ask(car)).toMatchObject(unavailable);
    expect(await adapter.ask(car)).toMatchObject(unavailable);
    expect(await adapter.ask(car)).toMatchObject({ status: 'QUOTED' });
  });

  it('gives the stored answer to a repeated request', async () => {
    const [first, second] = [await adapter.ask(requestFor('m1')), await adapter.ask(requestFor('m1'))];
    const reference = (reply: typeof first) => reply.outcome === 'ANSWERED' && reply.offers[0]?.partnerQuoteRef;
    expect(reference(second)).toBe(reference(first));
  });

  it('caps a requested value, and says so', async () => {
    expect(await ask(requestFor('m1', { requestedIdvMinor: 70_000_000 }))).toMatchObject({
      offers: [{ adjustments: [{ field: 'requestedIdvMinor', applied: 52_532_000 }] }],
    });
  });

  it('refers an expensive car', async () => {
    expect(await ask(requestFor('m1', { vehicleId: 'FW09' }))).toMatchObject({
      status: 'REFERRED',
      offers: [{ referralReasons: [{ code: 'BL-201' }] }],
    });
  });

  it.each([
    ['a BH plate', requestFor('m1', { registrationNumber: '22BH1234AA', bhSeries: true })],
    ['a new car', requestFor('m1', { registrationNumber: null, isNewVehicle: true, previousPolicy: null })],
    ['own damage alone', requestFor('m1', { coverType: 'OWN_DAMAGE' })],
    ['a car of a company', requestFor('m1', { ownerType: 'COMPANY' })],
    ['gas', requestFor('m1', { vehicleId: 'FW03' })],
    ['liability with add-ons', requestFor('m1', { coverType: 'THIRD_PARTY' })],
    [
      'a trip with a higher limit',
      travelRequestFor('r1', { medicalLimit: { amountMinor: 7_500_000, currency: 'USD' } }),
    ],
    ['options that are not sold', travelRequestFor('r1', { options: ['BAGGAGE', 'CANCELLATION'] })],
  ])('quotes %s', async (_what, request) => {
    expect(await ask(request)).toMatchObject({ status: 'QUOTED' });
  });

  it.each([
    ['too long a trip', travelRequestFor('r1', { returnDate: '2027-06-30' }), { code: 'BL-111', category: 'APPETITE' }],
    [
      'too old a traveller',
      travelRequestFor('r1', { travellers: [{ dateOfBirth: '1950-01-01', preExisting: false, relation: 'SELF' }] }),
      { code: 'BL-112', category: 'AGE' },
    ],
  ])('declines %s', async (_what, request, decline) => {
    expect(await ask(request)).toMatchObject({ status: 'DECLINED', declines: [decline] });
  });
});
