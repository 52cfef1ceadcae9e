import { addDays } from '@app/domain';
import type { Condition, Frequency, Rider } from '@app/product-lines';
import fc from 'fast-check';
import { healthRequestFor, termLifeRequestFor } from './canonical-requests.js';

const CONDITIONS: Condition[] = ['DIABETES', 'HYPERTENSION', 'THYROID', 'ASTHMA', 'CARDIAC', 'CANCER', 'OTHER'];
const RIDERS: Rider[] = ['CRITICAL_ILLNESS', 'ACCIDENTAL_DEATH', 'WAIVER_OF_PREMIUM'];
const FREQUENCIES: Frequency[] = ['ANNUAL', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'];
const A_LAKH_MINOR = 10_000_000;

/** A day of birth of somebody who is from one day to about ninety years old in December 2026. */
const someBirth = fc.integer({ min: 0, max: 32_800 }).map((days) => addDays('1937-01-01', days));

const someGender = fc.constantFrom('MALE' as const, 'FEMALE' as const, 'OTHER' as const);

const someMember = fc.record({
  relation: fc.constantFrom('SELF' as const, 'SPOUSE' as const, 'CHILD' as const, 'MOTHER' as const, 'FATHER' as const),
  dateOfBirth: someBirth,
  gender: someGender,
  preExisting: fc.shuffledSubarray(CONDITIONS),
  tobacco: fc.boolean(),
});

/** Any family that a customer can ask for. */
export const anyHealthRequest = fc
  .record({
    tenureYears: fc.integer({ min: 1, max: 3 }),
    basis: fc.constantFrom('FLOATER' as const, 'INDIVIDUAL' as const),
    sumInsuredMinor: fc.integer({ min: 1, max: 400_000_000 }),
    deductibleMinor: fc.constantFrom(0, 2_500_000, 5_000_000),
    members: fc
      .array(someMember, { minLength: 1, maxLength: 8 })
      .map((members) => members.map((member, index) => ({ memberNo: index + 1, ...member }))),
    portability: fc.constantFrom(null, { previousInsurer: 'Other', continuousSince: '2021-04-01' }),
  })
  .map((answers) => healthRequestFor('h1', answers));

/** Any life that a customer can ask for; half of them with premiums for the whole term. */
export const anyTermLifeRequest = fc
  .record({
    sumAssuredMinor: fc.integer({ min: 25, max: 1_000 }).map((lakhs) => lakhs * A_LAKH_MINOR),
    policyTermYears: fc.integer({ min: 5, max: 40 }),
    wholeTerm: fc.boolean(),
    frequency: fc.constantFrom(...FREQUENCIES),
    riders: fc.shuffledSubarray(RIDERS),
    life: fc.record({ dateOfBirth: someBirth, gender: someGender, smoker: fc.boolean() }),
  })
  .map(({ wholeTerm, ...answers }) => {
    const premiumPaymentTermYears = wholeTerm ? answers.policyTermYears : 5;
    return termLifeRequestFor('l1', { ...answers, premiumPaymentTermYears });
  });
