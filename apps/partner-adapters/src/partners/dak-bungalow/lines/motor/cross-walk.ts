import type { MotorLine } from '@app/partner-kit';
import type { CoverType, FuelType, NcbPercent } from '@app/product-lines';
import type { DakCover, DakVehicleClass } from './wire.js';

/** Our codes to D's. What is missing D does not know, and gets no quote request for. */

export const VEHICLE_CLASSES: Readonly<Record<MotorLine, DakVehicleClass>> = {
  'motor-four-wheeler': 'PVT',
  'motor-two-wheeler': '2WH',
};

/** rating.md Annex 1, column D. */
export const MODEL_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    FW01: 'PCGUL00101',
    FW02: 'PCGUL00102',
    FW03: 'PCNIL00203',
    FW04: 'PCNIL00204',
    FW05: 'PCTEJ00305',
    FW09: 'PCMON00509',
    FW10: 'PCGUL00110',
    TW01: 'TWCHE00101',
    TW02: 'TWCHE00102',
    TW03: 'TWBAR00203',
    TW04: 'TWBAR00204',
  }),
);

/** rating.md Annex 2. */
export const RTO_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MH01: '21001',
    MH12: '21012',
    DL01: '11001',
    KA01: '31001',
    TN01: '41001',
    WB02: '51002',
    TS09: '61009',
    GJ01: '71001',
    MH20: '21020',
    UP32: '12032',
    KA19: '31019',
    RJ14: '13014',
  }),
);

/** D has no code for a vehicle with a battery. */
export const FUELS: Readonly<Partial<Record<FuelType, string>>> = { PETROL: '1', DIESEL: '2', CNG: '3', LPG: '4' };

export const COVERS: Readonly<Record<CoverType, DakCover>> = { COMPREHENSIVE: 'P', OWN_DAMAGE: 'O', THIRD_PARTY: 'L' };

/** The slab of the previous policy: D computes the entitled one itself. */
export const NCB_LETTERS: Readonly<Record<NcbPercent, string>> = {
  0: 'Z',
  20: 'A',
  25: 'B',
  35: 'C',
  45: 'D',
  50: 'E',
};

const CLASS_NAMES: Readonly<Record<DakVehicleClass, string>> = { PVT: 'Car', '2WH': 'Two-Wheeler' };
const COVER_NAMES: Readonly<Record<DakCover, string>> = { P: 'Package', O: 'Own Damage', L: 'Liability' };

export const planName = (vehicleClass: DakVehicleClass, cover: DakCover): string =>
  `${CLASS_NAMES[vehicleClass]} ${COVER_NAMES[cover]}`;
