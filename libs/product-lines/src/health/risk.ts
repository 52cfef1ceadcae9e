import { z } from 'zod';
import { civilDate, gender, minor, pincode } from '../forms.js';

const CONDITIONS = ['DIABETES', 'HYPERTENSION', 'THYROID', 'ASTHMA', 'CARDIAC', 'CANCER', 'OTHER'] as const;
export type Condition = (typeof CONDITIONS)[number];

const memberFields = {
  memberNo: z.int().min(1).max(99),
  relation: z.enum(['SELF', 'SPOUSE', 'CHILD', 'MOTHER', 'FATHER']),
  dateOfBirth: civilDate,
  gender,
  preExisting: z.array(z.enum(CONDITIONS)).max(20),
  tobacco: z.boolean(),
  heightCm: z.int().min(20).max(280).nullish(),
  weightKg: z.int().min(1).max(500).nullish(),
};

const fields = {
  policyStartDate: civilDate,
  tenureYears: z.int().min(1).max(3),
  basis: z.enum(['FLOATER', 'INDIVIDUAL']),
  sumInsuredMinor: minor.min(1),
  deductibleMinor: minor,
  pincode,
  portability: z.strictObject({ previousInsurer: z.string().min(1).max(100), continuousSince: civilDate }).nullable(),
};

/** What health insurance asks (canonical-model.md §4.1). */
export const healthRisk = z.strictObject({
  ...fields,
  members: z.array(z.strictObject(memberFields)).min(1).max(8),
});

/** Declared conditions are absent while they travel sealed. */
export const canonicalHealthRisk = z.object({
  ...fields,
  members: z
    .array(z.object({ ...memberFields, preExisting: memberFields.preExisting.optional() }))
    .min(1)
    .max(8),
});

export type HealthRiskInput = z.infer<typeof healthRisk>;
export type HealthRisk = z.infer<typeof canonicalHealthRisk>;
