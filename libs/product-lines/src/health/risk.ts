import { z } from 'zod';
import { civilDate, gender, minor, pincode } from '../forms.js';
import { choice, worded } from '../wording.js';
import { HEALTH_WORDS, MEMBER_WORDS, PORTABILITY_WORDS } from './wording.js';

const CONDITIONS = ['DIABETES', 'HYPERTENSION', 'THYROID', 'ASTHMA', 'CARDIAC', 'CANCER', 'OTHER'] as const;
export type Condition = (typeof CONDITIONS)[number];

const CONDITION_TITLES: Readonly<Record<Condition, string>> = {
  DIABETES: 'Diabetes',
  HYPERTENSION: 'High blood pressure',
  THYROID: 'Thyroid disorder',
  ASTHMA: 'Asthma',
  CARDIAC: 'Heart disease',
  CANCER: 'Cancer',
  OTHER: 'Another condition',
};

const memberFields = worded(
  {
    memberNo: z.int().min(1).max(99),
    relation: choice(['SELF', 'SPOUSE', 'CHILD', 'MOTHER', 'FATHER'], {
      SELF: 'Yourself',
      SPOUSE: 'Husband or wife',
      CHILD: 'Child',
      MOTHER: 'Mother',
      FATHER: 'Father',
    }),
    dateOfBirth: civilDate,
    gender,
    preExisting: z.array(choice(CONDITIONS, CONDITION_TITLES)).max(20),
    tobacco: z.boolean(),
    heightCm: z.int().min(20).max(280).nullish(),
    weightKg: z.int().min(1).max(500).nullish(),
  },
  MEMBER_WORDS,
);

const portability = { previousInsurer: z.string().min(1).max(100), continuousSince: civilDate };

const { members: MEMBERS_WORDS, ...FIELD_WORDS } = HEALTH_WORDS;

const fields = worded(
  {
    policyStartDate: civilDate,
    tenureYears: z.int().min(1).max(3),
    basis: choice(['FLOATER', 'INDIVIDUAL'], {
      FLOATER: 'Floater: one sum for all members together',
      INDIVIDUAL: 'Individual: a sum of its own for each member',
    }),
    sumInsuredMinor: minor.min(1),
    deductibleMinor: minor,
    pincode,
    portability: z.strictObject(worded(portability, PORTABILITY_WORDS)).nullable(),
  },
  FIELD_WORDS,
);

const member = z.strictObject(memberFields).meta({ title: 'Member' });

/** What health insurance asks (canonical-model.md §4.1). */
export const healthRisk = z.strictObject({
  ...fields,
  members: z.array(member).min(1).max(8).meta(MEMBERS_WORDS),
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
