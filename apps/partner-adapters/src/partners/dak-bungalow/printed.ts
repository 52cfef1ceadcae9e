import { formatRupees, isCivilDate, minorFromDecimal } from '@app/domain';
import { z } from 'zod';

/** D's forms of dates and amounts, both ways (partners.md D.1), and of the numbers that it gives out (0.4). */

/** Of a quote, a proposal or a policy. */
export const numberText = z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/);

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `2026-12-01` → `01-DEC-2026`. */
export function printedDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
}

const DATE = /^(\d{2})-([A-Z]{3})-(\d{4})$/;

/** `07-DEC-2026` → `2026-12-07`. */
export const dateText = z.string().transform((text, context) => {
  const [, day, month = '', year] = DATE.exec(text) ?? [];
  const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day}`;
  if (isCivilDate(date)) return date;
  context.addIssue('expected DD-MON-YYYY');
  return z.NEVER;
});

/** Rupees with Indian grouping: thousands first, then groups of two; the minus at the end. */
const AMOUNT = /^((?:0|[1-9]\d{0,2}|[1-9]\d?(?:,\d{2})*,\d{3})\.\d{2})(-?)$/;

/** `12,34,567.00` → 123456700, `4,863.00-` → -486300; undefined for a text that is no amount of D's. */
export function amountFrom(text: string): number | undefined {
  const [, magnitude, minus] = AMOUNT.exec(text) ?? [];
  return magnitude === undefined ? undefined : minorFromDecimal(`${minus}${magnitude.replaceAll(',', '')}`);
}

/** An amount in paise. */
export const amountText = z.string().transform((text, context) => {
  const value = amountFrom(text);
  if (value === undefined) context.addIssue('expected rupees with Indian grouping and two decimals');
  return value ?? z.NEVER;
});

/** 123456700 → `12,34,567.00`, for amounts that are paid. */
export const printedAmount = (minor: number): string => formatRupees(minor).replace('₹', '');
