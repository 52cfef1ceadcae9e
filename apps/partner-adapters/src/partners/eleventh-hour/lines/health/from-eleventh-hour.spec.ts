import { describe, expect, it } from '@jest/globals';
import { healthRequestFor } from '../../../../testing/canonical-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { H1, H2, H4, resultOf } from '../../testing/worked-answers.js';
import { fromEleventhHour } from './from-eleventh-hour.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };
const h1 = healthRequestFor('h1');
const { offer: printed } = resultOf(H1);

const replyTo = (result: unknown, request = h1) => fromEleventhHour(result, request, stamp);

describe('a health result of Eleventh Hour as ours', () => {
  it('is, for H1, a firm offer with every component in paise', () => {
    expect(replyTo(resultOf(H1))).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      declines: [],
      error: null,
      offers: [
        {
          offerId: 'off_1',
          partnerQuoteRef: 'eho_00000042',
          planCode: 'FLOATER',
          planName: 'Health Floater',
          quality: 'FIRM',
          bindable: true,
          referralReasons: [],
          receivedAt: '2026-11-23T10:00:00.233Z',
          validUntil: '2026-12-23T10:00:04.000Z',
          validitySource: 'PARTNER',
          premium: {
            currency: 'INR',
            components: [
              { kind: 'MEMBER', partnerCode: 'MEMBER_1', amountMinor: 890292 },
              { kind: 'MEMBER', partnerCode: 'MEMBER_2', amountMinor: 386395 },
              { kind: 'MEMBER', partnerCode: 'MEMBER_3', amountMinor: 241920 },
            ],
            netMinor: 1518607,
            taxes: [{ scheme: 'GST', rateBp: 0, amountMinor: 0 }],
            untaxedFeesMinor: 0,
            roundingMinor: 0,
            totalMinor: 1518607,
            periodMonths: 12,
            instalments: [],
          },
          cover: { sumInsuredMinor: 100_000_000, deductibleMinor: 0, basis: 'FLOATER', tenureYears: 1 },
          adjustments: [],
          documents: [],
        },
      ],
    });
  });

  /** rating.md §9, in paise. */
  it.each([
    ['h1', H1, [890292, 386395, 241920], 1518607],
    ['h2', H2, [1325701, 427606], 1753307],
    ['h4', H4, [1713629, 539949, 275940, 275940, -420819], 2384639],
  ] as const)('has every amount of %s', (name, priced, amounts, total) => {
    const offer = soundOffer(replyTo(resultOf(priced), healthRequestFor(name)));
    expect(offer.premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
    expect(offer.premium).toMatchObject({ netMinor: total, totalMinor: total });
  });

  it('shows a deductible rebate as a discount (H4)', () => {
    const { premium, cover } = soundOffer(replyTo(resultOf(H4), healthRequestFor('h4')));
    expect(premium.components.at(-1)).toMatchObject({ kind: 'DISCOUNT', amountMinor: -420819 });
    expect(cover).toMatchObject({ sumInsuredMinor: 150_000_000, deductibleMinor: 5_000_000 });
  });

  it('has one adjustment for each fact that was priced at another value', () => {
    const changes = { sumInsuredMinor: 60_000_000, deductibleMinor: 1_000_000, tenureYears: 3 };
    const offer = soundOffer(replyTo(resultOf(H1), healthRequestFor('h1', changes)));
    expect(offer.adjustments).toMatchObject([
      { field: 'sumInsuredMinor', requested: 60_000_000, applied: 100_000_000 },
      { field: 'deductibleMinor', requested: 1_000_000, applied: 2_500_000 },
      { field: 'tenureYears', requested: 3, applied: 1 },
    ]);
    expect(offer.cover).toMatchObject({ sumInsuredMinor: 100_000_000, deductibleMinor: 2_500_000, tenureYears: 1 });
  });

  it('is referred, and indicative, while an underwriter has to look at it', () => {
    expect(replyTo(resultOf(H1, { code: 'EH-R1', text: 'Age' }))).toMatchObject({
      status: 'REFERRED',
      offers: [{ quality: 'INDICATIVE', bindable: false, referralReasons: [{ code: 'EH-R1', message: 'Age' }] }],
    });
  });

  it.each([
    ['EH-D1', 'AGE'],
    ['EH-D2', 'HEALTH'],
    ['EH-D9', 'OTHER'],
    ['EH-D77', 'OTHER'],
  ])('is declined by %s for %s', (code, category) => {
    const result = { outcome: 'DECLINE', reasons: [{ code, text: 'No' }] };
    expect(replyTo(result)).toMatchObject({ status: 'DECLINED', declines: [{ code, category, source: 'PARTNER' }] });
  });

  it.each([
    ['EH-5001', false, 'PARTNER_INTERNAL'],
    ['EH-5002', true, 'UNAVAILABLE'],
    ['EH-5099', true, 'PROTOCOL'],
  ])('has failed with %s (retryable: %p) as %s', (code, retryable, category) => {
    const result = { outcome: 'ERROR', reasons: [], error: { code, retryable } };
    const isRepeated = retryable && category !== 'PROTOCOL';
    expect(replyTo(result)).toMatchObject({ outcome: 'FAILED', error: { category, retryable: isRepeated } });
  });

  it.each([
    ['an outcome that is not known', { outcome: 'MAYBE' }],
    ['an offer that says it does not bind', { outcome: 'OFFER', offer: { ...printed, binding: false } }],
    ['a decline without a reason', { outcome: 'DECLINE', reasons: [] }],
    ['an amount that is a number', { outcome: 'OFFER', offer: { ...printed, total: 15_186.07 } }],
    ['a fraction of a paisa', { outcome: 'OFFER', offer: { ...printed, total: '15186.071' } }],
    ['another currency', { outcome: 'OFFER', offer: { ...printed, currency: 'USD' } }],
    ['a line that is not known', { outcome: 'OFFER', offer: { ...printed, lines: [{ code: 'FEE', amount: '1.00' }] } }],
    ['an instant without a zone', { outcome: 'OFFER', offer: { ...printed, expiresAt: '2026-12-23T15:30:04' } }],
    ['nothing', undefined],
  ])('cannot be read with %s', (_what, result) => {
    expect(replyTo(result)).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: false } });
  });
});
