import { isCivilDate } from '@app/domain';
import { z } from 'zod';
import type { FieldCodes } from '../../wire/check-body.js';

/** The forms of A's fields (partners.md A.2). */

/** What A calls the ways in which a field can be wrong (partners.md A.4). */
export const FIELD_CODES: FieldCodes = { missing: 'REQUIRED', form: 'FORMAT', choice: 'ENUM', range: 'FORMAT' };

export const civilDate = z.string().refine(isCivilDate, 'Expected YYYY-MM-DD');

export const instant = z.iso.datetime({ offset: true, error: 'Expected an RFC 3339 instant' });

export const pincode = z.string().regex(/^[1-9]\d{5}$/, 'Expected six digits');

export const mobile = z.string().regex(/^\+[1-9]\d{1,14}$/, 'Expected E.164');

/** RFC 3339 UTC; milliseconds only where there are any. */
export const utcInstant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
