import { isCivilDate, istWallClock, minorFromDecimal } from '@app/domain';
import { z } from 'zod';
import type { FieldCodes } from '../../wire/check-body.js';

/** The forms of E's fields (partners.md E.1, E.2, E.6, errata 6). */

export const FIELD_CODES: FieldCodes = {
  missing: 'EH-4003',
  form: 'EH-4001',
  choice: 'EH-4002',
  range: 'EH-4002',
};

export const civilDate = z.string().refine(isCivilDate, 'not a date');

export const postalCode = z.string().regex(/^[1-9]\d{5}$/, 'not six digits');

export const mobile = z.string().regex(/^\+[1-9]\d{1,14}$/, 'not an E.164 number');

export const instant = z.iso.datetime({ offset: true, error: 'not an RFC 3339 instant' });

/** One of a few; what else is there is said when it is none of them. */
export const oneOf = <const Values extends readonly (string | number)[]>(values: Values) =>
  z.literal(values, { error: `allowed: ${values.join(', ')}` });

/** Whole rupees as a text without decimals; yields the number. */
export const wholeRupees = z
  .string()
  .regex(/^\d{1,12}$/, 'not an integer without decimals')
  .transform(Number);

/** Rupees as a text with exactly two decimals; yields paise. */
export const exactRupees = z.string().transform((text, context) => {
  const minor = /\.\d{2}$/.test(text) ? minorFromDecimal(text) : undefined;
  if (minor !== undefined) return minor;
  context.addIssue({ code: 'custom', message: 'not an amount with two decimals' });
  return z.NEVER;
});

/** Where results are pushed; null and absent mean that nobody wants them. */
export const callback = z
  .object({ url: z.url({ protocol: /^https?$/, error: 'not an http or https URL' }).max(2_000) })
  .nullish();

/** RFC 3339 with the offset of India; milliseconds only where there are any: `2026-11-23T15:30:04+05:30`. */
export const istInstant = (ms: number): string => `${istWallClock(new Date(ms)).replace('.000', '')}+05:30`;
