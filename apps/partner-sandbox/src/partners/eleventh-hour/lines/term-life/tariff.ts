import { type Steps, upTo } from '../../../../rating/steps.js';
import type { Frequency, OccupationClass, Sex } from './codes.js';

/** E's own term-life tables (rating.md §7.2). Factors of 10 000. */

export const YOUNGEST_AGE = 18;
/** Years of term that cost no more than the age does. */
const TERM_WITHOUT_LOADING = 10;

/** Per lakh of sum assured. */
export function rate(age: number, termYears: number): number {
  const beyond = age - YOUNGEST_AGE;
  return 5_500 + 60 * beyond + 14 * beyond ** 2 + 40 * Math.max(0, termYears - TERM_WITHOUT_LOADING);
}

export const SMOKER_FACTOR = 17_000;
export const NON_SMOKER_FACTOR = 10_000;
export const SEX_FACTOR: Readonly<Record<Sex, number>> = { MALE: 10_000, FEMALE: 8_800, OTHER: 10_000 };

/** A class that is not here is not insured. */
export const OCCUPATION_FACTOR: Partial<Record<OccupationClass, number>> = { 1: 10_000, 2: 11_500 };

export interface InstalmentPlan {
  /** One instalment as a share of a year, in basis points. */
  readonly share: number;
  readonly count: number;
}

export const INSTALMENT_PLANS: Readonly<Record<Frequency, InstalmentPlan>> = {
  ANNUAL: { share: 10_000, count: 1 },
  HALF_YEARLY: { share: 5_100, count: 2 },
  QUARTERLY: { share: 2_600, count: 4 },
  MONTHLY: { share: 875, count: 12 },
};

/** How often the annual income may be insured, by age. */
const INCOME_MULTIPLE: Steps<number> = {
  steps: [
    [35, 25],
    [45, 20],
    [55, 15],
  ],
  beyond: 10,
};

export const incomeMultiple = (age: number): number => upTo(INCOME_MULTIPLE, age);
