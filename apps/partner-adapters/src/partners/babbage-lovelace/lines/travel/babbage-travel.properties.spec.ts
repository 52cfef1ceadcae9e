import { addDays } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someAmounts } from '../../../../testing/arbitrary-requests.js';
import { travelRequestFor } from '../../../../testing/canonical-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { answerFrom } from '../../testing/readings.js';
import { tripAnswer } from '../../testing/worked-answers.js';
import { fromBabbageLovelace } from './from-babbage-lovelace.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';
import { babbageTravelQuote } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

const anyTrip = fc
  .record({
    tripType: fc.constantFrom('SINGLE' as const, 'ANNUAL_MULTI' as const),
    returnDate: fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-12-20', days)),
    destinations: fc.uniqueArray(fc.constantFrom('TH', 'SG', 'FR', 'US', 'IN'), { minLength: 1 }),
    medicalLimit: fc.record({
      amountMinor: fc.integer({ min: 1, max: 30_000_000 }),
      currency: fc.constantFrom('USD', 'EUR'),
    }),
    options: fc.subarray(['ADVENTURE_SPORTS' as const, 'CANCELLATION' as const, 'BAGGAGE' as const]),
  })
  .map((answers) => travelRequestFor('r1', answers));

describe('any trip at Babbage & Lovelace', () => {
  it('is declined by the platform, or gets an offer to the paisa with an adjustment for each thing that differs', () => {
    fc.assert(
      fc.property(anyTrip, someAmounts, (request, amounts) => {
        const { medicalLimit, options } = request.risk;
        const asked = toBabbageLovelace(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED' && asked.error.source === 'PLATFORM';
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const coverages = Object.fromEntries(amounts.map((amount, index) => [`TRAVELLER_${index + 1}`, amount]));
        const body = tripAnswer({ coverages, net: total, tax: 0, rounding: 0, total });
        const answer = answerFrom(body, asked.value, babbageTravelQuote);
        const offer = soundOffer(fromBabbageLovelace(answer, asked.value, request, stamp));
        expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
        expect(asked.value.medicalLimitMinor).toBeGreaterThanOrEqual(medicalLimit.amountMinor);
        const isOtherLimit = asked.value.medicalLimitMinor !== medicalLimit.amountMinor;
        return offer.adjustments.length === options.length + Number(isOtherLimit);
      }),
    );
  });
});
