import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRequest, someAmounts } from '../../../../testing/arbitrary-requests.js';
import { accountsForEveryWish, soundOffer } from '../../../../testing/reply-rules.js';
import { answerFrom } from '../../testing/readings.js';
import { carAnswer } from '../../testing/worked-answers.js';
import { fromBabbageLovelace } from './from-babbage-lovelace.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';
import { babbageQuoteOf } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };
const CODES = ['OD', 'NCB', 'ZDEP', 'RSA', 'ENGP', 'RTI', 'CONS', 'TP', 'PAOD', 'FEE'];

/** Some of B's coverages with some amounts, in an answer whose sums hold. */
const anyPrice = fc.tuple(fc.shuffledSubarray(CODES, { minLength: 10 }), someAmounts).map(([codes, amounts]) => {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const coverages = Object.fromEntries(amounts.map((amount, index) => [codes[index] ?? 'OD', amount]));
  return { coverages, net: total, tax: 0, rounding: 0, total, idv: 1, compulsory: 0 };
});

describe('any car at Babbage & Lovelace', () => {
  it('is declined by the platform, or gets an offer to the paisa in which every wish is accounted for', () => {
    fc.assert(
      fc.property(anyRequest, anyPrice, (request, price) => {
        const asked = toBabbageLovelace(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED' && asked.error.source === 'PLATFORM';
        const answer = answerFrom(carAnswer(price), asked.value, babbageQuoteOf(asked.value));
        const offer = soundOffer(fromBabbageLovelace(answer, request, stamp));
        const { components, totalMinor } = offer.premium;
        expect(components.map(({ amountMinor }) => amountMinor)).toEqual(Object.values(price.coverages));
        return totalMinor === price.total && accountsForEveryWish(offer, request);
      }),
      { numRuns: 60 },
    );
  });
});
