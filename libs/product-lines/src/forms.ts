import { isCivilDate } from '@app/domain';
import { z } from 'zod';
import { choice } from './wording.js';

/** A calendar date that exists. */
export const civilDate = z
  .string()
  .refine(isCivilDate, { error: 'expected a date, YYYY-MM-DD' })
  // A JSON Schema cannot tell by itself what the check asks for.
  .meta({ format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** An amount in minor units, up to ₹1,000 crore. */
export const minor = z.int().min(0).max(1_000_000_000_000);

export const gender = choice(['MALE', 'FEMALE', 'OTHER'], { MALE: 'Male', FEMALE: 'Female', OTHER: 'Other' });

export const pincode = z.string().regex(/^[1-9][0-9]{5}$/, 'expected six digits');
