import { isCivilDate } from '@app/domain';
import { z } from 'zod';

/** A calendar date that exists. */
export const civilDate = z.string().refine(isCivilDate, { error: 'expected a date, YYYY-MM-DD' });

/** An amount in minor units, up to ₹1,000 crore. */
export const minor = z.int().min(0).max(1_000_000_000_000);

export const gender = z.enum(['MALE', 'FEMALE', 'OTHER']);

export const pincode = z.string().regex(/^[1-9][0-9]{5}$/, 'expected six digits');
