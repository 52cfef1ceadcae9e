import { type FuelType, RTOS, type Rto, VEHICLES, type Vehicle } from '@app/product-lines';

/** A's model codes (rating.md Annex 1, column A); vehicles that are not here are unknown to A. */
const MODEL_CODES: Readonly<Record<string, string>> = {
  FW01: '410101',
  FW02: '410102',
  FW03: '410203',
  FW04: '410204',
  FW05: '410305',
  FW06: '410306',
  FW07: '410407',
  FW08: '410408',
  FW10: '410110',
  TW01: '520101',
  TW02: '520102',
  TW03: '520203',
  TW04: '520204',
  TW05: '520305',
  TW06: '520306',
};

export const VEHICLE_OF_MODEL: ReadonlyMap<string, Vehicle> = new Map(
  [...VEHICLES.values()].flatMap((vehicle) => {
    const modelCode = MODEL_CODES[vehicle.vehicleId];
    return modelCode === undefined ? [] : [[modelCode, vehicle] as const];
  }),
);

/** A writes the offices with a hyphen: `MH-12`. */
export const OFFICE_OF_RTO: ReadonlyMap<string, Rto> = new Map(
  [...RTOS.values()].map((rto) => [`${rto.rtoCode.slice(0, 2)}-${rto.rtoCode.slice(2)}`, rto]),
);

export const FUEL_CODES = ['P', 'D', 'C', 'L', 'E', 'H'] as const;

export const CODE_OF_FUEL: Readonly<Record<FuelType, (typeof FUEL_CODES)[number]>> = {
  PETROL: 'P',
  DIESEL: 'D',
  CNG: 'C',
  LPG: 'L',
  ELECTRIC: 'E',
  HYBRID: 'H',
};
