import { PARTNERS } from '@app/partner-registry';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { healthRequestFor, requestFor, termLifeRequestFor, workedRequest } from './testing/canonical-requests.js';
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
  [A, 't1', 338868],
  [A, 't2', 123192],
  [A, 't3', 320061],
  [A, 'h1', 1736040],
  [A, 'h2', 4298976],
  [A, 'h3', 6488875],
  [C, 'm1', 1704400],
  [C, 'm2', 2003700],
  [C, 'm3', 282500],
  [C, 'm4', 3549700],
  [C, 'm5', 5711600],
  [C, 't1', 343700],
  [C, 't2', 119700],
  [C, 't3', 315500],
  [C, 'l1', 1192400],
  [C, 'l2', 1387200],
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

const elder = {
  memberNo: 1,
  relation: 'SELF' as const,
  gender: 'MALE' as const,
  preExisting: [],
  tobacco: false,
  dateOfBirth: '1960-11-30',
};
const three = [1, 2, 3].map((memberNo) => {
  return { ...elder, memberNo, dateOfBirth: '1980-01-01', preExisting: ['ASTHMA' as const] };
});
const old = { dateOfBirth: '1980-01-01', gender: 'MALE' as const, smoker: false };

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
    expect(await ask(partner, workedRequest(name))).toMatchObject({
      status: 'QUOTED',
      offers: [{ premium: { totalMinor: total } }],
    });
  });

  it.each([
    ...magicAt(A, 1).map((row) => [...row, healthRequestFor('h1')] as const),
    ...magicAt(C, 3).map((row) => [...row, termLifeRequestFor('l1')] as const),
  ])('%s at %s (pincode with %s) is read as it is meant', async (_name, partner, digits, reply, request) => {
    const pincode = `41${digits}`;
    const proposer = { ...request.proposer, pincode };
    const asked =
      request.productLine === 'health'
        ? { ...request, proposer, risk: { ...request.risk, pincode } }
        : { ...request, proposer };
    expect(await ask(partner, asked, 800)).toMatchObject(reply);
  });

  it.each([...magicAt(A, 1), ...magicAt(C, 3)])(
    '%s at %s (%s) is read as it is meant',
    async (_name, partner, digits, reply) => {
      const request = requestFor('m1', { registrationNumber: `MH12AB${digits}` });
      expect(await ask(partner, request, 800)).toMatchObject(reply);
    },
  );

  it('is referred by A for a family with conditions and a high sum insured (H4)', async () => {
    expect(await ask(A, healthRequestFor('h4'))).toMatchObject({
      status: 'REFERRED',
      offers: [{ referralReasons: [{ code: 'AG-R11' }], cover: { sumInsuredMinor: 250_000_000 } }],
    });
  });

  it('is referred by C for a high sum assured (L3)', async () => {
    expect(await ask(C, termLifeRequestFor('l3'))).toMatchObject({
      status: 'REFERRED',
      offers: [{ premium: { totalMinor: 5664600 }, referralReasons: [{ code: 'C-RF-02' }] }],
    });
  });

  it.each([
    ['a person above 65', A, healthRequestFor('h1', { members: [elder] }), 'AG-D11', 'AGE'],
    ['three members with conditions', A, healthRequestFor('h1', { members: three }), 'AG-D12', 'HEALTH'],
    ['a life that ends above 75', C, termLifeRequestFor('l1', { life: old }), 'C-UW-32', 'AGE'],
  ])('is declined for %s by %s', async (_what, partner, request, code, category) => {
    expect(await ask(partner, request)).toMatchObject({ status: 'DECLINED', declines: [{ code, category }] });
  });

  it('gets the smart bundle of C for a bike that wishes more', async () => {
    const request = requestFor('t1', { addOns: ['ENGINE_PROTECT'] });
    expect(await ask(C, request)).toMatchObject({ status: 'QUOTED', offers: [{ planCode: 'smart' }] });
  });

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
