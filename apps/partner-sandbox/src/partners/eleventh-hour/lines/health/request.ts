import { z } from 'zod';
import { callback, civilDate, oneOf, postalCode } from '../../wire-forms.js';
import { BASES, CONDITIONS, DEDUCTIBLES, MOST_PERSONS, RELATIONSHIPS, SUMS_INSURED } from './codes.js';

const person = z.object({
  ref: z.string(),
  relationship: oneOf(RELATIONSHIPS),
  birthDate: civilDate,
  conditions: z.array(oneOf(CONDITIONS)),
  tobacco: z.boolean(),
});

/** The body of a health quote request (partners.md E.2). */
export const healthRequest = z.object({
  line: z.literal('HEALTH'),
  externalRef: z.string().max(64),
  callback,
  health: z.object({
    startsOn: civilDate,
    sumInsured: oneOf(SUMS_INSURED),
    basis: oneOf(BASES),
    deductible: oneOf(DEDUCTIBLES),
    postalCode,
    persons: z.array(person).min(1).max(MOST_PERSONS),
  }),
});

export type HealthRequest = z.infer<typeof healthRequest>;
