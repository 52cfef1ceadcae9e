import { type Steps, upTo } from '../../../../rating/steps.js';
import type { SumInsured, TenureYears } from './codes.js';

/** A's own health tables (rating.md §3.2). Amounts in paise, shares in basis points. */

/** A year of ₹5 lakh, by age in completed years; nobody older is insured. */
const BASE_OF_AGE: Steps<number | undefined> = {
  steps: [
    [17, 330_000],
    [25, 540_000],
    [35, 690_000],
    [45, 920_000],
    [50, 1_340_000],
    [55, 1_780_000],
    [60, 2_360_000],
    [65, 3_120_000],
  ],
  beyond: undefined,
};

export const OLDEST_AGE = 65;

export function basePremium(age: number): number {
  const base = upTo(BASE_OF_AGE, age);
  if (base === undefined) throw new RangeError(`No premium at the age of ${age}`);
  return base;
}

export const SUM_INSURED_FACTOR: Readonly<Record<SumInsured, number>> = {
  30000000: 8200,
  50000000: 10_000,
  100000000: 13_600,
  250000000: 18_900,
};

/** What further members of a floater add to the eldest's premium. */
export const FLOATER_SHARES = { furtherAdult: 6000, child: 2500 };

export const ZONE_DISCOUNT = 1000;
export const LOADING_PER_CONDITIONED_MEMBER = 1500;
export const TOBACCO_LOADING = 1000;
export const LONG_TERM_DISCOUNT: Readonly<Record<TenureYears, number>> = { 1: 0, 2: 750, 3: 1000 };
