import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRequest, someAmounts } from '../../../../testing/arbitrary-requests.js';
import { accountsForEveryWish, soundOffer } from '../../../../testing/reply-rules.js';
import { offered, quoteSet } from '../../testing/worked-answers.js';
import { fromFizzbuzz } from './from-fizzbuzz.js';
import { type CarRequest, toFizzbuzz } from './to-fizzbuzz.js';

const newStamp = () => ({ offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' });

// Any request here is one for a car.
const anyCar = anyRequest.map((request) => request as CarRequest);

describe('any car at Fizzbuzz', () => {
  it('is asked for with all plans, its facts as they are', () => {
    fc.assert(
      fc.property(anyCar, (request) => {
        const asked = toFizzbuzz(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED';
        const { registration, rto, ncbEntitledPct, plans, start } = asked.value;
        expect(rto.split('-').join('')).toBe(`IN${request.risk.rtoCode}`);
        expect([start, registration, ncbEntitledPct]).toEqual([
          request.risk.policyStartDate,
          request.risk.registrationNumber,
          request.risk.entitledNcbPercent,
        ]);
        return plans.length === 3;
      }),
    );
  });

  it('gets offers with the amounts to the paisa, in which every wish is accounted for', () => {
    const plan = fc.constantFrom('BASIC', 'PLUS', 'MAX');
    const rounding = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(anyCar, someAmounts, plan, rounding, fc.boolean(), (request, amounts, name, paise, withAccident) => {
        const net = amounts.reduce((sum, amount) => sum + amount, 0);
        const [first = 0, ...rest] = amounts;
        const priced = { plan: name, idv: 47_100_000, net, tax: 0, rounding: paise, total: net + 2_500 + paise };
        const answer = offered({ ...priced, lines: {} });
        const lines = [
          { code: withAccident ? 'PA' : 'OD', minor: first },
          ...rest.map((minor) => ({ code: 'OD', minor })),
        ];
        const offer = soundOffer(fromFizzbuzz(quoteSet({ ...answer, lines }), request, newStamp));
        expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
        return offer.premium.totalMinor === priced.total && accountsForEveryWish(offer, request);
      }),
    );
  });
});
