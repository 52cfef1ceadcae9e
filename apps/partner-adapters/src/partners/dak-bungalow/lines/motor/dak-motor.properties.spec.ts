import { formatRupees } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRequest, someAmounts } from '../../../../testing/arbitrary-requests.js';
import { accountsForEveryWish, soundOffer } from '../../../../testing/reply-rules.js';
import { answerFrom } from '../../testing/readings.js';
import { priced } from '../../testing/worked-answers.js';
import { fromDakBungalow } from './from-dak-bungalow.js';
import { toDakBungalow } from './to-dak-bungalow.js';
import { dakAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };
const ITEMS = ['AGE LOADING', 'OD DISCOUNT', 'NCB', 'NIL DEP', 'RSA', 'BASIC TP', 'PA OWNER DRIVER'];

const printed = (minor: number): string => formatRupees(Math.abs(minor)).slice(1) + (minor < 0 ? '-' : '');

describe('any vehicle at Dak Bungalow', () => {
  it('is declined by the platform, or asked with four padded fields for its plate', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const asked = toDakBungalow(request);
        if (!asked.ok) return asked.error.category === 'UNSUPPORTED' && asked.error.source === 'PLATFORM';
        const { txn_ref, regn1, regn2, regn4 } = asked.value;
        expect(txn_ref).toMatch(/^[A-Za-z0-9]{20}$/);
        return regn1 === 'NEW' || (/^\d{2}$/.test(regn2) && /^\d{4}$/.test(regn4));
      }),
    );
  });

  it('gets an offer with the amounts to the paisa, in which every wish is accounted for', () => {
    fc.assert(
      fc.property(anyRequest, someAmounts, fc.shuffledSubarray(ITEMS), (request, amounts, items) => {
        const asked = toDakBungalow(request);
        fc.pre(asked.ok);
        if (!asked.ok) return false;
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const body = priced({
          idv: '4,71,000.00',
          items: amounts.map((amount, index) => [items[index] ?? 'BASIC OD', printed(amount)]),
          net: printed(total),
          gst: '0.00',
          total: printed(total),
        });
        const answer = answerFrom(body, dakAnswerTo(asked.value));
        const offer = soundOffer(fromDakBungalow(answer, request, stamp));
        expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
        return offer.premium.totalMinor === total && accountsForEveryWish(offer, request);
      }),
    );
  });
});
