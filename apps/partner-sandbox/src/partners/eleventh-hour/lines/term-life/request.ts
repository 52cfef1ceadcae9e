import { z } from 'zod';
import { callback, civilDate, oneOf, postalCode, wholeRupees } from '../../wire-forms.js';
import { FREQUENCIES, LAKH, OCCUPATION_CLASSES, SEXES } from './codes.js';

/** The body of a term quote request (partners.md E.2, errata 6). */
export const lifeRequest = z.object({
  line: z.literal('TERM'),
  externalRef: z.string().max(64),
  callback,
  term: z.object({
    startsOn: civilDate,
    birthDate: civilDate,
    sex: oneOf(SEXES),
    smoker: z.boolean(),
    sumAssured: wholeRupees.pipe(z.int().min(2_500_000).max(100_000_000).multipleOf(LAKH)),
    termYears: z.int().min(5).max(40),
    frequency: oneOf(FREQUENCIES),
    occupationClass: oneOf(OCCUPATION_CLASSES),
    annualIncome: wholeRupees,
    postalCode,
  }),
});

export type LifeRequest = z.infer<typeof lifeRequest>;
