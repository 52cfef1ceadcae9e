import { z } from 'zod';
import { civilDate, gender, minor } from '../forms.js';

const RIDERS = ['CRITICAL_ILLNESS', 'ACCIDENTAL_DEATH', 'WAIVER_OF_PREMIUM'] as const;
export type Rider = (typeof RIDERS)[number];

const FREQUENCIES = ['ANNUAL', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const A_LAKH_MINOR = 10_000_000;

const fields = {
  policyStartDate: civilDate,
  // 25 lakh to 10 crore, in lakhs.
  sumAssuredMinor: z
    .int()
    .min(25 * A_LAKH_MINOR)
    .max(1_000 * A_LAKH_MINOR)
    .multipleOf(A_LAKH_MINOR),
  policyTermYears: z.int().min(5).max(40),
  premiumPaymentTermYears: z.int().min(1).max(40),
  frequency: z.enum(FREQUENCIES),
  annualIncomeMinor: minor,
  occupationClass: z.literal([1, 2, 3]),
  education: z.string().min(1).max(60),
  riders: z.array(z.enum(RIDERS)).max(20),
};
const life = { dateOfBirth: civilDate, gender, smoker: z.boolean() };

/** What term life insurance asks (canonical-model.md §4.3). */
export const termLifeRisk = z.strictObject({ ...fields, life: z.strictObject(life) });

/** The income is absent while it travels sealed. */
export const canonicalTermLifeRisk = z.object({
  ...fields,
  annualIncomeMinor: fields.annualIncomeMinor.optional(),
  life: z.object(life),
});

export type TermLifeRiskInput = z.infer<typeof termLifeRisk>;
export type TermLifeRisk = z.infer<typeof canonicalTermLifeRisk>;
