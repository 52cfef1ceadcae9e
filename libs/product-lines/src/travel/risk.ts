import { z } from 'zod';
import { civilDate, minor } from '../forms.js';
import { choice, worded } from '../wording.js';
import { MEDICAL_LIMIT_WORDS, TRAVEL_WORDS, TRAVELLER_WORDS } from './wording.js';

const TRAVEL_OPTIONS = ['ADVENTURE_SPORTS', 'CANCELLATION', 'BAGGAGE'] as const;
export type TravelOption = (typeof TRAVEL_OPTIONS)[number];

const country = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code, TH');

const travellerFields = worded(
  {
    dateOfBirth: civilDate,
    preExisting: z.boolean(),
    relation: choice(['SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER'], {
      SELF: 'Yourself',
      SPOUSE: 'Husband or wife',
      CHILD: 'Child',
      PARENT: 'Parent',
      OTHER: 'Somebody else',
    }),
  },
  TRAVELLER_WORDS,
);

const medicalLimit = worded(
  { amountMinor: minor.min(1), currency: z.string().regex(/^[A-Z]{3}$/) },
  MEDICAL_LIMIT_WORDS,
);

const { medicalLimit: LIMIT_WORDS, travellers: TRAVELLERS_WORDS, ...FIELD_WORDS } = TRAVEL_WORDS;

const fields = worded(
  {
    tripType: choice(['SINGLE', 'ANNUAL_MULTI'], {
      SINGLE: 'A single trip',
      ANNUAL_MULTI: 'All trips of a year',
    }),
    departureDate: civilDate,
    returnDate: civilDate,
    originCountry: country,
    destinations: z
      .array(country.meta({ title: 'Country' }))
      .min(1)
      .max(20),
    tripCostMinor: minor.nullable(),
    options: z
      .array(
        choice(TRAVEL_OPTIONS, {
          ADVENTURE_SPORTS: 'Adventure sports',
          CANCELLATION: 'Cancellation of the trip',
          BAGGAGE: 'Baggage',
        }),
      )
      .max(20),
    purpose: choice(['LEISURE', 'BUSINESS', 'STUDY'], { LEISURE: 'Leisure', BUSINESS: 'Business', STUDY: 'Study' }),
  },
  FIELD_WORDS,
);

const traveller = z.strictObject(travellerFields).meta({ title: 'Traveller' });

/** What travel insurance asks (canonical-model.md §4.2). */
export const travelRisk = z.strictObject({
  ...fields,
  medicalLimit: z.strictObject(medicalLimit).meta(LIMIT_WORDS),
  travellers: z.array(traveller).min(1).max(10).meta(TRAVELLERS_WORDS),
});

/** Whether a traveller has a condition is absent while it travels sealed. */
export const canonicalTravelRisk = z.object({
  ...fields,
  medicalLimit: z.object(medicalLimit),
  travellers: z
    .array(z.object({ ...travellerFields, preExisting: travellerFields.preExisting.optional() }))
    .min(1)
    .max(10),
});

export type TravelRiskInput = z.infer<typeof travelRisk>;
export type TravelRisk = z.infer<typeof canonicalTravelRisk>;
