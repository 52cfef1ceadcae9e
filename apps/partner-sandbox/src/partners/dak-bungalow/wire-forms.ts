import { formatRupees, isCivilDate, minorFromDecimal } from '@app/domain';
import { z } from 'zod';
import type { FieldCodes } from '../../wire/check-body.js';

/** The forms of D's fields (partners.md D.1, D.2). */

/** What D calls the ways in which a field can be wrong. */
export const FIELD_CODES: FieldCodes = { missing: 'E01', form: 'E02', choice: 'E02', range: 'E02' };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WIRE_DATE = /^(\d{2})-([A-Z]{3})-(\d{4})$/;

/** `30-NOV-2026` → `2026-11-30`; a month that there is not makes a date that there is not. */
function toCivil(text: string): string {
  const [, day = '', month = '', year = ''] = WIRE_DATE.exec(text) ?? [];
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day}`;
}

/** `2026-11-30` → `30-NOV-2026`. */
export function wireDateOf(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}-${MONTHS[Number(month) - 1] ?? ''}-${year}`;
}

/** Yields `YYYY-MM-DD`. */
export const wireDate = z
  .string()
  .refine((text) => isCivilDate(toCivil(text)), 'DD-MON-YYYY')
  .transform(toCivil);

/** Whole rupees, grouped the Indian way, the minus sign at the end: -4863 → `4,863.00-`. */
export const wireAmount = (rupees: number): string =>
  `${formatRupees(100 * Math.abs(rupees)).replace('₹', '')}${rupees < 0 ? '-' : ''}`;

/** A printed amount; yields whole rupees. Whatever would be printed differently is none. */
export const printedAmount = z.string().transform((text, context) => {
  const rupees = (minorFromDecimal(text.replaceAll(',', '')) ?? Number.NaN) / 100;
  if (Number.isSafeInteger(rupees) && wireAmount(rupees) === text) return rupees;
  context.addIssue({ code: 'custom', message: '12,34,567.00' });
  return z.NEVER;
});

export const flag = z.enum(['Y', 'N']);

export const pin = z.string().regex(/^[1-9]\d{5}$/);

export const mobile = z.string().regex(/^\d{10}$/);

/** What a caller calls its own request. */
export const transactionReference = z.string().regex(/^[A-Za-z0-9]{1,20}$/);

/** A number that D gave out. */
export const identifier = z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/);
