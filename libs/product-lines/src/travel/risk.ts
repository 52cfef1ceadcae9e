import { z } from 'zod';
import { civilDate, minor } from '../forms.js';

const TRAVEL_OPTIONS = ['ADVENTURE_SPORTS', 'CANCELLATION', 'BAGGAGE'] as const;
export type TravelOption = (typeof TRAVEL_OPTIONS)[number];

const country = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code, TH');

const travellerFields = {
  dateOfBirth: civilDate,
  preExisting: z.boolean(),
  relation: z.enum(['SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER']),
};

const fields = {
  tripType: z.enum(['SINGLE', 'ANNUAL_MULTI']),
  departureDate: civilDate,
  returnDate: civilDate,
  originCountry: country,
  destinations: z.array(country).min(1).max(20),
  medicalLimit: z.object({ amountMinor: minor.min(1), currency: z.string().regex(/^[A-Z]{3}$/) }),
  tripCostMinor: minor.nullable(),
  options: z.array(z.enum(TRAVEL_OPTIONS)).max(20),
  purpose: z.enum(['LEISURE', 'BUSINESS', 'STUDY']),
};

/** What travel insurance asks (canonical-model.md §4.2). */
export const travelRisk = z.strictObject({
  ...fields,
  medicalLimit: z.strictObject(fields.medicalLimit.shape),
  travellers: z.array(z.strictObject(travellerFields)).min(1).max(10),
});

/** Whether a traveller has a condition is absent while it travels sealed. */
export const canonicalTravelRisk = z.object({
  ...fields,
  travellers: z
    .array(z.object({ ...travellerFields, preExisting: travellerFields.preExisting.optional() }))
    .min(1)
    .max(10),
});

export type TravelRiskInput = z.infer<typeof travelRisk>;
export type TravelRisk = z.infer<typeof canonicalTravelRisk>;
