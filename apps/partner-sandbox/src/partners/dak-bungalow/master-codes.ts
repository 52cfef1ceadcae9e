import { type FuelType, RTOS, type Rto, VEHICLES, type Vehicle } from '@app/product-lines';

/** D's vehicle codes (rating.md Annex 1, column D); vehicles that are not here are unknown to D. */
const MMV_CODES: Readonly<Record<string, string>> = {
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
};

/** D's numbers of the offices (rating.md Annex 2, column D). */
const RTO_CODES: Readonly<Record<string, string>> = {
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
};

/** A master under D's codes instead of its own. */
function underCodes<Entry>(
  master: ReadonlyMap<string, Entry>,
  codes: Readonly<Record<string, string>>,
): ReadonlyMap<string, Entry> {
  return new Map(
    [...master].flatMap(([key, entry]) => {
      const code = codes[key];
      return code === undefined ? [] : [[code, entry] as const];
    }),
  );
}

export const VEHICLE_OF_MMV: ReadonlyMap<string, Vehicle> = underCodes(VEHICLES, MMV_CODES);

export const OFFICE_OF_RTO: ReadonlyMap<string, Rto> = underCodes(RTOS, RTO_CODES);

export const FUEL_CODES = ['1', '2', '3', '4'] as const;

/** D has no code for what it does not insure. */
export const CODE_OF_FUEL: Readonly<Partial<Record<FuelType, (typeof FUEL_CODES)[number]>>> = {
  PETROL: '1',
  DIESEL: '2',
  CNG: '3',
  LPG: '4',
};
