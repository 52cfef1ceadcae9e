import { z } from 'zod';
import { civilDate, gender, minor } from '../forms.js';
import { choice, numberChoice, worded } from '../wording.js';
import { LIFE_WORDS, TERM_LIFE_WORDS } from './wording.js';

const RIDERS = ['CRITICAL_ILLNESS', 'ACCIDENTAL_DEATH', 'WAIVER_OF_PREMIUM'] as const;
export type Rider = (typeof RIDERS)[number];

const FREQUENCIES = ['ANNUAL', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const A_LAKH_MINOR = 10_000_000;

const OCCUPATIONS = {
  1: 'Mainly desk work',
  2: 'Manual work, driving or machines',
  3: 'Dangerous work, for example mining or explosives',
} as const;

const { life: PERSON_WORDS, ...FIELD_WORDS } = TERM_LIFE_WORDS;

const fields = worded(
  {
    policyStartDate: civilDate,
    // 25 lakh to 10 crore, in lakhs.
    sumAssuredMinor: z
      .int()
      .min(25 * A_LAKH_MINOR)
      .max(1_000 * A_LAKH_MINOR)
      .multipleOf(A_LAKH_MINOR),
    policyTermYears: z.int().min(5).max(40),
    premiumPaymentTermYears: z.int().min(1).max(40),
    frequency: choice(FREQUENCIES, {
      ANNUAL: 'Once a year',
      HALF_YEARLY: 'Every six months',
      QUARTERLY: 'Every three months',
      MONTHLY: 'Every month',
    }),
    annualIncomeMinor: minor,
    occupationClass: numberChoice([1, 2, 3], (occupationClass) => OCCUPATIONS[occupationClass]),
    education: z.string().min(1).max(60),
    riders: z
      .array(
        choice(RIDERS, {
          CRITICAL_ILLNESS: 'Critical illness',
          ACCIDENTAL_DEATH: 'Accidental death',
          WAIVER_OF_PREMIUM: 'Waiver of premium',
        }),
      )
      .max(20),
  },
  FIELD_WORDS,
);

const life = worded({ dateOfBirth: civilDate, gender, smoker: z.boolean() }, LIFE_WORDS);

/** What term life insurance asks (canonical-model.md §4.3). */
export const termLifeRisk = z.strictObject({ ...fields, life: z.strictObject(life).meta(PERSON_WORDS) });

/** The income is absent while it travels sealed. */
export const canonicalTermLifeRisk = z.object({
  ...fields,
  annualIncomeMinor: fields.annualIncomeMinor.optional(),
  life: z.object(life),
});

export type TermLifeRiskInput = z.infer<typeof termLifeRisk>;
export type TermLifeRisk = z.infer<typeof canonicalTermLifeRisk>;
