import { decimalFromMinor } from '@app/domain';
import { parseExactNumbers } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTermLifeRequest } from '../../../../testing/arbitrary-persons.js';
import { someAmounts } from '../../../../testing/arbitrary-requests.js';
import { accountsForEveryRider, soundOffer } from '../../../../testing/reply-rules.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { cogwheelAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

describe('any life at Cogwheel Direct', () => {
  it('is asked for as it is, or not at all', () => {
    fc.assert(
      fc.property(anyTermLifeRequest, (request) => {
        const asked = toCogwheelDirect(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED';
        const { sum_assured, term_years, pay_mode } = asked.value;
        expect(sum_assured * 100).toBe(request.risk.sumAssuredMinor);
        expect(term_years).toBe(request.risk.premiumPaymentTermYears);
        return pay_mode.toUpperCase() === request.risk.frequency;
      }),
    );
  });

  it('gets an offer with the amounts to the paisa, whose sums hold whatever paying monthly costs', () => {
    const paise = fc.integer({ min: -49, max: 49 });
    fc.assert(
      fc.property(
        anyTermLifeRequest,
        someAmounts,
        paise,
        fc.integer({ min: 1 }),
        (request, amounts, off, instalment) => {
          const asked = toCogwheelDirect(request);
          fc.pre(asked.ok);
          if (!asked.ok) return false;
          const { pay_mode, sum_assured } = asked.value;
          const net = amounts.reduce((sum, amount) => sum + amount, 0);
          const payable = pay_mode === 'annual' ? net + off : 12 * instalment;
          const lines = amounts.map((amount) => `{"k":"base","amt":${decimalFromMinor(amount)}}`);
          const body = `{"status":"OK","request_ref":"${request.requestId}","quote":{"quote_no":"C1","firm":"Y",
          "valid_till":"30/11/2026 15:30","sum_assured":${sum_assured},"lines":[${lines}],
          "net":${decimalFromMinor(net)},"tax":[],"premium_annual":${decimalFromMinor(net + off)},
          "instalment":{"mode":"monthly","count":12,"amt":${decimalFromMinor(instalment)}},
          "premium":${decimalFromMinor(payable)}}}`;
          const answer = cogwheelAnswerTo(asked.value).parse(parseExactNumbers(body));
          const offer = soundOffer(fromCogwheelDirect(answer, request, stamp));
          expect(offer.premium.components.slice(0, amounts.length).map(({ amountMinor }) => amountMinor)).toEqual(
            amounts,
          );
          return offer.premium.totalMinor === payable && accountsForEveryRider(offer, request.risk.riders);
        },
      ),
    );
  });
});
