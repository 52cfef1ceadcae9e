import { parseExactNumbers } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { motorCover } from '../../../../testing/reply-rules.js';
import { M1, M2, M3, M4, M5, printed, T1, T2, T3 } from '../../testing/worked-answers.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { cogwheelAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

type Request = ReturnType<typeof requestFor>;

function read(body: string, request: Request) {
  const question = toCogwheelDirect(request);
  if (!question.ok) throw new Error('not asked');
  return cogwheelAnswerTo(question.value).safeParse(parseExactNumbers(body));
}

function replyTo(body: string, request: Request) {
  const parsed = read(body, request);
  if (!parsed.success) throw parsed.error;
  return fromCogwheelDirect(parsed.data, request, stamp);
}

function offerOf(body: string, request: Request) {
  const reply = replyTo(body, request);
  if (reply.outcome !== 'ANSWERED' || reply.offers[0] === undefined) throw new Error('no offer');
  return reply.offers[0];
}

function motorOfferOf(...asked: Parameters<typeof offerOf>) {
  const { adjustments, cover } = offerOf(...asked);
  return { adjustments, cover: motorCover({ cover }) };
}

describe('an answer of Cogwheel Direct as ours', () => {
  it('is, for M1, a firm offer with every component in paise', () => {
    expect(replyTo(printed(M1), requestFor('m1'))).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      declines: [],
      error: null,
      offers: [
        {
          offerId: 'off_1',
          partnerQuoteRef: 'CGQ7K2M1',
          planCode: 'smart',
          planName: 'Car Comprehensive with Smart Bundle',
          quality: 'FIRM',
          bindable: true,
          referralReasons: [],
          receivedAt: '2026-11-23T10:00:00.233Z',
          validUntil: '2026-11-30T10:00:00.000Z',
          validitySource: 'PARTNER',
          premium: {
            currency: 'INR',
            components: [
              { kind: 'OWN_DAMAGE', partnerCode: 'own_damage', amountMinor: 1286123 },
              { kind: 'NCB_DISCOUNT', partnerCode: 'ncb', amountMinor: -450143 },
              { kind: 'ADD_ON', partnerCode: 'bundle_smart', amountMinor: 236863, addOn: null },
              { kind: 'THIRD_PARTY', partnerCode: 'third_party', amountMinor: 341600 },
              { kind: 'PERSONAL_ACCIDENT', partnerCode: 'pa_owner', amountMinor: 30000 },
            ],
            netMinor: 1444443,
            taxes: [
              { scheme: 'CGST', rateBp: 900, amountMinor: 130000 },
              { scheme: 'SGST', rateBp: 900, amountMinor: 130000 },
            ],
            untaxedFeesMinor: 0,
            roundingMinor: -43,
            totalMinor: 1704400,
            periodMonths: 12,
            instalments: [],
          },
          cover: {
            insuredValueMinor: 50436200,
            insuredValueRange: null,
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

  /** rating.md §9, in paise. */
  it.each([
    ['m1', M1, 'smart', [1286123, -450143, 236863, 341600, 30000], 1444443, 130000, -43, 1704400, 50436200],
    ['m2', M2, 'smart', [1125455, 201015, 341600, 30000], 1698070, 152826, -22, 2003700, 42470000],
    ['m3', M3, 'none', [209400, 30000], 239400, 21546, 8, 282500, null],
    ['m4', M4, 'max', [2051071, 749170, 178000, 30000], 3008241, 270742, -25, 3549700, 91158700],
    ['m5', M5, 'max', [3862810, -965703, 1123560, 789700, 30000], 4840367, 435633, -33, 5711600, 137957500],
    ['t1', T1, 'smart', [115677, -28919, 37951, 136600, 30000], 291309, 26218, -45, 343700, 6610100],
    ['t2', T2, 'none', [71400, 30000], 101400, 9126, 48, 119700, null],
    ['t3', T3, 'smart', [174392, -34878, 67183, 60700], 267397, 24066, -29, 315500, 12456600],
  ] as const)('has every amount of %s', (name, priced, planCode, amounts, net, half, rounding, total, idv) => {
    const offer = offerOf(printed(priced), requestFor(name));
    expect(offer.planCode).toBe(planCode);
    expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
    expect(offer.premium).toMatchObject({ netMinor: net, roundingMinor: rounding, totalMinor: total });
    expect(offer.premium.taxes.map(({ amountMinor }) => amountMinor)).toEqual([half, half]);
    expect(motorCover(offer).insuredValueMinor).toBe(idv);
  });

  it('shows a voluntary deductible as not offered (M2)', () => {
    expect(offerOf(printed(M2), requestFor('m2')).adjustments).toMatchObject([
      { field: 'voluntaryDeductibleMinor', requested: 500_000, applied: 0 },
    ]);
  });

  it('shows a bundle that is bigger than the wishes as one adjustment, its content as included (M4)', () => {
    const { cover, adjustments } = motorOfferOf(printed(M4), requestFor('m4'));
    const all = ['ZERO_DEP', 'ROADSIDE_ASSIST', 'ENGINE_PROTECT', 'RETURN_TO_INVOICE', 'CONSUMABLES'];
    expect(cover.addOns.every(({ state }) => state === 'INCLUDED')).toBe(true);
    expect(cover.addOns.map(({ code }) => code)).toEqual(expect.arrayContaining([...all, 'PA_OWNER_DRIVER']));
    expect(adjustments).toEqual([
      {
        field: 'addOns',
        requested: ['ZERO_DEP', 'ENGINE_PROTECT', 'PA_OWNER_DRIVER'],
        applied: [...all, 'PA_OWNER_DRIVER'],
        reason: 'sold as a bundle',
      },
    ]);
  });

  it('shows what a bike cannot have as left out, and what came with its bundle unasked', () => {
    const request = requestFor('t1', { addOns: ['ENGINE_PROTECT', 'HELMET', 'PA_OWNER_DRIVER'] });
    const { cover, adjustments } = motorOfferOf(printed(T1), request);
    expect(cover.addOns).toContainEqual({ code: 'ENGINE_PROTECT', state: 'LEFT_OUT' });
    expect(adjustments).toMatchObject([
      { requested: 'ENGINE_PROTECT', applied: null, reason: 'not sold for this vehicle' },
      { requested: 'HELMET', applied: null, reason: 'not sold by this insurer' },
      { requested: request.risk.addOns, applied: ['ZERO_DEP', 'ROADSIDE_ASSIST', 'PA_OWNER_DRIVER'] },
    ]);
    expect(offerOf(printed(T1), request).planName).toBe('Two-Wheeler Comprehensive with Smart Bundle');
  });

  it('shows wishes that no bundle holds as left out, and what third-party cover cannot have', () => {
    const request = requestFor('m3', { addOns: ['NCB_PROTECT', 'ZERO_DEP', 'PA_OWNER_DRIVER'] });
    const { cover, adjustments } = motorOfferOf(printed(M3), request);
    expect(cover.addOns).toEqual([
      { code: 'NCB_PROTECT', state: 'LEFT_OUT' },
      { code: 'ZERO_DEP', state: 'LEFT_OUT' },
      { code: 'PA_OWNER_DRIVER', state: 'INCLUDED' },
    ]);
    expect(adjustments).toMatchObject([
      { requested: 'NCB_PROTECT', applied: null, reason: 'not sold by this insurer' },
      { requested: 'ZERO_DEP', applied: null, reason: 'not part of this kind of cover' },
    ]);
  });

  it('shows the value that C set in place of the requested one', () => {
    const request = requestFor('m1', { requestedIdvMinor: 48_000_000 });
    expect(offerOf(printed(M1), request).adjustments).toMatchObject([
      { field: 'requestedIdvMinor', requested: 48_000_000, applied: 50_436_200 },
    ]);
  });

  it('is REFERRED, and no firm price, while an underwriter has to look', () => {
    const referral = printed(M1)
      .replace('"status":"OK"', '"status":"REFER","refer":{"code":"C-RF-01","text":"Two claims"}')
      .replace('"firm":"Y"', '"firm":"N"');
    expect(replyTo(referral, requestFor('m1'))).toMatchObject({
      status: 'REFERRED',
      offers: [
        {
          bindable: false,
          quality: 'INDICATIVE',
          referralReasons: [{ code: 'C-RF-01', message: 'Two claims' }],
        },
      ],
    });
  });

  it.each([
    ['C-UW-10', 'VEHICLE'],
    ['C-UW-21', 'VEHICLE'],
    ['C-UW-99', 'OTHER'],
    ['C-UW-77', 'OTHER'],
  ])('is DECLINED for %s, of category %s', (code, category) => {
    const { requestId } = requestFor('m1');
    const decline = `{"status":"NO_QUOTE","request_ref":"${requestId}","decline":{"code":"${code}","text":"No"}}`;
    expect(replyTo(decline, requestFor('m1'))).toMatchObject({
      status: 'DECLINED',
      declines: [{ code, source: 'PARTNER', category, message: 'No' }],
    });
  });

  it('needs no rounding where there is none', () => {
    const whole = printed({ ...M1, net: '14444', lines: { own_damage: '14444' }, premium: '17044' });
    expect(offerOf(whole.replace('"rounding":-0.43,', ''), requestFor('m1')).premium.roundingMinor).toBe(0);
  });
});
