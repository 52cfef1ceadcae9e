import { minorFromDecimal } from '@app/domain';
import type { MotorRequest } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { motorCover, soundOffer } from '../../../../testing/reply-rules.js';
import { answerFrom } from '../../testing/readings.js';
import { M1, M2R, M3, M5, priced, T1, T2, TXN_REF, unpriced } from '../../testing/worked-answers.js';
import { fromDakBungalow } from './from-dak-bungalow.js';
import { toDakBungalow } from './to-dak-bungalow.js';
import { dakAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

function replyTo(body: string, request: MotorRequest) {
  const question = toDakBungalow(request);
  if (!question.ok) throw new Error('not asked');
  return fromDakBungalow(answerFrom(body, dakAnswerTo(question.value)), request, stamp);
}

const offerOf = (body: string, request: MotorRequest) => soundOffer(replyTo(body, request));

/** Rupees of rating.md §9, read in another way than the mapping does. */
const paise = (text: string) => minorFromDecimal((text.endsWith('-') ? '-' : '') + text.replace(/[,-]/g, ''));

describe('an answer of Dak Bungalow as ours', () => {
  it('is, for M1, exactly the printed answer', () => {
    expect(replyTo(priced(M1), requestFor('m1'))).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      declines: [],
      error: null,
      offers: [
        {
          offerId: 'off_1',
          partnerQuoteRef: 'DBQ2611230007',
          planCode: 'P',
          planName: 'Car Package',
          quality: 'INDICATIVE',
          bindable: true,
          referralReasons: [],
          receivedAt: '2026-11-23T10:00:00.233Z',
          // Through the end of 7 December in India.
          validUntil: '2026-12-07T18:29:59.999Z',
          validitySource: 'PARTNER',
          premium: {
            currency: 'INR',
            components: [
              { kind: 'OWN_DAMAGE', partnerCode: 'BASIC OD', amountMinor: 1389500 },
              { kind: 'DISCOUNT', partnerCode: 'OD DISCOUNT', amountMinor: -486300 },
              { kind: 'NCB_DISCOUNT', partnerCode: 'NCB', amountMinor: -316100 },
              { kind: 'ADD_ON', partnerCode: 'NIL DEP', amountMinor: 164900, addOn: 'ZERO_DEP' },
              { kind: 'ADD_ON', partnerCode: 'RSA', amountMinor: 12500, addOn: 'ROADSIDE_ASSIST' },
              { kind: 'THIRD_PARTY', partnerCode: 'BASIC TP', amountMinor: 341600 },
              { kind: 'PERSONAL_ACCIDENT', partnerCode: 'PA OWNER DRIVER', amountMinor: 32500 },
            ],
            netMinor: 1138600,
            taxes: [{ scheme: 'GST', rateBp: 1800, amountMinor: 204900 }],
            untaxedFeesMinor: 0,
            roundingMinor: 0,
            totalMinor: 1343500,
            periodMonths: 12,
            instalments: [],
          },
          cover: {
            insuredValueMinor: 47100000,
            insuredValueRange: null,
            compulsoryDeductibleMinor: null,
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
    ['m1', M1, 'Car Package'],
    ['m2', M2R, 'Car Package'],
    ['m3', M3, 'Car Liability'],
    ['m5', M5, 'Car Package'],
    ['t1', T1, 'Two-Wheeler Package'],
    ['t2', T2, 'Two-Wheeler Liability'],
  ] as const)('has every line, tax and total of %s', (name, printed, planName) => {
    const offer = offerOf(priced(printed), requestFor(name));
    const { components, ...sums } = offer.premium;
    const expected = printed.items.map(([description, amount]) => [description, paise(amount)]);
    expect(components.map(({ partnerCode, amountMinor }) => [partnerCode, amountMinor])).toEqual(expected);
    expect(sums).toMatchObject({ netMinor: paise(printed.net), totalMinor: paise(printed.total) });
    expect(sums.taxes).toEqual([{ scheme: 'GST', rateBp: 1800, amountMinor: paise(printed.gst) }]);
    expect(motorCover(offer).insuredValueMinor).toBe(paise(printed.idv) ?? null);
    expect(offer.planName).toBe(planName);
  });

  it('shows what had to be left out for M2, each with its reason', () => {
    expect(offerOf(priced(M2R), requestFor('m2')).adjustments).toEqual([
      {
        field: 'voluntaryDeductibleMinor',
        requested: 500_000,
        applied: 0,
        reason: 'not offered by this insurer',
      },
      { field: 'addOns', requested: 'ZERO_DEP', applied: null, reason: 'not sold for a vehicle of this age' },
    ]);
  });

  it('shows add-ons that liability cover has not, and those that nobody sells here, as left out', () => {
    const request = requestFor('m3', { addOns: ['ZERO_DEP', 'ENGINE_PROTECT', 'PA_OWNER_DRIVER'] });
    expect(offerOf(priced(M3), request).adjustments).toMatchObject([
      { requested: 'ZERO_DEP', reason: 'not part of this kind of cover' },
      { requested: 'ENGINE_PROTECT', reason: 'not sold by this insurer' },
    ]);
  });

  it("shows D's own value in place of the requested one", () => {
    const request = requestFor('m1', { requestedIdvMinor: 50_000_000 });
    expect(offerOf(priced(M1), request).adjustments).toMatchObject([
      { field: 'requestedIdvMinor', requested: 50_000_000, applied: 47_100_000 },
    ]);
  });

  it('is REFERRED with its reason while the branch has to look', () => {
    const answer = priced(M1, '20|REFERRED TO BRANCH', 'E|E29|regn4|SANDBOX REFERRAL');
    expect(replyTo(answer, requestFor('m1'))).toMatchObject({
      status: 'REFERRED',
      offers: [{ bindable: false, referralReasons: [{ code: 'E29', message: 'SANDBOX REFERRAL' }] }],
    });
  });

  it.each([
    ['E31', 'VEHICLE'],
    ['E39', 'OTHER'],
    ['E38', 'OTHER'],
  ])('is DECLINED for %s, category %s', (code, category) => {
    const answer = unpriced('10|DECLINED', `E|${code}|mmv_cd|VEHICLE AGE EXCEEDS 10 YEARS`);
    expect(replyTo(answer, requestFor('m1'))).toMatchObject({
      status: 'DECLINED',
      declines: [{ code, category, source: 'PARTNER', message: 'VEHICLE AGE EXCEEDS 10 YEARS' }],
    });
  });

  it.each([
    ['answers somebody else', TXN_REF, 'Q2'],
    ['has lost a line', 'L|2|OD DISCOUNT|4,863.00-\r\n', ''],
    ['has a line twice', 'L|2|', 'L|1|'],
    ['announces another number of lines', 'T|7|', 'T|8|'],
    ['has a line that nobody knows', 'RSA', 'MOON'],
    ['groups like nobody in India', '4,71,000.00', '471,000.00'],
    ['has the minus in front', '4,863.00-', '-4,863.00'],
    ['has no insured value', '|4,71,000.00\r', '|\r'],
    ['is valid till a day that does not exist', '07-DEC-2026', '31-NOV-2026'],
  ])('is nothing that %s', (_what, right, wrong) => {
    const body = priced(M1);
    expect(body).toContain(right);
    expect(() => replyTo(body.replace(right, wrong), requestFor('m1'))).toThrow();
  });
});
