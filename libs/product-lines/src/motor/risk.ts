import { z } from 'zod';
import { civilDate, minor } from '../forms.js';
import { COVER_TYPES, FUEL_TYPES, MOTOR_ADD_ONS, NCB_PERCENTS } from './codes.js';
import { REGISTRATION_NUMBER } from './registration-number.js';

const previousPolicy = z.strictObject({
  insurerName: z.string().min(1).max(100),
  policyNumber: z.string().min(1).max(40).nullish(),
  coverType: z.enum(COVER_TYPES),
  expiryDate: civilDate,
  ncbPercent: z.literal(NCB_PERCENTS),
  claimCount: z.int().min(0).max(99),
  hadZeroDep: z.boolean(),
});

/**
 * What both motor lines ask (canonical-model.md §3). Required is what the examples contain; of the vehicle its id is
 * enough, and facts of the master that are sent must agree with it.
 */
export const motorRisk = (deductiblesMinor: readonly number[]) =>
  z.strictObject({
    registrationNumber: z
      .string()
      .regex(REGISTRATION_NUMBER, 'expected a plate without separators, MH12AB1234')
      .nullable(),
    rtoCode: z.string().regex(/^[A-Z]{2}[0-9]{1,2}[A-Z]?$/),
    isNewVehicle: z.boolean(),
    bhSeries: z.boolean(),
    vehicleId: z.string().min(1).max(40),
    make: z.string().max(60).nullish(),
    model: z.string().max(60).nullish(),
    variant: z.string().max(60).nullish(),
    fuelType: z.enum(FUEL_TYPES).nullish(),
    engineCapacityCc: z.int().min(0).max(20_000).nullish(),
    motorPowerWatts: z.int().min(0).max(2_000_000).nullish(),
    seatingCapacity: z.int().min(1).max(10).nullish(),
    exShowroomPriceMinor: minor.nullish(),
    manufactureYear: z.int().min(1900).max(2100),
    registrationDate: civilDate,
    usage: z.enum(['PRIVATE']),
    ownerType: z.enum(['INDIVIDUAL', 'COMPANY']),
    policyStartDate: civilDate,
    policyTenureYears: z.int().min(1).max(5),
    coverType: z.enum(COVER_TYPES),
    requestedIdvMinor: minor.min(1).nullable(),
    previousPolicy: previousPolicy.nullable(),
    addOns: z.array(z.enum(MOTOR_ADD_ONS)).max(50),
    voluntaryDeductibleMinor: z.literal([...deductiblesMinor]),
    electricalAccessoriesMinor: minor,
    nonElectricalAccessoriesMinor: minor,
    externalGasKitMinor: minor,
  });

/** A motor risk as a client sends it. */
export type MotorRiskInput = z.infer<ReturnType<typeof motorRisk>>;
