import { describe, expect, it } from '@jest/globals';
import { type Premium, premiumFaults } from './premium.js';

const premium: Premium = {
  currency: 'INR',
  components: [
    { kind: 'OWN_DAMAGE', partnerCode: 'OD', amountMinor: 1_300_000 },
    { kind: 'DISCOUNT', partnerCode: 'D', amountMinor: -300_000 },
  ],
  netMinor: 1_000_000,
  taxes: [{ scheme: 'GST', rateBp: 1800, amountMinor: 180_000 }],
  untaxedFeesMinor: 2_500,
  roundingMinor: 75,
  totalMinor: 1_182_575,
  periodMonths: 12,
  instalments: [],
};

describe('the sums of a premium', () => {
  it('hold for a premium that adds up', () => {
    expect(premiumFaults(premium)).toEqual([]);
  });

  it.each<[string, Partial<Premium>]>([
    ['components that are not the net', { components: premium.components.slice(1) }],
    ['a total that is only the net', { totalMinor: 1_000_000 }],
    ['rounding of a rupee', { roundingMinor: 100, totalMinor: 1_182_600 }],
    [
      'nothing to pay',
      { components: [], netMinor: 0, taxes: [], untaxedFeesMinor: 0, roundingMinor: 0, totalMinor: 0 },
    ],
    ['instalments of another sum', { instalments: [{ count: 12, amountMinor: 100_000, firstDue: '2026-12-01' }] }],
  ])('refuse %s', (_, change) => {
    expect(premiumFaults({ ...premium, ...change })).not.toEqual([]);
  });
});
