import type { Condition, Deductible, SumInsured } from './codes.js';

/** E's own health tables (rating.md §7.1). Factors of 10 000. */

export const SUM_INSURED_FACTOR: Readonly<Record<SumInsured, number>> = {
  '500000': 10_000,
  '1000000': 12_800,
  '1500000': 14_600,
  '2000000': 16_000,
  '5000000': 21_500,
  '10000000': 27_000,
};

export const TOWN_FACTOR = { metro: 10_500, other: 9_700 };

/** A child of fewer years has a premium of its own. */
export const CHILD_BELOW_AGE = 25;
export const CHILD_BASE = 180_000;

/** In paise. */
export const adultBase = (age: number): number => 420_000 + 2_200 * age + 145 * age ** 2;

/** What a person other than the oldest of a floater, and other than a child, counts. */
export const FURTHER_PERSON_FACTOR = 4_500;
export const FULL_FACTOR = 10_000;

/** Conditions that are not here are not insured at all. */
export const CONDITION_LOADING: Partial<Record<Condition, number>> = {
  DIABETES: 2_000,
  HYPERTENSION: 1_500,
  THYROID: 500,
  ASTHMA: 1_000,
};
export const TOBACCO_LOADING = 1_200;

/** In basis points. */
export const DEDUCTIBLE_DISCOUNT: Readonly<Record<Deductible, number>> = {
  '0': 0,
  '25000': 900,
  '50000': 1_500,
  '100000': 2_400,
};
