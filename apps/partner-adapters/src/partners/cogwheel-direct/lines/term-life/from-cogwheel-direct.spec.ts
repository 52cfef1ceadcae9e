import { parseExactNumbers } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import { termLifeRequestFor } from '../../../../testing/canonical-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { L1, L2, L3, printedTerm, referredTerm } from '../../testing/worked-term-life.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { cogwheelAnswerTo } from './wire.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };

function replyTo(body: string, request: ReturnType<typeof termLifeRequestFor>) {
  const question = toCogwheelDirect(request);
  if (!question.ok) throw new Error('not asked');
  return fromCogwheelDirect(cogwheelAnswerTo(question.value).parse(parseExactNumbers(body)), request, stamp);
}

const offerOf = (...asked: Parameters<typeof replyTo>) => soundOffer(replyTo(...asked));

describe('an answer of Cogwheel Direct for a life as ours', () => {
  /** rating.md §9, in paise. */
  it.each([
    ['l1', L1, [1296048, -103684], 'BASE DISCOUNT', 1192364, 36, 1192400],
    ['l2', L2, [1313762, 73438], 'BASE LOADING', 1387200, 0, 1387200],
    ['l3', L3, [6364770, -700125], 'BASE DISCOUNT', 5664645, -45, 5664600],
  ] as const)('adds up for %s, whose sums C leaves open', (name, priced, amounts, kinds, net, rounding, total) => {
    const { premium } = offerOf(printedTerm(priced), termLifeRequestFor(name));
    expect(premium.components.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
    expect(premium.components.map(({ kind }) => kind).join(' ')).toBe(kinds);
    expect(premium).toMatchObject({ netMinor: net, taxes: [], roundingMinor: rounding, totalMinor: total });
    expect(premium).toMatchObject({ periodMonths: 12, instalments: [] });
  });

  it('is the price of the first year when it is paid monthly (L2)', () => {
    const { premium } = offerOf(printedTerm(L2), termLifeRequestFor('l2'));
    expect(premium.components.at(-1)).toEqual({ kind: 'LOADING', partnerCode: 'instalment', amountMinor: 73438 });
  });

  it('covers what was asked for, its riders left out with an adjustment each', () => {
    const request = termLifeRequestFor('l1', { riders: ['CRITICAL_ILLNESS', 'WAIVER_OF_PREMIUM'] });
    const { cover, adjustments } = offerOf(printedTerm(L1), request);
    expect(cover).toEqual({
      sumAssuredMinor: 1_000_000_000,
      policyTermYears: 30,
      premiumPaymentTermYears: 30,
      riders: [
        { code: 'CRITICAL_ILLNESS', state: 'LEFT_OUT' },
        { code: 'WAIVER_OF_PREMIUM', state: 'LEFT_OUT' },
      ],
    });
    expect(adjustments).toMatchObject([
      { field: 'riders', requested: 'CRITICAL_ILLNESS', applied: null },
      { field: 'riders', requested: 'WAIVER_OF_PREMIUM', applied: null },
    ]);
  });

  it('is REFERRED, and no firm price, while an underwriter has to look (L3)', () => {
    expect(replyTo(referredTerm(L3), termLifeRequestFor('l3'))).toMatchObject({
      status: 'REFERRED',
      offers: [
        {
          bindable: false,
          quality: 'INDICATIVE',
          referralReasons: [{ code: 'C-RF-02' }],
          premium: { totalMinor: 5664600 },
        },
      ],
    });
  });

  it.each([
    ['C-UW-31', 'AGE'],
    ['C-UW-32', 'AGE'],
    ['C-UW-99', 'OTHER'],
  ])('is DECLINED for %s, of category %s', (code, category) => {
    const request = termLifeRequestFor('l1');
    const decline = `{"status":"NO_QUOTE","request_ref":"${request.requestId}","decline":{"code":"${code}","text":"No"}}`;
    expect(replyTo(decline, request)).toMatchObject({ status: 'DECLINED', declines: [{ code, category }] });
  });

  it.each([
    ['answers another request', '"request_ref":"', '"request_ref":"other-'],
    ['insures another sum', '"sum_assured":10000000', '"sum_assured":1000000'],
    ['rounds a year by a rupee', '"premium_annual":11924', '"premium_annual":11925'],
    ['asks for another sum than it says', '"premium":11924', '"premium":11925'],
    ['has no instalment', '"amt":1049', '"amount":1049'],
    ['has a line that nobody knows', '"k":"base"', '"k":"surprise"'],
    ['has rupees as text', '"net":11923.64', '"net":"11923.64"'],
  ])('is nothing that %s', (_what, right, wrong) => {
    const body = printedTerm(L1);
    expect(body).toContain(right);
    expect(() => replyTo(body.replace(right, wrong), termLifeRequestFor('l1'))).toThrow();
  });
});
