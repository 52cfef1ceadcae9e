import { partnerReply } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { travelRequestFor } from '../../../../testing/canonical-requests.js';
import { R1, R2, R4, RESULTS } from '../../testing/worked-answers.js';
import { fromFizzbuzz } from './from-fizzbuzz.js';

type Name = Parameters<typeof travelRequestFor>[0];
type Changes = Parameters<typeof travelRequestFor>[1];

function answered(result: unknown, name: Name, changes?: Changes) {
  const newStamp = () => ({ offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' });
  const reply = partnerReply.parse(fromFizzbuzz(result, travelRequestFor(name, changes), newStamp));
  if (reply.outcome !== 'ANSWERED') throw new Error('no answer');
  return reply;
}

describe('the plans of Fizzbuzz for a trip as ours', () => {
  it('are, for R1, three firm offers, the first with everything as it was asked', () => {
    const { status, offers } = answered(RESULTS.r1, 'r1');
    expect(status).toBe('QUOTED');
    expect(offers).toHaveLength(3);
    expect(offers[0]).toEqual({
      offerId: 'off_1',
      partnerQuoteRef: 'FZS-0008-SILVER',
      planCode: 'SILVER',
      planName: 'Travel Silver',
      quality: 'FIRM',
      bindable: true,
      referralReasons: [],
      receivedAt: '2026-11-23T10:00:00.233Z',
      validUntil: '2026-11-26T10:00:00.000Z',
      validitySource: 'PARTNER',
      premium: {
        currency: 'INR',
        components: [
          { kind: 'TRAVELLER', partnerCode: 'TRAVELLER_1', amountMinor: 21000 },
          { kind: 'TRAVELLER', partnerCode: 'TRAVELLER_2', amountMinor: 21000 },
          { kind: 'TRAVELLER', partnerCode: 'TRAVELLER_3', amountMinor: 12600 },
          { kind: 'DISCOUNT', partnerCode: 'FAMILY', amountMinor: -4368 },
        ],
        netMinor: 50232,
        taxes: [{ scheme: 'GST', rateBp: 1800, amountMinor: 9042 }],
        untaxedFeesMinor: 2500,
        roundingMinor: 26,
        totalMinor: 61800,
        periodMonths: 1,
        instalments: [],
      },
      cover: { medicalLimit: { amountMinor: 5_000_000, currency: 'USD' }, options: [] },
      adjustments: [],
      documents: [],
    });
  });

  /** rating.md §9. */
  it.each([
    ['r1', RESULTS.r1, R1, 1],
    ['r2', RESULTS.r2, R2, 1],
    ['r4', RESULTS.r4, R4, 12],
  ] as const)('have every amount of %s', (name, result, priced, periodMonths) => {
    expect(answered(result, name).offers).toMatchObject(
      priced.map(({ plan, lines, net, rounding, total, limit }) => ({
        planCode: plan,
        premium: {
          components: Object.values(lines).map((amountMinor) => ({ amountMinor })),
          netMinor: net,
          roundingMinor: rounding,
          totalMinor: total,
          periodMonths,
        },
        cover: { medicalLimit: { amountMinor: limit, currency: 'USD' } },
      })),
    );
  });

  it('are declined one by one, for R4 the smallest because of a condition', () => {
    expect(answered(RESULTS.r4, 'r4').declines).toMatchObject([
      { code: 'FZ-D13', category: 'HEALTH', planCode: 'SILVER' },
    ]);
  });

  it('carry an adjustment each where their limit differs from the one asked (R2: 100,000)', () => {
    const { offers } = answered(RESULTS.r2, 'r2');
    expect(offers.map(({ adjustments }) => adjustments)).toMatchObject([
      [{ field: 'medicalLimit', requested: { amountMinor: 10_000_000 }, applied: { amountMinor: 5_000_000 } }],
      [],
      [{ field: 'medicalLimit', requested: { amountMinor: 10_000_000 }, applied: { amountMinor: 50_000_000 } }],
    ]);
  });

  it('leave every option out, with an adjustment each', () => {
    const [offer] = answered(RESULTS.r1, 'r1', { options: ['ADVENTURE_SPORTS', 'BAGGAGE'] }).offers;
    expect(offer?.cover).toMatchObject({
      options: [
        { code: 'ADVENTURE_SPORTS', state: 'LEFT_OUT' },
        { code: 'BAGGAGE', state: 'LEFT_OUT' },
      ],
    });
    expect(offer?.adjustments).toMatchObject([{ requested: 'ADVENTURE_SPORTS' }, { requested: 'BAGGAGE' }]);
  });
});
