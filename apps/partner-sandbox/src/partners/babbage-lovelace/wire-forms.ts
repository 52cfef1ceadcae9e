import { decimalFromMinor, isCivilDate, istWallClock, minorFromDecimal } from '@app/domain';
import { z } from 'zod';
import type { FieldCodes } from '../../wire/check-body.js';

/** The forms of B's fields (partners.md B.2, B.4). */

/** What B calls the ways in which a field can be wrong. */
export const FIELD_CODES: FieldCodes = { missing: 'BL-901', form: 'BL-903', choice: 'BL-903', range: 'BL-903' };

/** An element that only holds others: without it, it is those that are missing. */
export const aggregate = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.preprocess((value) => value ?? {}, z.object(shape));

export const text = z.string().min(1);

export const civilDate = z.string().refine(isCivilDate, 'expected YYYY-MM-DD');

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/;

/** A time of day without a zone. */
export const localTime = z
  .string()
  .refine((value) => isCivilDate(LOCAL_TIME.exec(value)?.[1] ?? ''), 'expected YYYY-MM-DDTHH:mm:ss');

export const postalCode = z.string().regex(/^[1-9]\d{5}$/, 'expected six digits');

export const rqUid = z.guid('expected a UUID');

/** A decimal with two digits; yields minor units. */
export const amount = z.string().transform((value, context) => {
  const minor = /^\d+\.\d{2}$/.test(value) ? minorFromDecimal(value) : undefined;
  if (minor !== undefined) return minor;
  context.addIssue({ code: 'custom', message: 'expected a decimal with two digits' });
  return z.NEVER;
});

/** `1729700` → `<Amt>17297.00</Amt>`, inside whatever element the amount belongs to. */
export const amountElement = (minor: number): { readonly Amt: string } => ({ Amt: decimalFromMinor(minor) });

/** The second that clocks in India show, without a zone. */
export const localTimeAt = (instant: Date): string => istWallClock(instant).slice(0, 19);
