import { partnerReply } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { M1, M1_MAX, M4, M5, M6, M6_MAX, offered, quoteSet, RESULTS, referred } from '../../testing/worked-answers.js';
import { fromFizzbuzz } from './from-fizzbuzz.js';
import type { CarRequest } from './to-fizzbuzz.js';

type Name = Parameters<typeof requestFor>[0];
type Changes = Parameters<typeof requestFor>[1];

function replyTo(result: unknown, name: Name = 'm1', changes?: Changes) {
  let stamps = 0;
  const newStamp = () => ({ offerId: `off_${++stamps}`, receivedAt: '2026-11-23T10:00:00.233Z' });
  // Every example here is a car.
  return fromFizzbuzz(result, requestFor(name, changes) as CarRequest, newStamp);
}

function answered(...call: Parameters<typeof replyTo>) {
  const reply = partnerReply.parse(replyTo(...call));
  if (reply.outcome !== 'ANSWERED') throw new Error('no answer');
  return reply;
}

const [m1Basic, m1Plus] = M1;

describe('the plans of Fizzbuzz for a car as ours', () => {
  it('are, for M1, two firm offers and a decline', () => {
    const offer = {
      quality: 'FIRM',
      bindable: true,
      referralReasons: [],
      receivedAt: '2026-11-23T10:00:00.233Z',
      validUntil: '2026-11-26T10:00:00.000Z',
      validitySource: 'PARTNER',
      documents: [],
    };
    const premium = { currency: 'INR', untaxedFeesMinor: 2500, periodMonths: 12, instalments: [] };
    const cover = { insuredValueRange: null, compulsoryDeductibleMinor: null, voluntaryDeductibleMinor: 0 };
    const [od, discount, ncb] = [{ kind: 'OWN_DAMAGE' }, { kind: 'DISCOUNT' }, { kind: 'NCB_DISCOUNT' }];
    const [tp, pa] = [
      { kind: 'THIRD_PARTY', partnerCode: 'TP', amountMinor: 341600 },
      { kind: 'PERSONAL_ACCIDENT', partnerCode: 'PA', amountMinor: 35000 },
    ];
    expect(replyTo(RESULTS.m1)).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      error: null,
      declines: [{ code: 'FZ-D02', source: 'PARTNER', category: 'VEHICLE', message: 'No', planCode: 'MAX' }],
      offers: [
        {
          ...offer,
          offerId: 'off_1',
          partnerQuoteRef: 'FZS-0008-BASIC',
          planCode: 'BASIC',
          planName: 'Car Basic',
          premium: {
            ...premium,
            components: [
              { ...od, partnerCode: 'OD', amountMinor: 1272000 },
              { ...discount, partnerCode: 'DISCOUNT', amountMinor: -381600 },
              { ...ncb, partnerCode: 'NCB', amountMinor: -311640 },
              tp,
              pa,
            ],
            netMinor: 955360,
            taxes: [{ scheme: 'GST', rateBp: 1800, amountMinor: 171965 }],
            roundingMinor: 75,
            totalMinor: 1129900,
          },
          cover: {
            ...cover,
            insuredValueMinor: 42400000,
            addOns: [
              { code: 'ZERO_DEP', state: 'LEFT_OUT' },
              { code: 'ROADSIDE_ASSIST', state: 'LEFT_OUT' },
              { code: 'PA_OWNER_DRIVER', state: 'INCLUDED' },
            ],
          },
          adjustments: [
            { field: 'addOns', requested: 'ZERO_DEP', applied: null, reason: 'not part of this plan' },
            { field: 'addOns', requested: 'ROADSIDE_ASSIST', applied: null, reason: 'not part of this plan' },
          ],
        },
        {
          ...offer,
          offerId: 'off_2',
          partnerQuoteRef: 'FZS-0008-PLUS',
          planCode: 'PLUS',
          planName: 'Car Plus',
          premium: {
            ...premium,
            components: [
              { ...od, partnerCode: 'OD', amountMinor: 1413000 },
              { ...discount, partnerCode: 'DISCOUNT', amountMinor: -310860 },
              { ...ncb, partnerCode: 'NCB', amountMinor: -385749 },
              { kind: 'ADD_ON', partnerCode: 'ADDONS', amountMinor: 212820, addOn: null },
              tp,
              pa,
            ],
            netMinor: 1305811,
            taxes: [{ scheme: 'GST', rateBp: 1800, amountMinor: 235046 }],
            roundingMinor: 43,
            totalMinor: 1543400,
          },
          cover: {
            ...cover,
            insuredValueMinor: 47100000,
            addOns: [
              { code: 'ZERO_DEP', state: 'INCLUDED' },
              { code: 'ROADSIDE_ASSIST', state: 'INCLUDED' },
              { code: 'PA_OWNER_DRIVER', state: 'INCLUDED' },
            ],
          },
          adjustments: [],
        },
      ],
    });
  });

  /** rating.md §9. */
  it.each([
    ['m1', RESULTS.m1, M1],
    ['m4', RESULTS.m4, M4],
    ['m5', RESULTS.m5, M5],
    ['m6', RESULTS.m6, M6],
  ] as const)('have every amount of %s', (name, result, priced) => {
    const { offers } = answered(result, name);
    expect(offers).toMatchObject(
      priced.map(({ plan, idv, net, rounding, total }) => ({
        planCode: plan,
        premium: { netMinor: net, roundingMinor: rounding, totalMinor: total, untaxedFeesMinor: 2500 },
        cover: { insuredValueMinor: idv },
      })),
    );
    expect(offers.map(({ premium }) => premium.components.map(({ amountMinor }) => amountMinor))).toEqual(
      priced.map(({ lines }) => Object.values(lines)),
    );
  });

  it('hold, for M6, the failure of one plan beside the offers of the others', () => {
    expect(answered(RESULTS.m6, 'm6')).toMatchObject({
      status: 'QUOTED',
      offers: [{ planCode: 'BASIC' }, { planCode: 'PLUS' }],
      error: { category: 'PARTNER_INTERNAL', retryable: false, partnerCode: 'FZ-E10' },
    });
  });

  it('show what a bigger plan holds unasked as one adjustment (M4)', () => {
    const { offers } = answered(RESULTS.m4, 'm4');
    const max = offers.find(({ planCode }) => planCode === 'MAX');
    expect(max?.adjustments).toMatchObject([
      { field: 'addOns', requested: ['ZERO_DEP', 'ENGINE_PROTECT', 'PA_OWNER_DRIVER'] },
    ]);
    const plus = offers.find(({ planCode }) => planCode === 'PLUS');
    expect(plus?.adjustments).toContainEqual(expect.objectContaining({ requested: 'ENGINE_PROTECT', applied: null }));
  });

  it('carry an adjustment each where their insured value differs from the requested one', () => {
    const { offers } = answered(RESULTS.m1, 'm1', { requestedIdvMinor: 47_100_000, addOns: [] });
    const values = offers.map(({ adjustments }) => adjustments.filter(({ field }) => field === 'requestedIdvMinor'));
    expect(values).toMatchObject([[{ requested: 47_100_000, applied: 42_400_000 }], []]);
  });

  it('are priced without what F does not take', () => {
    const { offers } = answered(RESULTS.m1, 'm1', { voluntaryDeductibleMinor: 500_000, externalGasKitMinor: 100 });
    for (const { adjustments } of offers) {
      expect(adjustments).toContainEqual(expect.objectContaining({ field: 'voluntaryDeductibleMinor', applied: 0 }));
      expect(adjustments).toContainEqual(expect.objectContaining({ field: 'externalGasKitMinor', applied: 0 }));
    }
  });

  it('are a referral when none of them can be bought as it stands', () => {
    const one = { ...referred(m1Basic), reason: { code: 'FZ-R99', text: 'Sandbox' } };
    expect(answered(quoteSet(one, referred(m1Plus), M1_MAX))).toMatchObject({
      status: 'REFERRED',
      offers: [
        { quality: 'INDICATIVE', bindable: false, referralReasons: [{ code: 'FZ-R99', message: 'Sandbox' }] },
        { quality: 'INDICATIVE', bindable: false, referralReasons: [] },
      ],
      declines: [{ planCode: 'MAX' }],
    });
    expect(answered(quoteSet(referred(m1Basic), offered(m1Plus)))).toMatchObject({ status: 'QUOTED' });
  });

  it.each([
    ['FZ-D01', 'VEHICLE'],
    ['FZ-D02', 'VEHICLE'],
    ['FZ-D99', 'OTHER'],
    ['FZ-D77', 'OTHER'],
  ])('are a decline when all of them are (%s: %s)', (code, category) => {
    const plans = ['BASIC', 'PLUS', 'MAX'].map((plan) => ({ plan, state: 'DECLINE', reason: { code, text: 'No' } }));
    const declines = ['BASIC', 'PLUS', 'MAX'].map((planCode) => ({ code, category, source: 'PARTNER', planCode }));
    expect(answered(quoteSet(...plans))).toMatchObject({ status: 'DECLINED', offers: [], declines });
  });

  it.each([
    ['FZ-E10', false, 'PARTNER_INTERNAL'],
    ['FZ-E11', true, 'UNAVAILABLE'],
    ['FZ-E99', false, 'PROTOCOL'],
  ])('have failed when one did and none has an offer (%s)', (code, retryable, category) => {
    const failedPlan = { ...M6_MAX, error: { code, retryable } };
    expect(replyTo(quoteSet(M1_MAX, failedPlan))).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
  });

  it('stand for themselves when one of them cannot be read', () => {
    const unreadable = { ...offered(m1Plus), idvMinor: 471_000.5 };
    expect(replyTo(quoteSet(offered(m1Basic), unreadable))).toMatchObject({
      status: 'QUOTED',
      offers: [{ planCode: 'BASIC' }],
      error: { category: 'PROTOCOL' },
    });
    expect(replyTo(quoteSet(unreadable))).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL' } });
  });

  it.each([
    ['another reference', { ...RESULTS.m1, ref: 'Q-1' }],
    ['another currency', { ...RESULTS.m1, currency: 'USD' }],
    ['no plans', { ...RESULTS.m1, plans: [] }],
    ['a validity that is a text', { ...RESULTS.m1, validUntilMs: '1795687200000' }],
    ['nothing', null],
  ])('cannot be read with %s', (_what, result) => {
    expect(replyTo(result)).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: false } });
  });
});
