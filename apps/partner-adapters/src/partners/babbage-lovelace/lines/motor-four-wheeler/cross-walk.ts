import type { CoverType, FuelType, MotorAddOn, NcbPercent } from '@app/product-lines';
import type { BabbageAddOn, BabbageCover } from './wire.js';

/** Our codes to B's. What is missing B does not know, and gets no quote request for. */

/** rating.md Annex 1, column B: manufacturer and model. */
export const MODELS: ReadonlyMap<string, readonly [manufacturer: string, model: string]> = new Map(
  Object.entries({
    FW01: ['GUL', 'CH10LXI'],
    FW02: ['GUL', 'CH12ZXI'],
    FW03: ['NIL', 'TN12CNG'],
    FW04: ['NIL', 'HR15D'],
    FW05: ['TEJ', 'SM20AT'],
    FW06: ['TEJ', 'SM15HY'],
    FW09: ['MON', 'GR30'],
    FW10: ['GUL', 'DB08LPG'],
  } as const),
);

/** rating.md Annex 2: B writes our codes. */
export const TERRITORIES: ReadonlySet<string> = new Set([
  'MH01',
  'MH12',
  'DL01',
  'KA01',
  'TN01',
  'WB02',
  'TS09',
  'GJ01',
  'MH20',
  'UP32',
  'KA19',
  'RJ14',
  'KL07',
  'AS01',
]);

export const FUELS: Readonly<Record<FuelType, string>> = {
  PETROL: 'Gas',
  DIESEL: 'Diesel',
  CNG: 'NatGas',
  LPG: 'Propane',
  HYBRID: 'GasElectric',
  ELECTRIC: 'Electric',
};

export const COVERS: Readonly<Record<CoverType, BabbageCover>> = {
  COMPREHENSIVE: 'CO',
  OWN_DAMAGE: 'OD',
  THIRD_PARTY: 'LO',
};

export const PLAN_NAMES: Readonly<Record<BabbageCover, string>> = {
  CO: 'Car Comprehensive',
  OD: 'Car Own Damage',
  LO: 'Car Liability Only',
};

/** The slab that the customer is entitled to. */
export const NCB_CODES: Readonly<Record<NcbPercent, string>> = {
  0: 'N0',
  20: 'N1',
  25: 'N2',
  35: 'N3',
  45: 'N4',
  50: 'N5',
};

/** The add-ons that B sells. */
export const COVERAGE_CODES: Readonly<Partial<Record<MotorAddOn, BabbageAddOn>>> = {
  ZERO_DEP: 'ZDEP',
  ROADSIDE_ASSIST: 'RSA',
  ENGINE_PROTECT: 'ENGP',
  RETURN_TO_INVOICE: 'RTI',
  CONSUMABLES: 'CONS',
  PA_OWNER_DRIVER: 'PAOD',
};
