import { ASIA, NORTH_AMERICA, SCHENGEN } from '../../../../rating/countries.js';
import { type Steps, upTo } from '../../../../rating/steps.js';
import type { TravelPlan } from './codes.js';

/** F's own travel tables (rating.md §8.2). */

export type Region = 'ASIA' | 'SCHENGEN' | 'WORLD_EX_US' | 'WORLD';

export function regionOf(countries: readonly string[]): Region {
  if (countries.some((country) => NORTH_AMERICA.has(country))) return 'WORLD';
  if (countries.every((country) => ASIA.has(country))) return 'ASIA';
  return countries.every((country) => SCHENGEN.has(country)) ? 'SCHENGEN' : 'WORLD_EX_US';
}

/** Paise a day. */
export const DAY_RATE: Readonly<Record<Region, number>> = {
  ASIA: 2_100,
  SCHENGEN: 3_300,
  WORLD_EX_US: 3_600,
  WORLD: 5_200,
};

export interface PlanTariff {
  /** Of 10 000. */
  readonly factor: number;
  /** In US cents. */
  readonly medicalLimit: number;
}

export const PLAN_TARIFFS: Readonly<Record<TravelPlan, PlanTariff>> = {
  SILVER: { factor: 10_000, medicalLimit: 5_000_000 },
  GOLD: { factor: 13_500, medicalLimit: 10_000_000 },
  PLATINUM: { factor: 21_000, medicalLimit: 50_000_000 },
};

const AGE_FACTOR: Steps<number> = {
  steps: [
    [17, 6_000],
    [45, 10_000],
    [60, 14_500],
    [70, 24_000],
  ],
  beyond: 40_000,
};

export const ageFactor = (age: number): number => upTo(AGE_FACTOR, age);

export const ANNUAL_DAYS = 40;
export const FEWEST_DAYS = 3;
export const ADULT_AGE = 18;

/** In basis points. */
export const CONDITION_LOADING = 3_000;
export const FAMILY_DISCOUNT = 800;
