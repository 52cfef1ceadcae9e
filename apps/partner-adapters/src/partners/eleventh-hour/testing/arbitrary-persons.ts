import { addDays } from '@app/domain';
import fc from 'fast-check';
import { healthRequestFor, termLifeRequestFor } from '../../../testing/canonical-requests.js';

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1960-01-01', days));

const CONDITIONS = ['DIABETES', 'HYPERTENSION', 'THYROID', 'ASTHMA', 'CARDIAC', 'CANCER', 'OTHER'] as const;

const member = fc.record({
  relation: fc.constantFrom('SELF' as const, 'SPOUSE' as const, 'CHILD' as const, 'MOTHER' as const),
  dateOfBirth: someDay,
  gender: fc.constantFrom('MALE' as const, 'FEMALE' as const, 'OTHER' as const),
  preExisting: fc.subarray([...CONDITIONS], { maxLength: 2 }),
  tobacco: fc.boolean(),
});

/** Any persons that a customer can ask health cover for. */
export const anyHealthRequest = fc
  .record({
    tenureYears: fc.integer({ min: 1, max: 3 }),
    basis: fc.constantFrom('FLOATER' as const, 'INDIVIDUAL' as const),
    sumInsuredMinor: fc.integer({ min: 1, max: 1_200_000_000 }),
    deductibleMinor: fc.integer({ min: 0, max: 20_000_000 }),
    members: fc
      .array(member, { minLength: 1, maxLength: 8 })
      .map((members) => members.map((one, index) => ({ ...one, memberNo: index + 1 }))),
  })
  .map((answers) => healthRequestFor('h1', answers));

/** Any life that a customer can ask term cover for. */
export const anyTermRequest = fc
  .record({
    frequency: fc.constantFrom('ANNUAL' as const, 'HALF_YEARLY' as const, 'QUARTERLY' as const, 'MONTHLY' as const),
    sumAssuredMinor: fc.integer({ min: 25, max: 1_000 }).map((lakhs) => lakhs * 10_000_000),
    policyTermYears: fc.integer({ min: 5, max: 40 }),
    premiumPaymentTermYears: fc.integer({ min: 1, max: 40 }),
    annualIncomeMinor: fc.integer({ min: 0, max: 10_000_000_000 }),
    riders: fc.subarray(['CRITICAL_ILLNESS' as const, 'ACCIDENTAL_DEATH' as const, 'WAIVER_OF_PREMIUM' as const]),
  })
  .map((answers) => termLifeRequestFor('l1', answers));
