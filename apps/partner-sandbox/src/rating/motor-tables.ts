import type { Vehicle } from '@app/product-lines';
import { pct, rupee } from './arithmetic.js';
import { below, type Steps, upTo } from './steps.js';

/** What all partners' motor prices have in common (rating.md §2). Amounts in paise. */

interface BandLimits {
  readonly cc: Steps<number>;
  readonly watts: Steps<number>;
}

const BAND_LIMITS: Readonly<Record<Vehicle['vehicleClass'], BandLimits>> = {
  '4W': {
    cc: {
      steps: [
        [1000, 0],
        [1500, 1],
      ],
      beyond: 2,
    },
    watts: {
      steps: [
        [30_000, 0],
        [65_000, 1],
      ],
      beyond: 2,
    },
  },
  '2W': {
    cc: {
      steps: [
        [75, 0],
        [150, 1],
        [350, 2],
      ],
      beyond: 3,
    },
    watts: {
      steps: [
        [3_000, 0],
        [7_000, 1],
        [16_000, 2],
      ],
      beyond: 3,
    },
  },
};

/** The band of the third-party premium, by capacity or, for electric vehicles, power. */
export function liabilityBand(vehicle: Vehicle): number {
  const limits = BAND_LIMITS[vehicle.vehicleClass];
  return vehicle.fuelType === 'ELECTRIC'
    ? upTo(limits.watts, vehicle.motorPowerWatts)
    : upTo(limits.cc, vehicle.engineCapacityCc);
}

/** The band of own damage: a car's own; two-wheelers have three. */
export function ownDamageBand(vehicle: Vehicle): number {
  const band = liabilityBand(vehicle);
  return vehicle.vehicleClass === '4W' ? band : Math.max(0, band - 1);
}

const LIABILITY_PREMIUM: Readonly<Record<Vehicle['vehicleClass'], readonly number[]>> = {
  '4W': [209_400, 341_600, 789_700],
  '2W': [53_800, 71_400, 136_600, 280_400],
};

/** Basis points of the third-party premium that a clean drive pays. */
const LIABILITY_SHARE: Partial<Record<Vehicle['fuelType'], number>> = { ELECTRIC: 8500, HYBRID: 9250 };

/** TP: the third-party premium. */
export function liabilityPremium(vehicle: Vehicle): number {
  const premium = LIABILITY_PREMIUM[vehicle.vehicleClass][liabilityBand(vehicle)];
  if (premium === undefined) throw new RangeError(`No third-party premium for ${vehicle.vehicleId}`);
  const share = LIABILITY_SHARE[vehicle.fuelType];
  return share === undefined ? premium : rupee(pct(premium, share));
}

const DEPRECIATION: Steps<number> = {
  steps: [
    [6, 500],
    [12, 1500],
    [24, 2000],
    [36, 3000],
    [48, 4000],
    [60, 5000],
    [72, 5500],
    [84, 6000],
    [96, 6500],
    [120, 7000],
  ],
  beyond: 7500,
};

/** Basis points of the catalogue price that are lost, by completed months since registration. */
export const depreciation = (months: number): number => below(DEPRECIATION, months);

/** The insured declared value of the tariff. */
export const tariffIdv = (vehicle: Vehicle, months: number): number =>
  rupee(pct(vehicle.exShowroomPriceMinor, 10_000 - depreciation(months)));

/** What the customer bears of each own-damage claim. */
export function compulsoryDeductible(vehicle: Vehicle): number {
  if (vehicle.vehicleClass === '2W') return 10_000;
  return liabilityBand(vehicle) === 2 ? 200_000 : 100_000;
}
