import { describe, expect, it } from '@jest/globals';
import { healthRequestFor } from '../../../../testing/canonical-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { acceptedHealth, H1, H2, H3 } from '../../testing/worked-health.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { toAcmeGeneral } from './to-acme-general.js';
import { acmeAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

function replyTo(answer: object, request: ReturnType<typeof healthRequestFor>) {
  const question = toAcmeGeneral(request);
  if (!question.ok) throw new Error('not asked');
  return fromAcmeGeneral(acmeAnswerTo(question.value).parse(answer), question.value, request, stamp);
}

const offerOf = (...asked: Parameters<typeof replyTo>) => soundOffer(replyTo(...asked));

describe('an answer of Acme General for a family as ours', () => {
  /** rating.md §9. */
  it.each([
    ['h1', H1, 'BASE', 12],
    ['h2', H2, 'BASE DISCOUNT LOADING LOADING', 12],
    ['h3', H3, 'BASE LOADING BASE DISCOUNT', 24],
  ] as const)('has every component and the total of %s, untaxed', (name, priced, kinds, periodMonths) => {
    const { premium } = offerOf(acceptedHealth(priced), healthRequestFor(name));
    const components = premium.components.map(({ partnerCode, amountMinor }) => [partnerCode, amountMinor]);
    expect(components).toEqual(Object.entries(priced.lines));
    expect(premium.components.map(({ kind }) => kind).join(' ')).toBe(kinds);
    expect(premium).toMatchObject({ netMinor: priced.total, totalMinor: priced.total, periodMonths, instalments: [] });
    expect(premium.taxes).toEqual([{ scheme: 'GST', rateBp: 0, amountMinor: 0 }]);
  });

  it('covers what was asked for, without an adjustment (H3)', () => {
    expect(offerOf(acceptedHealth(H3), healthRequestFor('h3'))).toMatchObject({
      planCode: 'INDIVIDUAL',
      planName: 'Individual Health',
      cover: { sumInsuredMinor: 50_000_000, deductibleMinor: 0, basis: 'INDIVIDUAL', tenureYears: 2 },
      adjustments: [],
    });
  });

  it('shows the next higher sum insured, and the deductible that A does not sell (H4)', () => {
    const { cover, adjustments } = offerOf(acceptedHealth(H1), healthRequestFor('h4'));
    expect(cover).toMatchObject({ sumInsuredMinor: 250_000_000, deductibleMinor: 0 });
    expect(adjustments).toMatchObject([
      { field: 'sumInsuredMinor', requested: 150_000_000, applied: 250_000_000 },
      { field: 'deductibleMinor', requested: 5_000_000, applied: 0 },
    ]);
  });

  it('shows that waiting served elsewhere is not credited', () => {
    const portability = { previousInsurer: 'Other', continuousSince: '2022-04-01' };
    const { adjustments } = offerOf(acceptedHealth(H1), healthRequestFor('h1', { portability }));
    expect(adjustments).toMatchObject([{ field: 'portability', requested: portability, applied: null }]);
  });

  it('is REFERRED with its reasons while a medical test is due', () => {
    const reasons = [{ code: 'AG-R11', message: 'Medical test' }];
    const referral = { ...acceptedHealth(H1), decision: 'REFERRED', bindable: false, reasons };
    expect(replyTo(referral, healthRequestFor('h1'))).toMatchObject({
      status: 'REFERRED',
      offers: [{ bindable: false, quality: 'INDICATIVE', referralReasons: reasons }],
    });
  });

  it.each([
    ['AG-D11', 'AGE'],
    ['AG-D12', 'HEALTH'],
    ['AG-D99', 'OTHER'],
  ])('is DECLINED for %s, of category %s', (code, category) => {
    const { premium: _, ...rest } = acceptedHealth(H1);
    const decline = { ...rest, decision: 'DECLINED', bindable: false, reasons: [{ code, message: 'No' }] };
    expect(replyTo(decline, healthRequestFor('h1'))).toMatchObject({
      status: 'DECLINED',
      declines: [{ code, source: 'PARTNER', category }],
    });
  });

  it.each([
    ['answers another request', { partnerReference: 'somebody-else' }],
    ['has a line that nobody knows', { premium: { ...acceptedHealth(H1).premium, lines: [{ code: 'X', amount: 1 }] } }],
    ['has another currency', { premium: { ...acceptedHealth(H1).premium, currency: 'USD' } }],
  ])('is nothing that %s', (_what, fault) => {
    expect(() => replyTo({ ...acceptedHealth(H1), ...fault }, healthRequestFor('h1'))).toThrow();
  });
});
