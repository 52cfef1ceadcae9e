import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyHealthRequest } from '../../../../testing/arbitrary-persons.js';
import { someAmounts } from '../../../../testing/arbitrary-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { toAcmeGeneral } from './to-acme-general.js';
import { acmeAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };
const CODES = ['BASE', 'PED_LOADING', 'TOBACCO_LOADING', 'ZONE_DISCOUNT', 'TENURE_EXTENSION', 'LONG_TERM_DISCOUNT'];

describe('any family at Acme General', () => {
  it('is asked for with nobody missing and no lower sum, or not at all', () => {
    fc.assert(
      fc.property(anyHealthRequest, (request) => {
        const asked = toAcmeGeneral(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED';
        const { members, sumInsured } = asked.value.proposal;
        expect(members.map(({ preExisting }) => preExisting)).toEqual(
          request.risk.members.map(({ preExisting }) => preExisting),
        );
        return members.length <= 6 && sumInsured >= request.risk.sumInsuredMinor;
      }),
    );
  });

  it('gets an offer with the amounts to the paisa, and one adjustment for each fact priced otherwise', () => {
    fc.assert(
      fc.property(anyHealthRequest, someAmounts, (request, amounts) => {
        const asked = toAcmeGeneral(request);
        fc.pre(asked.ok);
        if (!asked.ok) return false;
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const lines = amounts.map((amount, index) => ({ code: CODES[index % CODES.length], amount }));
        const answer = acmeAnswerTo(asked.value).parse({
          quoteId: 'AGQ-1',
          partnerReference: request.requestId,
          decision: 'ACCEPTED',
          bindable: true,
          validUntil: '2026-12-08T10:00:00Z',
          reasons: [],
          premium: { currency: 'INR', lines, net: total, taxes: [], total },
        });
        const offer = soundOffer(fromAcmeGeneral(answer, asked.value, request, stamp));
        expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
        const { sumInsuredMinor, deductibleMinor, portability } = request.risk;
        const otherwise = [
          asked.value.proposal.sumInsured !== sumInsuredMinor && 'sumInsuredMinor',
          deductibleMinor !== 0 && 'deductibleMinor',
          portability !== null && 'portability',
        ].filter((field) => field !== false);
        expect(offer.adjustments.map(({ field }) => field)).toEqual(otherwise);
        return offer.premium.totalMinor === total;
      }),
    );
  });
});
