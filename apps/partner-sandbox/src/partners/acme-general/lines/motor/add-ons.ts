import type { Vehicle } from '@app/product-lines';
import { pct } from '../../../../rating/arithmetic.js';
import { below } from '../../../../rating/steps.js';
import type { AddOn } from './codes.js';
import { ADD_ON_TARIFFS } from './tariff.js';

/** Either a price in paise, or why the add-on cannot be sold. */
export type AddOnOutcome =
  | { readonly code: AddOn; readonly amount: number; readonly reason: null }
  | { readonly code: AddOn; readonly amount: null; readonly reason: 'VEHICLE_AGE' | 'NOT_OFFERED' | 'COVER_TYPE' };

/** Step 8 of A's price (rating.md §3.1). `idv` is null for liability cover. */
export function priceAddOn(
  code: AddOn,
  vehicleClass: Vehicle['vehicleClass'],
  months: number,
  idv: number | null,
): AddOnOutcome {
  if (idv === null) return { code, amount: null, reason: 'COVER_TYPE' };
  const tariff = ADD_ON_TARIFFS[vehicleClass][code];
  if (tariff === undefined) return { code, amount: null, reason: 'NOT_OFFERED' };
  if ('flat' in tariff) return { code, amount: tariff.flat, reason: null };
  const share = below(tariff.shareOfIdv, months);
  return share === undefined
    ? { code, amount: null, reason: 'VEHICLE_AGE' }
    : { code, amount: pct(idv, share), reason: null };
}
