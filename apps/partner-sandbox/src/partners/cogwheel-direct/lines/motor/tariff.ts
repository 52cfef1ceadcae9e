import type { FuelType, Rto, Vehicle } from '@app/product-lines';
import { liabilityBand } from '../../../../rating/motor-tables.js';
import type { Bundle } from './codes.js';

/** C's own motor tables (rating.md §5.1). Amounts in paise, shares in basis points. */

type VehicleClass = Vehicle['vehicleClass'];

const LOST_AT_FIRST = 500;
const LOST_AT_MOST = 7500;
const LOST_PER_MONTH: Readonly<Record<VehicleClass, number>> = { '4W': 75, '2W': 85 };

/** Insured declared value: the catalogue price less a share per month, down to a whole rupee. */
export function insuredValue(vehicle: Vehicle, months: number): number {
  const lost = Math.min(LOST_AT_MOST, LOST_AT_FIRST + LOST_PER_MONTH[vehicle.vehicleClass] * months);
  return 100 * Number((BigInt(vehicle.exShowroomPriceMinor) * BigInt(10_000 - lost)) / 1_000_000n);
}

const CAR_RATE = 240;
const CAR_RATE_OF_FUEL: Readonly<Record<FuelType, number>> = {
  PETROL: 0,
  DIESEL: 25,
  CNG: 15,
  LPG: 15,
  ELECTRIC: -30,
  HYBRID: -10,
};
const BIKE_RATE_OF_BAND = [150, 150, 175, 210];
const ELECTRIC_BIKE_RATE = 130;
const METRO_LOADING: Readonly<Record<VehicleClass, number>> = { '4W': 15, '2W': 10 };

function baseRate(vehicle: Vehicle): number {
  if (vehicle.vehicleClass === '4W') return CAR_RATE + CAR_RATE_OF_FUEL[vehicle.fuelType];
  if (vehicle.fuelType === 'ELECTRIC') return ELECTRIC_BIKE_RATE;
  const rate = BIKE_RATE_OF_BAND[liabilityBand(vehicle)];
  if (rate === undefined) throw new RangeError(`No own-damage rate for ${vehicle.vehicleId}`);
  return rate;
}

/** Own damage as a share of the insured value. */
export const ownDamageRate = (vehicle: Vehicle, zone: Rto['zone']): number =>
  baseRate(vehicle) + (zone === 'A' ? METRO_LOADING[vehicle.vehicleClass] : 0);

interface BundleTariff {
  readonly shareOfIdv: number;
  readonly fixed: number;
}

/** A bundle that is not here is not sold for the class. */
export const BUNDLE_TARIFFS: Readonly<Record<VehicleClass, Partial<Record<Bundle, BundleTariff>>>> = {
  '4W': { smart: { shareOfIdv: 45, fixed: 9_900 }, max: { shareOfIdv: 80, fixed: 19_900 } },
  '2W': { smart: { shareOfIdv: 50, fixed: 4_900 } },
};

export const OWNER_DRIVER_PA = 30_000;

/** GST comes in two halves, each rounded for itself. */
export const TAXES = [
  { k: 'CGST', pct: 9 },
  { k: 'SGST', pct: 9 },
] as const;
