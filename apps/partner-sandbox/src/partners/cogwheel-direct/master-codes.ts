import { RTOS, type Rto, VEHICLES, type Vehicle } from '@app/product-lines';

/** C's model keys (rating.md Annex 1, column C). */
const MODEL_KEYS: Readonly<Record<string, string>> = {
  FW01: 'gulmohar.chalet.1-0-lxi',
  FW02: 'gulmohar.chalet.1-2-zxi',
  FW03: 'nilgai.tern.1-2-cng',
  FW04: 'nilgai.heron.1-5-d',
  FW05: 'tejomay.summit.2-0-at',
  FW06: 'tejomay.summit.1-5-hybrid',
  FW07: 'vidyutka.volt-e.30',
  FW08: 'vidyutka.volt-e.60',
  FW09: 'monsoon.grand.3-0',
  FW10: 'gulmohar.dabba.0-8-lpg',
  TW01: 'cheetal.swiftlet.100',
  TW02: 'cheetal.swiftlet.125',
  TW03: 'barasingha.220r.std',
  TW04: 'barasingha.650.twin',
  TW05: 'urjaka.scoot.s',
  TW06: 'urjaka.scoot.pro',
};

export const VEHICLE_OF_MODEL: ReadonlyMap<string, Vehicle> = new Map(
  [...VEHICLES.values()].flatMap((vehicle) => {
    const modelKey = MODEL_KEYS[vehicle.vehicleId];
    return modelKey === undefined ? [] : [[modelKey, vehicle] as const];
  }),
);

/** C writes the offices in lower case: `mh12`. */
export const OFFICE_OF_RTO: ReadonlyMap<string, Rto> = new Map(
  [...RTOS.values()].map((rto) => [rto.rtoCode.toLowerCase(), rto]),
);
