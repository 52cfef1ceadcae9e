import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimalFromMinor, formatRupees, minorFromDecimal } from './money.js';

describe('money', () => {
  it('loses no paisa on the way through decimal text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (minor) => {
        expect(minorFromDecimal(decimalFromMinor(minor))).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });

  it('reads what partners write', () => {
    expect(['3416', '12861.23', '-0.43', '0.5', '0'].map(minorFromDecimal)).toEqual([341600, 1286123, -43, 50, 0]);
  });

  it.each(['1,234.00', '1.234', '1e3', '', ' 1', '.5', 'NaN', '99999999999999999'])('refuses %p', (text) => {
    expect(minorFromDecimal(text)).toBeUndefined();
  });

  it('groups rupees the Indian way', () => {
    expect([1738161, 123456789012, 0, -43, 99999].map(formatRupees)).toEqual([
      '₹17,381.61',
      '₹1,23,45,67,890.12',
      '₹0.00',
      '-₹0.43',
      '₹999.99',
    ]);
  });
});
