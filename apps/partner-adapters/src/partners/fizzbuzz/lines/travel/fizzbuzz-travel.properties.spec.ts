import { addDays } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someAmounts } from '../../../../testing/arbitrary-requests.js';
import { travelRequestFor } from '../../../../testing/canonical-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { offered, quoteSet } from '../../testing/worked-answers.js';
import { fromFizzbuzz } from './from-fizzbuzz.js';
import { toFizzbuzz } from './to-fizzbuzz.js';

const newStamp = () => ({ offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' });

const traveller = fc.record({
  dateOfBirth: fc.integer({ min: 0, max: 25_000 }).map((days) => addDays('1950-01-01', days)),
  preExisting: fc.boolean(),
  relation: fc.constantFrom('SELF' as const, 'CHILD' as const, 'OTHER' as const),
});

const anyTrip = fc
  .record({
    tripType: fc.constantFrom('SINGLE' as const, 'ANNUAL_MULTI' as const),
    returnDate: fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-12-20', days)),
    destinations: fc.uniqueArray(fc.constantFrom('TH', 'SG', 'FR', 'US', 'IN'), { minLength: 1 }),
    travellers: fc.array(traveller, { minLength: 1, maxLength: 10 }),
    medicalLimit: fc.record({
      amountMinor: fc.integer({ min: 1, max: 60_000_000 }),
      currency: fc.constantFrom('USD', 'EUR'),
    }),
    options: fc.subarray(['ADVENTURE_SPORTS' as const, 'CANCELLATION' as const, 'BAGGAGE' as const]),
  })
  .map((answers) => travelRequestFor('r1', answers));

describe('any trip at Fizzbuzz', () => {
  it('is asked for with every traveller in their order, or not at all', () => {
    fc.assert(
      fc.property(anyTrip, (request) => {
        const { destinations, medicalLimit, travellers } = request.risk;
        const isSold = medicalLimit.currency === 'USD' && medicalLimit.amountMinor <= 50_000_000;
        const asked = toFizzbuzz(request);
        expect(asked.ok).toBe(isSold && !destinations.includes('IN'));
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED';
        expect(asked.value.travellers.map(({ no, ped }) => [no, ped])).toEqual(
          travellers.map(({ preExisting }, index) => [index + 1, preExisting]),
        );
        return asked.value.travellers.every(({ born }, index) => born === travellers[index]?.dateOfBirth);
      }),
    );
  });

  it('gets offers with the amounts to the paisa, and an adjustment for each thing that differs', () => {
    const limit = fc.constantFrom(5_000_000, 10_000_000, 50_000_000);
    fc.assert(
      fc.property(anyTrip, someAmounts, limit, (request, amounts, minor) => {
        const { medicalLimit, options } = request.risk;
        const net = amounts.reduce((sum, amount) => sum + amount, 0);
        const lines = Object.fromEntries(amounts.map((amount, index) => [`TRAVELLER_${index + 1}`, amount]));
        const priced = { plan: 'GOLD', limit: minor, lines, net, tax: 0, rounding: 0, total: net + 2_500 };
        const offer = soundOffer(fromFizzbuzz(quoteSet(offered(priced)), request, newStamp));
        expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
        const isOtherLimit = medicalLimit.currency !== 'USD' || medicalLimit.amountMinor !== minor;
        return offer.adjustments.length === options.length + (isOtherLimit ? 1 : 0);
      }),
    );
  });
});
