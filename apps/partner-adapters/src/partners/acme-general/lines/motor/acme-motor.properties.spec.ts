import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRequest, someAmounts } from '../../../../testing/arbitrary-requests.js';
import { accountsForEveryWish, soundOffer } from '../../../../testing/reply-rules.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { toAcmeGeneral } from './to-acme-general.js';
import { acmeAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };
const ADD_ON_LINES = ['ADDON_ZD', 'ADDON_RSA', 'ADDON_EP', 'ADDON_RTI', 'ADDON_CON', 'PA_OWNER_DRIVER'];

/** Some of A's lines with some amounts, in an answer whose sums hold. */
const anyPremium = fc.tuple(fc.shuffledSubarray(ADD_ON_LINES), someAmounts).map(([codes, amounts]) => {
  const lines = amounts.map((amount, index) => ({ code: codes[index] ?? 'OD_BASIC', amount }));
  const net = amounts.reduce((sum, amount) => sum + amount, 0);
  return { currency: 'INR', lines, net, taxes: [], total: net };
});

describe('any vehicle at Acme General', () => {
  it('is asked in known codes, or declined by the platform', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const asked = toAcmeGeneral(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED' && asked.error.source === 'PLATFORM';
        const { vehicle, noClaim, expiringPolicy, addOns } = asked.value.proposal;
        expect(vehicle.registrationNumber?.replaceAll('-', '') ?? null).toBe(request.risk.registrationNumber);
        expect(vehicle.rto.replace('-', '')).toBe(request.risk.rtoCode);
        expect(noClaim === null).toBe(expiringPolicy === null);
        return addOns.every((code) => ['ZD', 'RSA', 'EP', 'RTI', 'CON'].includes(code));
      }),
    );
  });

  it('gets an offer whose sums hold and in which every wish is accounted for', () => {
    fc.assert(
      fc.property(anyRequest, anyPremium, (request, premium) => {
        const asked = toAcmeGeneral(request);
        fc.pre(asked.ok);
        if (!asked.ok) return false;
        const answer = acmeAnswerTo(asked.value).parse({
          quoteId: 'AGQ-1',
          partnerReference: request.requestId,
          decision: 'ACCEPTED',
          bindable: true,
          validUntil: '2026-12-08T10:00:00Z',
          reasons: [],
          premium,
          insuredValue: { minimum: 1, maximum: 3, applied: 2 },
          deductible: { compulsory: 100_000, voluntary: 0 },
          unavailableAddOns: [],
        });
        const offer = soundOffer(fromAcmeGeneral(answer, request, stamp));
        return offer.premium.totalMinor === premium.total && accountsForEveryWish(offer, request);
      }),
    );
  });
});
