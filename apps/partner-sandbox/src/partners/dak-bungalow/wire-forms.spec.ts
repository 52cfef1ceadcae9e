import { describe, expect, it } from '@jest/globals';
import { printedAmount, wireAmount, wireDate, wireDateOf } from './wire-forms.js';

describe("D's amounts", () => {
  it.each([
    [0, '0.00'],
    [125, '125.00'],
    [4863, '4,863.00'],
    [-4863, '4,863.00-'],
    [102345, '1,02,345.00'],
    [1234567, '12,34,567.00'],
    [-123456789, '12,34,56,789.00-'],
  ])('%p is written %p, and read again', (rupees, text) => {
    expect(wireAmount(rupees)).toBe(text);
    expect(printedAmount.safeParse(text).data).toBe(rupees < 0 ? undefined : rupees);
  });

  it.each(['13435.00', '13,435', '13,435.50', '1,3435.00', '₹13,435.00', '', '-125.00'])('%p is none', (text) => {
    expect(printedAmount.safeParse(text).success).toBe(false);
  });
});

describe("D's dates", () => {
  it('are written with the month in capitals, and read again', () => {
    expect(wireDateOf('2026-12-01')).toBe('01-DEC-2026');
    expect(wireDate.parse('29-FEB-2028')).toBe('2028-02-29');
  });

  it.each(['29-FEB-2026', '1-DEC-2026', '01-Dec-2026', '01-12-2026', '01-XXX-2026'])('%p is none', (text) => {
    expect(wireDate.safeParse(text).success).toBe(false);
  });
});
