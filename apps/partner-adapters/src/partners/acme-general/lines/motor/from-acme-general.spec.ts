import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { motorCover } from '../../../../testing/reply-rules.js';
import { accepted, M1, M2, M3, M4, M5, M6, T1, T2, T3 } from '../../testing/worked-answers.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { toAcmeGeneral } from './to-acme-general.js';
import { acmeAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

type Request = ReturnType<typeof requestFor>;

function read(answer: object, request: Request) {
  const question = toAcmeGeneral(request);
  if (!question.ok) throw new Error('not asked');
  return acmeAnswerTo(question.value).safeParse(answer);
}

/** The one offer of a reply. */
function offerOf(answer: object, request: Request) {
  const reply = replyTo(answer, request);
  if (reply.outcome !== 'ANSWERED' || reply.offers[0] === undefined) throw new Error('no offer');
  return reply.offers[0];
}

function replyTo(answer: object, request: Request) {
  const parsed = read(answer, request);
  if (!parsed.success) throw parsed.error;
  return fromAcmeGeneral(parsed.data, request, stamp);
}

function motorOfferOf(...asked: Parameters<typeof offerOf>) {
  const { adjustments, cover } = offerOf(...asked);
  return { adjustments, cover: motorCover({ cover }) };
}

describe('an answer of Acme General as ours', () => {
  it('is, for M1, exactly the example of the canonical model', () => {
    expect(replyTo(accepted(M1), requestFor('m1'))).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      declines: [],
      error: null,
      offers: [
        {
          offerId: 'off_1',
          partnerQuoteRef: 'AGQ-20261123-000017',
          planCode: 'PACKAGE',
          planName: 'Car Package',
          quality: 'FIRM',
          bindable: true,
          referralReasons: [],
          receivedAt: '2026-11-23T10:00:00.233Z',
          validUntil: '2026-12-08T10:00:00Z',
          validitySource: 'PARTNER',
          premium: {
            currency: 'INR',
            components: [
              { kind: 'OWN_DAMAGE', partnerCode: 'OD_BASIC', amountMinor: 1546293 },
              { kind: 'DISCOUNT', partnerCode: 'OD_DISCOUNT', amountMinor: -386573 },
              { kind: 'NCB_DISCOUNT', partnerCode: 'NCB_DISCOUNT', amountMinor: -405902 },
              { kind: 'ADD_ON', partnerCode: 'ADDON_ZD', amountMinor: 329700, addOn: 'ZERO_DEP' },
              { kind: 'ADD_ON', partnerCode: 'ADDON_RSA', amountMinor: 14900, addOn: 'ROADSIDE_ASSIST' },
              { kind: 'THIRD_PARTY', partnerCode: 'TP_BASIC', amountMinor: 341600 },
              { kind: 'PERSONAL_ACCIDENT', partnerCode: 'PA_OWNER_DRIVER', amountMinor: 33000 },
            ],
            netMinor: 1473018,
            taxes: [{ scheme: 'GST', rateBp: 1800, amountMinor: 265143 }],
            untaxedFeesMinor: 0,
            roundingMinor: 0,
            totalMinor: 1738161,
            periodMonths: 12,
            instalments: [],
          },
          cover: {
            insuredValueMinor: 47100000,
            insuredValueRange: [42390000, 51810000],
            compulsoryDeductibleMinor: 100000,
            voluntaryDeductibleMinor: 0,
            addOns: [
              { code: 'ZERO_DEP', state: 'INCLUDED' },
              { code: 'ROADSIDE_ASSIST', state: 'INCLUDED' },
              { code: 'PA_OWNER_DRIVER', state: 'INCLUDED' },
            ],
          },
          adjustments: [],
          documents: [],
        },
      ],
    });
  });

  it.each([
    ['m1', M1, 'OWN_DAMAGE DISCOUNT NCB_DISCOUNT ADD_ON ADD_ON THIRD_PARTY PERSONAL_ACCIDENT'],
    ['m2', M2, 'OWN_DAMAGE DISCOUNT DISCOUNT ADD_ON THIRD_PARTY PERSONAL_ACCIDENT'],
    ['m3', M3, 'THIRD_PARTY PERSONAL_ACCIDENT'],
    ['m4', M4, 'OWN_DAMAGE DISCOUNT ADD_ON ADD_ON THIRD_PARTY PERSONAL_ACCIDENT'],
    ['m5', M5, 'OWN_DAMAGE DISCOUNT NCB_DISCOUNT ADD_ON ADD_ON ADD_ON THIRD_PARTY PERSONAL_ACCIDENT'],
    ['m6', M6, 'OWN_DAMAGE DISCOUNT NCB_DISCOUNT THIRD_PARTY'],
    ['t1', T1, 'OWN_DAMAGE DISCOUNT NCB_DISCOUNT ADD_ON THIRD_PARTY PERSONAL_ACCIDENT'],
    ['t2', T2, 'THIRD_PARTY PERSONAL_ACCIDENT'],
    ['t3', T3, 'OWN_DAMAGE DISCOUNT NCB_DISCOUNT ADD_ON ADD_ON THIRD_PARTY'],
  ] as const)('has every component, tax and total of %s', (name, priced, kinds) => {
    const { premium, cover } = offerOf(accepted(priced), requestFor(name));
    const components = premium.components.map(({ partnerCode, amountMinor }) => [partnerCode, amountMinor]);
    expect(components).toEqual(Object.entries(priced.lines));
    expect(premium.components.map(({ kind }) => kind).join(' ')).toBe(kinds);
    expect(premium).toMatchObject({ netMinor: priced.net, totalMinor: priced.total, roundingMinor: 0 });
    expect(premium.taxes).toEqual([{ scheme: 'GST', rateBp: 1800, amountMinor: priced.tax }]);
    expect(cover).toMatchObject({
      insuredValueMinor: priced.idv?.[1] ?? null,
      insuredValueRange: priced.idv === undefined ? null : [priced.idv[0], priced.idv[2]],
      compulsoryDeductibleMinor: priced.deductible[0],
      voluntaryDeductibleMinor: priced.deductible[1],
    });
  });

  it.each([
    ['m1', M1, 'PACKAGE', 'Car Package'],
    ['m3', M3, 'LIABILITY', 'Car Liability'],
    ['t1', T1, 'PACKAGE', 'Two-Wheeler Package'],
  ] as const)('names the plan of %s by its coverage', (name, priced, planCode, planName) => {
    expect(offerOf(accepted(priced), requestFor(name))).toMatchObject({ planCode, planName, adjustments: [] });
  });

  it('shows an add-on that was unavailable as left out, with the reason (M2)', () => {
    const { cover, adjustments } = motorOfferOf(accepted(M2), requestFor('m2'));
    expect(cover.addOns).toEqual([
      { code: 'ZERO_DEP', state: 'LEFT_OUT' },
      { code: 'ROADSIDE_ASSIST', state: 'INCLUDED' },
      { code: 'PA_OWNER_DRIVER', state: 'INCLUDED' },
    ]);
    expect(adjustments).toEqual([
      { field: 'addOns', requested: 'ZERO_DEP', applied: null, reason: 'not sold for a vehicle of this age' },
    ]);
  });

  it('shows an add-on that is not sold there as left out', () => {
    const request = requestFor('m3', { addOns: ['NCB_PROTECT', 'PA_OWNER_DRIVER'] });
    const { cover, adjustments } = motorOfferOf(accepted(M3), request);
    expect(cover.addOns).toContainEqual({ code: 'NCB_PROTECT', state: 'LEFT_OUT' });
    expect(adjustments).toMatchObject([{ requested: 'NCB_PROTECT', reason: 'not sold by this insurer' }]);
  });

  it('shows accident cover as left out where the kind of cover has none', () => {
    const request = requestFor('m6', { coverType: 'OWN_DAMAGE', addOns: ['PA_OWNER_DRIVER'] });
    const { cover, adjustments } = motorOfferOf(accepted(M6), request);
    expect(cover.addOns).toEqual([{ code: 'PA_OWNER_DRIVER', state: 'LEFT_OUT' }]);
    expect(adjustments).toMatchObject([{ requested: 'PA_OWNER_DRIVER', applied: null }]);
  });

  it('shows the value that was applied in place of the requested one', () => {
    const request = requestFor('m1', { requestedIdvMinor: 90_000_000 });
    expect(offerOf(accepted(M1), request).adjustments).toMatchObject([
      { field: 'requestedIdvMinor', requested: 90_000_000, applied: 47_100_000 },
    ]);
  });

  it('shows what nobody takes, each as an adjustment', () => {
    const request = requestFor('m1', { policyTenureYears: 3, electricalAccessoriesMinor: 100_000 });
    expect(offerOf(accepted(M1), request).adjustments).toMatchObject([
      { field: 'policyTenureYears', requested: 3, applied: 1 },
      { field: 'electricalAccessoriesMinor', requested: 100_000, applied: 0 },
    ]);
  });

  it('counts the surcharge for gas as a loading', () => {
    const lines = { OD_BASIC: 1000, OD_BIFUEL: 40 };
    const priced = accepted({ ...M1, lines, net: 1040, tax: 187, total: 1227 });
    expect(offerOf(priced, requestFor('m1')).premium.components).toMatchObject([
      { kind: 'OWN_DAMAGE' },
      { kind: 'LOADING', partnerCode: 'OD_BIFUEL', amountMinor: 40 },
    ]);
  });

  it('is REFERRED with its reasons while an underwriter has to look', () => {
    const reasons = [{ code: 'AG-R02', message: 'Inspection needed' }];
    const referral = { ...accepted(M1), decision: 'REFERRED', bindable: false, reasons };
    expect(replyTo(referral, requestFor('m1'))).toMatchObject({
      outcome: 'ANSWERED',
      status: 'REFERRED',
      offers: [{ bindable: false, quality: 'INDICATIVE', referralReasons: reasons }],
    });
  });

  it.each([
    ['AG-D01', 'VEHICLE'],
    ['AG-D99', 'OTHER'],
    ['AG-D77', 'OTHER'],
  ])('is DECLINED for %s, of category %s', (code, category) => {
    const { premium: _, insuredValue: __, ...rest } = accepted(M1);
    const decline = { ...rest, decision: 'DECLINED', bindable: false, reasons: [{ code, message: 'No' }] };
    expect(replyTo(decline, requestFor('m1'))).toEqual({
      outcome: 'ANSWERED',
      status: 'DECLINED',
      offers: [],
      declines: [{ code, source: 'PARTNER', category, message: 'No' }],
      error: null,
    });
  });
});
