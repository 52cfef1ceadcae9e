import { RTOS, VEHICLES, type Vehicle } from '@app/product-lines';

/** B's manufacturer and model codes (rating.md Annex 1, column B); vehicles that are not here are unknown to B. */
const MODEL_CODES: Readonly<Record<string, string>> = {
  FW01: 'GUL/CH10LXI',
  FW02: 'GUL/CH12ZXI',
  FW03: 'NIL/TN12CNG',
  FW04: 'NIL/HR15D',
  FW05: 'TEJ/SM20AT',
  FW06: 'TEJ/SM15HY',
  FW09: 'MON/GR30',
  FW10: 'GUL/DB08LPG',
};

const VEHICLE_OF_MODEL: ReadonlyMap<string, Vehicle> = new Map(
  [...VEHICLES.values()].flatMap((vehicle) => {
    const modelCode = MODEL_CODES[vehicle.vehicleId];
    return modelCode === undefined ? [] : [[modelCode, vehicle] as const];
  }),
);

export const findVehicle = (manufacturerCd: string, modelCd: string): Vehicle | undefined =>
  VEHICLE_OF_MODEL.get(`${manufacturerCd}/${modelCd}`);

/** B writes the offices as everybody does: `MH12`. */
export const OFFICE_OF_TERRITORY = RTOS;
