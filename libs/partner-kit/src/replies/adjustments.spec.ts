import { describe, expect, it } from '@jest/globals';
import { adjusted, leftOut, nextHigher } from './adjustments.js';

describe('adjustments of any offer', () => {
  it('has an entry only for what was priced at another value than asked', () => {
    expect(adjusted('deductibleMinor', 0, 0, 'not sold')).toEqual([]);
    expect(adjusted('deductibleMinor', 2_500_000, 0, 'not sold')).toEqual([
      { field: 'deductibleMinor', requested: 2_500_000, applied: 0, reason: 'not sold' },
    ]);
  });

  it.each([
    [1, 3],
    [3, 3],
    [4, 5],
    [25, 25],
    [26, undefined],
  ])('prices %p at %p of a list, the next higher one', (wanted, applied) => {
    expect(nextHigher([5, 3, 25], wanted)).toBe(applied);
  });

  it('has one entry for each wish that is left out', () => {
    expect(leftOut('riders', ['CRITICAL_ILLNESS'], 'not sold by this insurer')).toEqual({
      items: [{ code: 'CRITICAL_ILLNESS', state: 'LEFT_OUT' }],
      adjustments: [
        { field: 'riders', requested: 'CRITICAL_ILLNESS', applied: null, reason: 'not sold by this insurer' },
      ],
    });
  });
});
