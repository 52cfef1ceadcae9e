import { formatRupees } from '@app/domain';
import { z } from 'zod';
import { civilDate, minor } from '../forms.js';
import { choice, numberChoice, worded } from '../wording.js';
import { COVER_TYPES, FUEL_TYPES, MOTOR_ADD_ONS, NCB_PERCENTS } from './codes.js';
import { REGISTRATION_NUMBER } from './registration-number.js';
import { ADD_ON_TITLES, COVER_TYPE_TITLES, FUEL_TYPE_TITLES, MOTOR_WORDS, PREVIOUS_POLICY_WORDS } from './wording.js';

const previousPolicy = {
  insurerName: z.string().min(1).max(100),
  policyNumber: z.string().min(1).max(40).nullish(),
  coverType: choice(COVER_TYPES, COVER_TYPE_TITLES),
  expiryDate: civilDate,
  ncbPercent: numberChoice(NCB_PERCENTS, (percent) => `${percent}%`),
  claimCount: z.int().min(0).max(99),
  hadZeroDep: z.boolean(),
};

/** 250000 → `₹2,500`. */
const wholeRupees = (amountMinor: number): string => formatRupees(amountMinor).replace(/\.00$/, '');

const fields = (deductiblesMinor: readonly number[]) => ({
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
  fuelType: choice(FUEL_TYPES, FUEL_TYPE_TITLES).nullish(),
  engineCapacityCc: z.int().min(0).max(20_000).nullish(),
  motorPowerWatts: z.int().min(0).max(2_000_000).nullish(),
  seatingCapacity: z.int().min(1).max(10).nullish(),
  exShowroomPriceMinor: minor.nullish(),
  manufactureYear: z.int().min(1900).max(2100),
  registrationDate: civilDate,
  usage: choice(['PRIVATE'], { PRIVATE: 'Private' }),
  ownerType: choice(['INDIVIDUAL', 'COMPANY'], { INDIVIDUAL: 'A person', COMPANY: 'A company' }),
  policyStartDate: civilDate,
  policyTenureYears: z.int().min(1).max(5),
  coverType: choice(COVER_TYPES, COVER_TYPE_TITLES),
  requestedIdvMinor: minor.min(1).nullable(),
  previousPolicy: z.strictObject(worded(previousPolicy, PREVIOUS_POLICY_WORDS)).nullable(),
  addOns: z.array(choice(MOTOR_ADD_ONS, ADD_ON_TITLES)).max(50),
  voluntaryDeductibleMinor: numberChoice(deductiblesMinor, wholeRupees),
  electricalAccessoriesMinor: minor,
  nonElectricalAccessoriesMinor: minor,
  externalGasKitMinor: minor,
});

/**
 * What both motor lines ask (canonical-model.md §3). Required is what the examples contain; of the vehicle its id is
 * enough, and facts of the master that are sent must agree with it.
 */
export const motorRisk = (deductiblesMinor: readonly number[]) =>
  z.strictObject(worded(fields(deductiblesMinor), MOTOR_WORDS));

/** A motor risk as a client sends it. */
export type MotorRiskInput = z.infer<ReturnType<typeof motorRisk>>;
