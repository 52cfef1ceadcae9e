import { decimalFromMinor } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { anyTermRequest } from '../../testing/arbitrary-persons.js';
import { resultOf } from '../../testing/worked-answers.js';
import { fromEleventhHour } from './from-eleventh-hour.js';
import { toEleventhHour } from './to-eleventh-hour.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

const PAYMENTS = { ANNUAL: 1, HALF_YEARLY: 2, QUARTERLY: 4, MONTHLY: 12 };

describe('any life at Eleventh Hour', () => {
  it('is asked for in whole rupees, if premiums are paid over the whole term', () => {
    fc.assert(
      fc.property(anyTermRequest, (request) => {
        const { premiumPaymentTermYears, policyTermYears, sumAssuredMinor, annualIncomeMinor = 0 } = request.risk;
        const asked = toEleventhHour(request);
        if (!asked.ok) return premiumPaymentTermYears !== policyTermYears;
        const { sumAssured, annualIncome } = asked.value.term;
        expect(Number(annualIncome)).toBe(Math.floor(annualIncomeMinor / 100));
        return BigInt(sumAssured) * 100n === BigInt(sumAssuredMinor);
      }),
    );
  });

  it('gets an offer whose sums hold at every frequency, whatever paying in parts costs', () => {
    const anAmount = fc.integer({ min: 1, max: 50_000_000 });
    fc.assert(
      fc.property(anyTermRequest, anAmount, anAmount, (request, instalment, yearly) => {
        const count = PAYMENTS[request.risk.frequency];
        const total = count * instalment;
        const base = count === 1 ? total : yearly;
        const result = resultOf({
          lines: { BASE: decimalFromMinor(base) },
          total: decimalFromMinor(total),
          instalments: { count, amount: decimalFromMinor(instalment), firstDue: 'ON_ISSUE' },
        });
        const { premium, adjustments } = soundOffer(fromEleventhHour(result, request, stamp));
        expect(adjustments).toHaveLength(request.risk.riders.length);
        expect(premium.instalments).toHaveLength(count === 1 ? 0 : 1);
        return premium.totalMinor === total && premium.components[0]?.amountMinor === base;
      }),
    );
  });
});
