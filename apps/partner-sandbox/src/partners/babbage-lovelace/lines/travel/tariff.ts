import { ASIA, NORTH_AMERICA } from '../../../../rating/countries.js';
import { type Steps, upTo } from '../../../../rating/steps.js';

/** B's travel tables (rating.md §4.2). Amounts in paise, shares in basis points. */

/** Paise per day, by where the journey goes: the dearest country decides. */
export function dailyRate(countries: readonly string[]): number {
  if (countries.some((country) => NORTH_AMERICA.has(country))) return 5990;
  return countries.every((country) => ASIA.has(country)) ? 2450 : 3875;
}

/** What is charged for at least. */
export const FEWEST_DAYS = 4;

const SHARE_OF_SUM_INSURED: ReadonlyMap<number, number> = new Map([
  [5_000_000, 10_000],
  [10_000_000, 12_500],
  [25_000_000, 15_500],
]);

/** In US cents. */
export const SUMS_INSURED = [...SHARE_OF_SUM_INSURED.keys()];

export function sumInsuredShare(sumInsured: number): number {
  const share = SHARE_OF_SUM_INSURED.get(sumInsured);
  if (share === undefined) throw new RangeError(`No price for ${sumInsured} US cents`);
  return share;
}

export const OLDEST_TRAVELLER = 70;

const SHARE_OF_AGE: Steps<number> = {
  steps: [
    [17, 7_000],
    [40, 10_000],
    [60, 13_000],
  ],
  beyond: 20_500,
};

export const ageShare = (age: number): number => upTo(SHARE_OF_AGE, age);

export const GROUP_SIZE = 4;
export const GROUP_DISCOUNT = 500;
export const ADVENTURE_LOADING = 2000;
