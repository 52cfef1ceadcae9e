import type { Rto, Vehicle } from '@app/product-lines';
import { ownDamageBand, tariffIdv } from '../../../../rating/motor-tables.js';
import { below, type Steps } from '../../../../rating/steps.js';

/** D's own motor tables (rating.md §6). Amounts in whole rupees, shares in basis points. */

export const rupees = (minor: number): number => minor / 100;

/** Insured declared value: the tariff's, and no other. */
export const insuredValue = (vehicle: Vehicle, months: number): number => rupees(tariffIdv(vehicle, months));

/** Own damage per 100 000 of the IDV, by band. */
const OD_RATES: Readonly<Record<Vehicle['vehicleClass'], Readonly<Record<Rto['zone'], readonly number[]>>>> = {
  '4W': { A: [2810, 2950, 3120], B: [2700, 2840, 3010] },
  '2W': { A: [1650, 1740, 1830], B: [1600, 1690, 1780] },
};

export function ownDamageRate(vehicle: Vehicle, zone: Rto['zone']): number {
  const rate = OD_RATES[vehicle.vehicleClass][zone][ownDamageBand(vehicle)];
  if (rate === undefined) throw new RangeError(`No own-damage rate for ${vehicle.vehicleId}`);
  return rate;
}

/** By the vehicle's age in months. */
const AGE_LOADING: Steps<number> = {
  steps: [
    [60, 0],
    [84, 500],
  ],
  beyond: 1000,
};

export const ageLoading = (months: number): number => below(AGE_LOADING, months);

export const OD_DISCOUNT = 3500;
export const NIL_DEP_SHARE = 35;
/** Not for vehicles of so many months. */
export const NIL_DEP_ENDS_MONTHS = 60;
export const ROADSIDE_ASSISTANCE = 125;
export const OWNER_DRIVER_PA = 325;
export const GST_SHARE = 1800;
