import { RTOS, type Rto, VEHICLES, type Vehicle } from '@app/product-lines';

/** F's model references (rating.md Annex 1, column F); vehicles that are not here are unknown to F. */
const MODEL_REFS: Readonly<Record<string, number>> = {
  FW01: 7001,
  FW02: 7002,
  FW03: 7003,
  FW04: 7004,
  FW05: 7005,
  FW06: 7006,
  FW07: 7007,
  FW08: 7008,
  FW09: 7009,
};

export const VEHICLE_OF_MODEL: ReadonlyMap<string, Vehicle> = new Map(
  [...VEHICLES.values()].flatMap((vehicle) => {
    const modelRef = MODEL_REFS[vehicle.vehicleId];
    return modelRef === undefined ? [] : [[String(modelRef), vehicle] as const];
  }),
);

/** F writes the offices with the country and a hyphen: `IN-MH-12`. */
export const OFFICE_OF_RTO: ReadonlyMap<string, Rto> = new Map(
  [...RTOS.values()].map((rto) => [`IN-${rto.rtoCode.slice(0, 2)}-${rto.rtoCode.slice(2)}`, rto]),
);
