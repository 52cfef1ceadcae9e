import type { Rto, Vehicle } from '@app/product-lines';
import { liabilityBand } from '../../../../rating/motor-tables.js';
import { below, type Steps } from '../../../../rating/steps.js';
import type { MotorPlan } from './codes.js';

/** F's own motor tables (rating.md §8.1). Amounts in paise, shares in basis points. */

export interface PlanTariff {
  /** Of the depreciated catalogue price. */
  readonly idvFactor: number;
  readonly discount: number;
  readonly addOns: { readonly shareOfIdv: number; readonly fixed: number } | null;
  readonly soldBelowMonths: number;
}

export const PLAN_TARIFFS: Readonly<Record<MotorPlan, PlanTariff>> = {
  BASIC: { idvFactor: 9_000, discount: 3_000, addOns: null, soldBelowMonths: 120 },
  PLUS: { idvFactor: 10_000, discount: 2_200, addOns: { shareOfIdv: 42, fixed: 15_000 }, soldBelowMonths: 60 },
  MAX: { idvFactor: 10_800, discount: 1_500, addOns: { shareOfIdv: 85, fixed: 30_000 }, soldBelowMonths: 36 },
};

/** No plan is sold from this age on. */
export const OLDEST_MONTHS = 120;

const OD_RATE_OF_AGE: Steps<number> = {
  steps: [
    [12, 255],
    [36, 275],
    [60, 300],
  ],
  beyond: 335,
};
const RURAL_REBATE = 20;
const LARGE_ENGINE_LOADING = 20;
const LARGE_ENGINE_BAND = 2;

/** Own damage as a share of the IDV. */
export const ownDamageRate = (vehicle: Vehicle, zone: Rto['zone'], months: number): number =>
  below(OD_RATE_OF_AGE, months) -
  (zone === 'B' ? RURAL_REBATE : 0) +
  (liabilityBand(vehicle) === LARGE_ENGINE_BAND ? LARGE_ENGINE_LOADING : 0);

export const OWNER_DRIVER_PA = 35_000;
