import { z } from 'zod';
import { flag, pin, wireDate } from '../../wire-forms.js';
import { RUPEES_PER_LAKH } from './rating.js';

/** The body of a term quote; dates come out as `YYYY-MM-DD` (partners.md C.2). */
export const lifeRequest = z.object({
  request_ref: z.string().max(64),
  start_date: wireDate,
  life: z.object({ dob: wireDate, sex: z.enum(['M', 'F', 'X']), smoker: flag, pin }),
  sum_assured: z.int().min(2_500_000).max(50_000_000).multipleOf(RUPEES_PER_LAKH),
  term_years: z.int().min(5).max(40),
  pay_mode: z.enum(['annual', 'monthly']),
});

export type LifeRequest = z.infer<typeof lifeRequest>;

/** The order in which C looks at the fields. */
export const FIELD_ORDER = [
  'request_ref',
  'start_date',
  'life.dob',
  'life.sex',
  'life.smoker',
  'life.pin',
  'sum_assured',
  'term_years',
  'pay_mode',
] as const;
