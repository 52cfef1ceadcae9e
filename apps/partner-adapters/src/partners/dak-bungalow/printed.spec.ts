import { formatRupees } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountFrom, dateText, printedDate } from './printed.js';

describe('what Dak Bungalow prints', () => {
  it.each([
    ['0.00', 0],
    ['0.00-', 0],
    ['125.00', 12_500],
    ['4,863.00-', -486_300],
    ['13,435.00', 1_343_500],
    ['1,02,345.00', 10_234_500],
    ['12,34,567.89', 123_456_789],
    ['1,00,00,000.00', 1_000_000_000],
  ])('has %s for %p paise', (text, minor) => {
    expect(amountFrom(text)).toBe(minor);
  });

  it.each([
    '',
    '1000.00',
    '100,000.00',
    '1,0,000.00',
    '01,000.00',
    '1,000',
    '1,000.0',
    '1,000.000',
    '-1,000.00',
    '1,000.00 ',
    '1.000,00',
    '₹1,000.00',
    '1,00,00,00,00,00,00,00,000.00',
  ])('has no amount like %p', (text) => {
    expect(amountFrom(text)).toBeUndefined();
  });

  it('has every amount to the paisa', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (minor) => {
        const text = formatRupees(Math.abs(minor)).slice(1) + (minor < 0 ? '-' : '');
        return amountFrom(text) === minor;
      }),
    );
  });

  it('has dates with the names of the months, both ways', () => {
    expect(printedDate('2026-12-01')).toBe('01-DEC-2026');
    const anyDate = fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDate, (instant) => {
        const date = instant.toISOString().slice(0, 10);
        return dateText.parse(printedDate(date)) === date;
      }),
    );
  });

  it.each(['31-NOV-2026', '1-DEC-2026', '01-dec-2026', '01-DEZ-2026', '2026-12-01', ''])(
    'has no date like %p',
    (text) => {
      expect(dateText.safeParse(text).success).toBe(false);
    },
  );
});
