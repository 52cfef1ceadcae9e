import { z } from 'zod';
import { civilDate, FIELD_CODES, postcode, wishedPlans } from '../../wire-forms.js';
import { PLANS } from './codes.js';

const HOME = 'IN';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected ISO alpha-2')
  .refine((code) => code !== HOME, { error: 'not abroad', params: { code: FIELD_CODES.choice } });

/** The params of `travel.quotePlans`; a year of trips needs no end (partners.md F.2, errata 13). */
export const travelParams = z.object({
  ref: z.string().max(64),
  start: civilDate,
  end: civilDate.nullish(),
  annual: z.boolean(),
  countries: z.array(country).min(1).max(20),
  travellers: z
    .array(z.object({ no: z.int(), born: civilDate, ped: z.boolean() }))
    .min(1)
    .max(10),
  postcode,
  plans: wishedPlans(PLANS),
});

export type TravelParams = z.infer<typeof travelParams>;
