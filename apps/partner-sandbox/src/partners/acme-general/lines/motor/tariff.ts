import type { Rto, Vehicle } from '@app/product-lines';
import { below, type Steps } from '../../../../rating/steps.js';
import type { AddOn } from './codes.js';

/** A's own motor tables (rating.md §3.1). Amounts in paise, shares in basis points. */

type VehicleClass = Vehicle['vehicleClass'];

/** Own damage per 100 000 of the IDV, by zone, class and band, each for a vehicle under 60, under 120 and more months. */
const OD_RATES: Readonly<Record<Rto['zone'], Record<VehicleClass, readonly (readonly [number, number, number])[]>>> = {
  A: {
    '4W': [
      [3127, 3283, 3362],
      [3283, 3447, 3529],
      [3440, 3612, 3698],
    ],
    '2W': [
      [1708, 1793, 1836],
      [1793, 1883, 1928],
      [1879, 1973, 2020],
    ],
  },
  B: {
    '4W': [
      [3039, 3191, 3267],
      [3191, 3351, 3430],
      [3343, 3510, 3594],
    ],
    '2W': [
      [1676, 1760, 1802],
      [1760, 1848, 1892],
      [1844, 1936, 1982],
    ],
  },
};

export function ownDamageRate(zone: Rto['zone'], vehicleClass: VehicleClass, band: number, months: number): number {
  const rates = OD_RATES[zone][vehicleClass][band];
  if (rates === undefined) throw new RangeError(`No own-damage rate for band ${band} of ${vehicleClass}`);
  const [young, middle, old] = rates;
  const byAge: Steps<number> = {
    steps: [
      [60, young],
      [120, middle],
    ],
    beyond: old,
  };
  return below(byAge, months);
}

export const OD_DISCOUNT: Readonly<Record<VehicleClass, Readonly<Record<Rto['zone'], number>>>> = {
  '4W': { A: 2500, B: 3000 },
  '2W': { A: 2000, B: 2000 },
};

export interface DeductibleDiscount {
  readonly deductible: number;
  readonly share: number;
  readonly cap: number;
}

const deductible = (amount: number, share: number, cap: number): DeductibleDiscount => ({
  deductible: amount,
  share,
  cap,
});

/** Voluntary deductibles on offer, and what they save. */
export const VOLUNTARY_DEDUCTIBLES: Readonly<Record<VehicleClass, readonly DeductibleDiscount[]>> = {
  '4W': [
    deductible(0, 0, 0),
    deductible(250_000, 2000, 75_000),
    deductible(500_000, 2500, 150_000),
    deductible(750_000, 3000, 200_000),
    deductible(1_500_000, 3500, 250_000),
  ],
  '2W': [
    deductible(0, 0, 0),
    deductible(50_000, 500, 5_000),
    deductible(75_000, 1000, 7_500),
    deductible(100_000, 1500, 12_500),
    deductible(150_000, 2000, 20_000),
    deductible(300_000, 2500, 25_000),
  ],
};

/** A fixed amount, or a share of the IDV by the vehicle's age in months; undefined: not for so old a vehicle. */
export type AddOnTariff = { readonly flat: number } | { readonly shareOfIdv: Steps<number | undefined> };

const forVehiclesBelow = (...steps: [months: number, share: number][]): AddOnTariff => ({
  shareOfIdv: { steps, beyond: undefined },
});

/** What is not in the table is not offered for the class. */
export const ADD_ON_TARIFFS: Readonly<Record<VehicleClass, Partial<Record<AddOn, AddOnTariff>>>> = {
  '4W': {
    ZD: forVehiclesBelow([36, 40], [60, 70]),
    RSA: { flat: 14_900 },
    EP: forVehiclesBelow([60, 10]),
    RTI: forVehiclesBelow([36, 25]),
    CON: forVehiclesBelow([60, 6]),
  },
  '2W': {
    ZD: forVehiclesBelow([60, 60]),
    RSA: { flat: 7_500 },
  },
};

export const BIFUEL_LOADING = 400;
export const OWNER_DRIVER_PA = 33_000;
export const GST_SHARE = 1800;
