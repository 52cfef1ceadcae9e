import { decimalFromMinor } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someAmounts } from '../../../../testing/arbitrary-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { anyHealthRequest } from '../../testing/arbitrary-persons.js';
import { resultOf } from '../../testing/worked-answers.js';
import { fromEleventhHour } from './from-eleventh-hour.js';
import { toEleventhHour } from './to-eleventh-hour.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

const SUMS = ['500000', '1000000', '1500000', '2000000', '5000000', '10000000'];

describe('any persons at Eleventh Hour', () => {
  it('are asked for with a sum on its list, never lower than wished, each with a reference of their own', () => {
    fc.assert(
      fc.property(anyHealthRequest, (request) => {
        const asked = toEleventhHour(request);
        const { members, sumInsuredMinor } = request.risk;
        const isUnknown = members.some(({ preExisting = [] }) => preExisting.includes('OTHER'));
        expect(asked.ok).toBe(!isUnknown && sumInsuredMinor <= 1_000_000_000);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED';
        const { sumInsured, persons } = asked.value.health;
        expect(SUMS).toContain(sumInsured);
        expect(new Set(persons.map(({ ref }) => ref)).size).toBe(members.length);
        return Number(sumInsured) * 100 >= sumInsuredMinor;
      }),
    );
  });

  it('get an offer with the amounts to the paisa, and an adjustment exactly for what differs', () => {
    fc.assert(
      fc.property(anyHealthRequest, someAmounts, (request, amounts) => {
        fc.pre(toEleventhHour(request).ok);
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const lines = amounts.map((amount, index) => [`MEMBER_${index + 1}`, decimalFromMinor(amount)]);
        const result = resultOf({ lines: Object.fromEntries(lines), total: decimalFromMinor(total) });
        const { premium, cover, adjustments } = soundOffer(fromEleventhHour(result, request, stamp));
        expect(premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
        const wished: Record<string, unknown> = { ...request.risk };
        const differing = Object.entries(cover).filter(([field, applied]) => wished[field] !== applied);
        expect(adjustments.map(({ field, applied }) => [field, applied])).toEqual(differing);
        return premium.totalMinor === total;
      }),
    );
  });
});
