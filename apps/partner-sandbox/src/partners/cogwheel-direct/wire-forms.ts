import { isCivilDate, istWallClock } from '@app/domain';
import { z } from 'zod';
import type { FieldCodes } from '../../wire/check-body.js';

/** The forms of C's fields (partners.md C.2, C.4). */

export const FIELD_CODES: FieldCodes = {
  missing: 'C-VAL-001',
  choice: 'C-VAL-002',
  form: 'C-VAL-004',
  range: 'C-VAL-006',
};

const WIRE_DATE = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const WIRE_MINUTE = /^(\d{2}\/\d{2}\/\d{4}) ([01]\d|2[0-3]):[0-5]\d$/;

/** `30/11/2026` → `2026-11-30`. */
const toCivil = (text: string): string => text.replace(WIRE_DATE, '$3-$2-$1');

/** `2026-11-30` → `30/11/2026`. */
export const wireDateOf = (date: string): string => date.split('-').reverse().join('/');

/** The minute that clocks in India show, truncated, without a zone: `30/11/2026 15:30`. */
export function wireMinuteAt(instantMs: number): string {
  const [date = '', time = ''] = istWallClock(new Date(instantMs)).split('T');
  return `${wireDateOf(date)} ${time.slice(0, 5)}`;
}

/** Yields `YYYY-MM-DD`. */
export const wireDate = z
  .string()
  .refine((text) => WIRE_DATE.test(text) && isCivilDate(toCivil(text)), 'expected dd/MM/yyyy')
  .transform(toCivil);

export const wireMinute = z
  .string()
  .refine((text) => isCivilDate(toCivil(WIRE_MINUTE.exec(text)?.[1] ?? '')), 'expected dd/MM/yyyy HH:mm');

export const flag = z.enum(['Y', 'N']);

export const pin = z.string().regex(/^[1-9]\d{5}$/, 'expected six digits');

export const mobile = z.string().regex(/^\d{10}$/, 'expected ten digits');

/**
 * Paise as a JSON number of rupees. The nearest double of a decimal with so few digits prints as that decimal, so the
 * text on the wire is exact: 1286123 → 12861.23.
 */
export const rupees = (minor: number): number => minor / 100;

/** A JSON number of rupees with at most two decimals; yields paise. */
export const rupeeAmount = z.number().transform((amount, context) => {
  const minor = Math.round(amount * 100);
  if (Number.isSafeInteger(minor) && rupees(minor) === amount) return minor;
  context.addIssue({ code: 'custom', message: 'expected rupees with at most two decimals' });
  return z.NEVER;
});
