import { PARTNERS } from '@app/partner-registry';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestFor } from './testing/canonical-requests.js';
import { RunningAdapter } from './testing/running-adapter.js';

const A = 'acme-general';
const C = 'cogwheel-direct';

/** rating.md §9. */
const TOTALS = [
  [A, 'm1', 1738161],
  [A, 'm2', 1655501],
  [A, 'm3', 286032],
  [A, 'm4', 3435315],
  [A, 'm5', 5226759],
  [A, 'm6', 3459890],
  [C, 'm1', 1704400],
  [C, 'm2', 2003700],
  [C, 'm3', 282500],
  [C, 'm4', 3549700],
  [C, 'm5', 5711600],
] as const;

/** What a magic value does to a quote (partners.md 0.5), as we see it. */
const MAGIC: readonly [name: string, nn: string, reply: object][] = [
  ['DECLINE', '01', { status: 'DECLINED', declines: [{ source: 'PARTNER', category: 'OTHER' }] }],
  ['REFER', '02', { status: 'REFERRED', offers: [{ bindable: false, quality: 'INDICATIVE' }] }],
  ['DOWN', '03', { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } }],
  ['HANG', '05', { outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } }],
  ['BROKEN', '06', { outcome: 'FAILED', error: { category: 'PARTNER_INTERNAL', retryable: false } }],
  ['GARBLED', '07', { outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: true } }],
  ['PRICE_CHANGED', '08', { status: 'QUOTED', offers: [{ bindable: true }] }],
];

const magicAt = (partner: string, digit: number) =>
  MAGIC.map(([name, nn, reply]) => [name, partner, `9${digit}${nn}`, reply] as const);

describe('the adapters against the sandbox', () => {
  let sandbox: RunningSandbox;
  const adapters = new Map<string, RunningAdapter>();

  beforeAll(async () => {
    sandbox = await startSandbox({ unlimitedPartners: PARTNERS.map(({ id }) => id) });
    for (const { id } of PARTNERS) adapters.set(id, await RunningAdapter.start(id, sandbox.url));
  });

  afterAll(async () => {
    for (const adapter of adapters.values()) await adapter.stop();
    await sandbox.stop();
  });

  const ask = (partner: string, ...call: Parameters<RunningAdapter['ask']>) => adapters.get(partner)?.ask(...call);

  it.each(TOTALS)('%s prices %s at %p paise', async (partner, name, total) => {
    expect(await ask(partner, requestFor(name))).toMatchObject({
      status: 'QUOTED',
      offers: [{ premium: { totalMinor: total } }],
    });
  });

  it.each([...magicAt(A, 1), ...magicAt(C, 3)])(
    '%s at %s (%s) is read as it is meant',
    async (_name, partner, digits, reply) => {
      const request = requestFor('m1', { registrationNumber: `MH12AB${digits}` });
      expect(await ask(partner, request, 800)).toMatchObject(reply);
    },
  );

  it('gets a firm offer for a value within the range of A, and the recommended one for any other', async () => {
    const within = await ask(A, requestFor('m1', { requestedIdvMinor: 45_000_000 }));
    expect(within).toMatchObject({ offers: [{ adjustments: [], cover: { insuredValueMinor: 45_000_000 } }] });
    const beyond = await ask(A, requestFor('m1', { requestedIdvMinor: 90_000_000 }));
    expect(beyond).toMatchObject({
      offers: [{ adjustments: [{ field: 'requestedIdvMinor', requested: 90_000_000, applied: 47_100_000 }] }],
    });
  });

  it('is declined by C for a bundle on a car that is too old for one', async () => {
    const old = requestFor('m1', { registrationDate: '2018-06-15', manufactureYear: 2018 });
    expect(await ask(C, old)).toMatchObject({ declines: [{ code: 'C-UW-21', category: 'VEHICLE' }] });
  });

  it('is referred by A after a break in cover', async () => {
    const { previousPolicy } = requestFor('m1').risk;
    const broken = previousPolicy && { ...previousPolicy, expiryDate: '2026-10-01' };
    expect(await ask(A, requestFor('m1', { previousPolicy: broken }))).toMatchObject({
      status: 'REFERRED',
      offers: [{ referralReasons: [{ code: 'AG-R02' }] }],
    });
  });

  it.each([
    ['a BH plate', requestFor('m1', { registrationNumber: '22BH1234AA', bhSeries: true })],
    ['a plate without a series', requestFor('m1', { registrationNumber: 'MH121234' })],
    ['a new car', requestFor('m4', { registrationNumber: null, isNewVehicle: true })],
    ['own damage alone', requestFor('m1', { coverType: 'OWN_DAMAGE' })],
    ['add-ons that nobody sells', requestFor('m1', { addOns: ['NCB_PROTECT', 'HELMET'] })],
  ])('is quoted by both for %s', async (_what, request) => {
    expect(await ask(A, request)).toMatchObject({ status: 'QUOTED' });
    expect(await ask(C, request)).toMatchObject({ status: 'QUOTED' });
  });
});
