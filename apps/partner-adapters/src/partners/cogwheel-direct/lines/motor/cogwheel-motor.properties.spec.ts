import { decimalFromMinor } from '@app/domain';
import { parseExactNumbers } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRequest, someAmounts } from '../../../../testing/arbitrary-requests.js';
import { accountsForEveryWish, soundOffer } from '../../../../testing/reply-rules.js';
import { BUNDLES, isInBundles } from './cross-walk.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { cogwheelAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

describe('any vehicle at Cogwheel Direct', () => {
  it('is asked with the smallest bundle that holds the wishes, its dates turned round', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const asked = toCogwheelDirect(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED';
        const { bundle, class: vehicleClass, cover, start_date, vehicle } = asked.value;
        expect(start_date.split('/').reverse().join('-')).toBe(request.risk.policyStartDate);
        expect(vehicle.reg_no?.replaceAll(' ', '') ?? null).toBe(request.risk.registrationNumber);
        const wishes = cover === 'tp' ? [] : request.risk.addOns.filter(isInBundles);
        const fitting = BUNDLES.filter(({ addOns }) => wishes.every((wish) => addOns.includes(wish)));
        const tooLarge = vehicleClass === 'bike' && fitting[0]?.bundle === 'max';
        return bundle === (tooLarge ? 'smart' : fitting[0]?.bundle);
      }),
    );
  });

  it('gets an offer with the amounts to the paisa, in which every wish is accounted for', () => {
    const line = fc.constantFrom('bundle_smart', 'bundle_max', 'third_party', 'own_damage');
    fc.assert(
      fc.property(anyRequest, someAmounts, line, fc.boolean(), (request, amounts, first, withAccident) => {
        const asked = toCogwheelDirect(request);
        fc.pre(asked.ok);
        if (!asked.ok) return false;
        const keys = [first, ...(withAccident ? ['pa_owner'] : [])];
        const lines = amounts.map(
          (amount, n) => `{"k":"${keys[n] ?? 'own_damage'}","amt":${decimalFromMinor(amount)}}`,
        );
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const body = `{"status":"OK","request_ref":"${request.requestId}","quote":{"quote_no":"C1","firm":"Y",
          "valid_till":"30/11/2026 15:30","idv":504362,"lines":[${lines}],"net":${decimalFromMinor(total)},"tax":[],
          "premium":${decimalFromMinor(total)},"excess":{"compulsory":1000}}}`;
        const answer = cogwheelAnswerTo(asked.value).parse(parseExactNumbers(body));
        const offer = soundOffer(fromCogwheelDirect(answer, request, stamp));
        expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
        return offer.premium.totalMinor === total && accountsForEveryWish(offer, request);
      }),
    );
  });
});
