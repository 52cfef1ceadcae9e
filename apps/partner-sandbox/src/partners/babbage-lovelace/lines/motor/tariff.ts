import type { Rto, Vehicle } from '@app/product-lines';
import { pct, rupee } from '../../../../rating/arithmetic.js';
import { liabilityBand, tariffIdv } from '../../../../rating/motor-tables.js';
import { below, type Steps } from '../../../../rating/steps.js';
import type { AddOn } from './codes.js';

/** B's own motor tables (rating.md §4.1). Amounts in paise, shares in basis points. */

const HUNDRED_RUPEES = 10_000;

export interface IdvRange {
  readonly recommended: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** What B would insure the vehicle for: a little less than the tariff, down to ₹100. */
export function idvRange(vehicle: Vehicle, months: number): IdvRange {
  const recommended = Math.floor(pct(tariffIdv(vehicle, months), 9700) / HUNDRED_RUPEES) * HUNDRED_RUPEES;
  return { recommended, minimum: rupee(pct(recommended, 8500)), maximum: rupee(pct(recommended, 11_500)) };
}

/** Own damage by the vehicle's age in months. */
const OD_SHARE: Steps<number> = {
  steps: [
    [12, 210],
    [36, 235],
    [60, 260],
  ],
  beyond: 295,
};
const SHARE_OF_BAND = [9_500, 10_000, 11_200];
const SHARE_OF_ZONE: Readonly<Record<Rto['zone'], number>> = { A: 10_500, B: 10_000 };

/** The three factors of own damage, whose product is a share of the IDV in 10⁻¹². */
export function ownDamageFactors(vehicle: Vehicle, zone: Rto['zone'], months: number): readonly number[] {
  const ofBand = SHARE_OF_BAND[liabilityBand(vehicle)];
  if (ofBand === undefined) throw new RangeError(`No own-damage rate for ${vehicle.vehicleId}`);
  return [below(OD_SHARE, months), ofBand, SHARE_OF_ZONE[zone]];
}

/** A fixed amount, or a share of the IDV while the vehicle is young enough. */
export type AddOnTariff = { readonly flat: number } | { readonly shareOfIdv: number; readonly belowMonths: number };

export const ADD_ON_TARIFFS: Readonly<Record<AddOn, AddOnTariff>> = {
  ZDEP: { shareOfIdv: 55, belowMonths: 60 },
  RSA: { flat: 19_900 },
  ENGP: { shareOfIdv: 12, belowMonths: 60 },
  RTI: { shareOfIdv: 30, belowMonths: 24 },
  CONS: { shareOfIdv: 8, belowMonths: 60 },
};

export const OWNER_DRIVER_PA = 37_500;
export const POLICY_FEE = 5_000;
export const GST_PERCENT = 18;
