import { isCivilDate } from '@app/domain';
import { z } from 'zod';
import type { FieldCodes } from '../../wire/check-body.js';

/** The forms of F's fields (partners.md F.1, F.2). */

/** What F calls the rules that a field can break. */
export const FIELD_CODES: FieldCodes = { missing: 'required', form: 'format', choice: 'enum', range: 'range' };
export const ORDER_RULE = 'order';
export const UNKNOWN_RULE = 'unknown';

export const civilDate = z.string().refine(isCivilDate, 'expected YYYY-MM-DD');

export const postcode = z.string().regex(/^[1-9]\d{5}$/, 'expected six digits');

export const phone = z.string().regex(/^\+[1-9]\d{1,14}$/, 'expected E.164');

export const epochMs = z.int().min(0);

export const minorAmount = z.int();

/** The plans that are wished; all of them unless some are named. */
export const wishedPlans = <Plan extends string>(plans: readonly Plan[]) =>
  z
    .array(z.enum(plans))
    .min(1)
    .nullish()
    .transform((wished) => plans.filter((plan) => wished?.includes(plan) ?? true));
