import type { MotorRequest } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { motorCover, soundOffer } from '../../../../testing/reply-rules.js';
import { answerFrom } from '../../testing/readings.js';
import { carAnswer, enveloped, M1, M2, M3B, M5, M6, referredFor, rejectedFor } from '../../testing/worked-answers.js';
import { fromBabbageLovelace } from './from-babbage-lovelace.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';
import { babbageQuoteOf } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };
const m3b = requestFor('m3', { registrationDate: '2019-09-01', manufactureYear: 2019 });

function replyTo(body: string, request: MotorRequest) {
  const question = toBabbageLovelace(request);
  if (!question.ok) throw new Error('not asked');
  return fromBabbageLovelace(answerFrom(body, question.value, babbageQuoteOf(question.value)), request, stamp);
}

const offerOf = (body: string, request: MotorRequest) => soundOffer(replyTo(body, request));

describe('an answer of Babbage & Lovelace for a car as ours', () => {
  it('is, for M1, exactly the printed answer', () => {
    expect(replyTo(carAnswer(M1), requestFor('m1'))).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      declines: [],
      error: null,
      offers: [
        {
          offerId: 'off_1',
          partnerQuoteRef: 'BLQ0000417',
          planCode: 'CO',
          planName: 'Car Comprehensive',
          quality: 'FIRM',
          bindable: true,
          referralReasons: [],
          receivedAt: '2026-11-23T10:00:00.233Z',
          // Through the end of 8 December in India.
          validUntil: '2026-12-08T18:29:59.999Z',
          validitySource: 'PARTNER',
          premium: {
            currency: 'INR',
            components: [
              { kind: 'OWN_DAMAGE', partnerCode: 'OD', amountMinor: 1247064 },
              { kind: 'NCB_DISCOUNT', partnerCode: 'NCB', amountMinor: -436472 },
              { kind: 'ADD_ON', partnerCode: 'ZDEP', amountMinor: 251240, addOn: 'ZERO_DEP' },
              { kind: 'ADD_ON', partnerCode: 'RSA', amountMinor: 19900, addOn: 'ROADSIDE_ASSIST' },
              { kind: 'THIRD_PARTY', partnerCode: 'TP', amountMinor: 341600 },
              { kind: 'PERSONAL_ACCIDENT', partnerCode: 'PAOD', amountMinor: 37500 },
              { kind: 'FEE_TAXED', partnerCode: 'FEE', amountMinor: 5000 },
            ],
            netMinor: 1465832,
            taxes: [{ scheme: 'GST', rateBp: 1800, amountMinor: 263850 }],
            untaxedFeesMinor: 0,
            roundingMinor: 18,
            totalMinor: 1729700,
            periodMonths: 12,
            instalments: [],
          },
          cover: {
            insuredValueMinor: 45680000,
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

  it.each([
    ['m1', requestFor('m1'), M1],
    ['m2', requestFor('m2'), M2],
    ['m3b', m3b, M3B],
    ['m5', requestFor('m5'), M5],
    ['m6', requestFor('m6'), M6],
  ] as const)('has every component, tax and total of %s', (_name, request, priced) => {
    const offer = offerOf(carAnswer(priced), request);
    const { components, ...sums } = offer.premium;
    expect(components.map(({ partnerCode, amountMinor }) => [partnerCode, amountMinor])).toEqual(
      Object.entries(priced.coverages),
    );
    expect(sums).toMatchObject({ netMinor: priced.net, roundingMinor: priced.rounding, totalMinor: priced.total });
    expect(sums.taxes).toEqual([{ scheme: 'GST', rateBp: 1800, amountMinor: priced.tax }]);
    expect(motorCover(offer)).toMatchObject({
      insuredValueMinor: priced.idv ?? null,
      compulsoryDeductibleMinor: priced.compulsory,
    });
  });

  it('shows an add-on that was left out, with the reason (M5)', () => {
    const offer = offerOf(carAnswer(M5), requestFor('m5'));
    expect(motorCover(offer).addOns).toContainEqual({ code: 'RETURN_TO_INVOICE', state: 'LEFT_OUT' });
    expect(offer.adjustments).toEqual([
      { field: 'addOns', requested: 'RETURN_TO_INVOICE', applied: null, reason: 'not sold for this vehicle' },
    ]);
  });

  it('shows that there is no voluntary deductible (M2)', () => {
    expect(offerOf(carAnswer(M2), requestFor('m2')).adjustments).toMatchObject([
      { field: 'voluntaryDeductibleMinor', requested: 500_000, applied: 0 },
      { field: 'addOns', requested: 'ZERO_DEP', applied: null },
    ]);
  });

  it('shows add-ons that liability cover ignores, and those that nobody sells here, as left out', () => {
    const request = requestFor('m3', { addOns: ['ZERO_DEP', 'KEY_REPLACE', 'PA_OWNER_DRIVER'] });
    expect(offerOf(carAnswer(M3B), request).adjustments).toMatchObject([
      { requested: 'ZERO_DEP', reason: 'not part of this kind of cover' },
      { requested: 'KEY_REPLACE', reason: 'not sold by this insurer' },
    ]);
  });

  it('shows the value that a requested one was capped to', () => {
    const change = `<MsgStatus><MsgStatusCd>SuccessWithChanges</MsgStatusCd><ChangeStatus><ActionCd>M</ActionCd>
      <ElementPath>PersVeh/StatedValueAmt</ElementPath><OldValue>700000.00</OldValue><NewValue>456800.00</NewValue>
      </ChangeStatus></MsgStatus>`;
    const offer = offerOf(carAnswer(M1, change), requestFor('m1', { requestedIdvMinor: 70_000_000 }));
    expect(motorCover(offer).insuredValueRange).toBeNull();
    expect(offer.adjustments).toMatchObject([
      { field: 'requestedIdvMinor', requested: 70_000_000, applied: 45_680_000 },
    ]);
  });

  it('shows what nobody takes, each as an adjustment', () => {
    const request = requestFor('m1', { policyTenureYears: 3, electricalAccessoriesMinor: 100_000 });
    expect(offerOf(carAnswer(M1), request).adjustments).toMatchObject([
      { field: 'policyTenureYears', requested: 3, applied: 1 },
      { field: 'electricalAccessoriesMinor', requested: 100_000, applied: 0 },
    ]);
  });

  it('is REFERRED with its reasons while an underwriter has to look', () => {
    const answer = carAnswer(M1, referredFor('BL-201', 'Catalogue price above the limit'));
    expect(replyTo(answer, requestFor('m1'))).toMatchObject({
      status: 'REFERRED',
      offers: [
        {
          quality: 'INDICATIVE',
          bindable: false,
          referralReasons: [{ code: 'BL-201', message: 'Catalogue price above the limit' }],
        },
      ],
    });
  });

  it('is never bindable while it is called referred', () => {
    const answer = carAnswer(M1, referredFor('BL-201', 'No')).replace('BindableInd>0<', 'BindableInd>1<');
    expect(replyTo(answer, requestFor('m1'))).toMatchObject({ status: 'REFERRED' });
  });

  it.each([
    ['BL-101', 'VEHICLE'],
    ['BL-199', 'OTHER'],
    ['BL-777', 'OTHER'],
  ])('is DECLINED for %s, category %s', (code, category) => {
    const answer = enveloped('PersAutoPolicyQuoteInqRs', rejectedFor(code, 'No'));
    expect(replyTo(answer, requestFor('m3'))).toMatchObject({
      status: 'DECLINED',
      declines: [{ code, category, source: 'PARTNER', message: 'No' }],
    });
  });

  it('is the same whatever the order of siblings and the prefixes are', () => {
    const text = carAnswer(M1);
    const [whole = ''] = /<PersPolicy>.*<\/PersPolicy>/s.exec(text) ?? [];
    const turned = text.replace(whole, '').replace('</PersAutoLineBusiness>', `</PersAutoLineBusiness>${whole}`);
    const prefixed = turned
      .replace('<ACORD xmlns="', '<bl:ACORD xmlns:bl="')
      .replace(/<(\/?)(?!\/|soapenv:|bl:)/g, '<$1bl:');
    expect(replyTo(prefixed, requestFor('m1'))).toEqual(replyTo(text, requestFor('m1')));
  });
});
