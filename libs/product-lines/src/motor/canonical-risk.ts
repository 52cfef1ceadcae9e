import { z } from 'zod';
import { FUEL_TYPES, NCB_PERCENTS } from './codes.js';
import { entitledNcbPercent, isBreakIn } from './facts.js';
import { type MotorRiskInput, motorRisk } from './risk.js';
import { VEHICLES } from './vehicles.js';

/**
 * A motor risk with the facts of the vehicle master and what follows from the customer's own facts. Fields that a later
 * minor version adds are ignored; personal fields are absent while they travel sealed.
 */
export function canonicalMotorRisk(deductiblesMinor: readonly number[]) {
  const { shape } = motorRisk(deductiblesMinor);
  return z.object({
    ...shape,
    registrationNumber: shape.registrationNumber.optional(),
    make: z.string(),
    model: z.string(),
    variant: z.string(),
    fuelType: z.enum(FUEL_TYPES),
    engineCapacityCc: z.int(),
    motorPowerWatts: z.int(),
    seatingCapacity: z.int(),
    exShowroomPriceMinor: z.int(),
    entitledNcbPercent: z.literal(NCB_PERCENTS),
    breakIn: z.boolean(),
  });
}

export type MotorRisk = z.infer<ReturnType<typeof canonicalMotorRisk>>;

/** The canonical risk of a checked input. Throws for an unknown vehicle: `checkMotorRisk` comes first. */
export function completeMotorRisk(input: MotorRiskInput): MotorRisk {
  const vehicle = VEHICLES.get(input.vehicleId);
  if (vehicle === undefined) throw new RangeError(`Unknown vehicle ${input.vehicleId}`);
  const { vehicleClass: _, ...facts } = vehicle;
  return {
    ...input,
    ...facts,
    addOns: [...new Set(input.addOns)],
    entitledNcbPercent: entitledNcbPercent(input.previousPolicy, input.policyStartDate),
    breakIn: isBreakIn(input.previousPolicy, input.policyStartDate),
  };
}
