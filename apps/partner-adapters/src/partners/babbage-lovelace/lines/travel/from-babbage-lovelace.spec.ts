import type { CanonicalRequestOf } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { travelRequestFor } from '../../../../testing/canonical-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { answerFrom } from '../../testing/readings.js';
import { enveloped, R1, R2, R3, rejectedFor, tripAnswer } from '../../testing/worked-answers.js';
import { fromBabbageLovelace } from './from-babbage-lovelace.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';
import { babbageTravelQuote } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

function replyTo(body: string, request: CanonicalRequestOf<'travel'>) {
  const question = toBabbageLovelace(request);
  if (!question.ok) throw new Error('not asked');
  const answer = answerFrom(body, question.value, babbageTravelQuote);
  return fromBabbageLovelace(answer, question.value, request, stamp);
}

const offerOf = (...args: Parameters<typeof replyTo>) => soundOffer(replyTo(...args));

describe('an answer of Babbage & Lovelace for a trip as ours', () => {
  it('is, for R3, exactly the worked example', () => {
    expect(replyTo(tripAnswer(R3), travelRequestFor('r3'))).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      declines: [],
      error: null,
      offers: [
        {
          offerId: 'off_1',
          partnerQuoteRef: 'BLQ0000417',
          planCode: 'TRAV',
          planName: 'Travel Single Trip',
          quality: 'FIRM',
          bindable: true,
          referralReasons: [],
          receivedAt: '2026-11-23T10:00:00.233Z',
          validUntil: '2026-12-08T18:29:59.999Z',
          validitySource: 'PARTNER',
          premium: {
            currency: 'INR',
            components: [
              { kind: 'TRAVELLER', partnerCode: 'TRAVELLER_1', amountMinor: 48279 },
              { kind: 'TRAVELLER', partnerCode: 'TRAVELLER_2', amountMinor: 37138 },
              { kind: 'TRAVELLER', partnerCode: 'TRAVELLER_3', amountMinor: 25997 },
              { kind: 'TRAVELLER', partnerCode: 'TRAVELLER_4', amountMinor: 25997 },
              { kind: 'DISCOUNT', partnerCode: 'GROUP', amountMinor: -6871 },
              { kind: 'ADD_ON', partnerCode: 'ADVENTURE', amountMinor: 26108, addOn: 'ADVENTURE_SPORTS' },
            ],
            netMinor: 156648,
            taxes: [],
            untaxedFeesMinor: 0,
            roundingMinor: -48,
            totalMinor: 156600,
            periodMonths: 1,
            instalments: [],
          },
          cover: {
            medicalLimit: { amountMinor: 25_000_000, currency: 'USD' },
            options: [{ code: 'ADVENTURE_SPORTS', state: 'INCLUDED' }],
          },
          adjustments: [],
          documents: [],
        },
      ],
    });
  });

  it.each([
    ['r1', R1],
    ['r2', R2],
  ] as const)('has every component and total of %s, and no tax', (name, priced) => {
    const { components, ...sums } = offerOf(tripAnswer(priced), travelRequestFor(name)).premium;
    const amounts = components.map(({ partnerCode, amountMinor }) => [partnerCode, amountMinor]);
    expect(amounts).toEqual(Object.entries(priced.coverages));
    expect(sums).toMatchObject({ netMinor: priced.net, taxes: [], totalMinor: priced.total });
  });

  it('shows the next higher limit where the wished one is not sold', () => {
    const medicalLimit = { amountMinor: 7_500_000, currency: 'USD' };
    const { cover, adjustments } = offerOf(tripAnswer(R1), travelRequestFor('r1', { medicalLimit }));
    const applied = { amountMinor: 10_000_000, currency: 'USD' };
    expect(cover).toMatchObject({ medicalLimit: applied });
    expect(adjustments).toMatchObject([{ field: 'medicalLimit', requested: medicalLimit, applied }]);
  });

  it('shows options that are not sold here as left out', () => {
    const request = travelRequestFor('r3', { options: ['BAGGAGE', 'ADVENTURE_SPORTS'] });
    const { cover, adjustments } = offerOf(tripAnswer(R3), request);
    expect(cover).toMatchObject({
      options: [
        { code: 'ADVENTURE_SPORTS', state: 'INCLUDED' },
        { code: 'BAGGAGE', state: 'LEFT_OUT' },
      ],
    });
    expect(adjustments).toMatchObject([{ field: 'options', requested: 'BAGGAGE', applied: null }]);
  });

  it('counts the months that a longer trip has begun', () => {
    const request = travelRequestFor('r1', { returnDate: '2027-02-20' });
    expect(offerOf(tripAnswer(R1), request).premium.periodMonths).toBe(3);
  });

  it.each([
    ['BL-111', 'APPETITE'],
    ['BL-112', 'AGE'],
  ])('is DECLINED for %s, category %s', (code, category) => {
    const answer = enveloped('PersPkgPolicyQuoteInqRs', rejectedFor(code, 'No'));
    const decline = { code, category, source: 'PARTNER' };
    expect(replyTo(answer, travelRequestFor('r1'))).toMatchObject({ status: 'DECLINED', declines: [decline] });
  });
});
