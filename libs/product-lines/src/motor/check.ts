import type { Fault } from '../fault.js';
import type { VehicleClass } from './codes.js';
import { isBhSeries, REGISTRATION_NUMBER } from './registration-number.js';
import type { MotorRiskInput } from './risk.js';
import { RTOS } from './rtos.js';
import { VEHICLES, type Vehicle } from './vehicles.js';

/** Facts of the master that a client may repeat; when it does they must agree. */
const MASTER_FACTS = [
  'make',
  'model',
  'variant',
  'fuelType',
  'engineCapacityCc',
  'motorPowerWatts',
  'seatingCapacity',
  'exShowroomPriceMinor',
] as const satisfies readonly (keyof Vehicle & keyof MotorRiskInput)[];

const fault = (field: keyof MotorRiskInput, code: Fault['code'], detail: string): Fault => ({
  pointer: `/risk/${field}`,
  code,
  detail,
});

function checkVehicle(risk: Partial<MotorRiskInput>, vehicleClass: VehicleClass): Fault[] {
  if (risk.vehicleId === undefined) return [];
  const vehicle = VEHICLES.get(risk.vehicleId);
  if (vehicle === undefined || vehicle.vehicleClass !== vehicleClass) {
    return [fault('vehicleId', 'UNKNOWN_CODE', `${risk.vehicleId} is not a ${vehicleClass} of the vehicle master`)];
  }
  return MASTER_FACTS.filter((field) => (risk[field] ?? vehicle[field]) !== vehicle[field]).map((field) =>
    fault(field, 'CONTRADICTION', `the vehicle master has ${vehicle[field]} for ${vehicle.vehicleId}`),
  );
}

function checkPlate({ registrationNumber, isNewVehicle, bhSeries }: Partial<MotorRiskInput>): Fault[] {
  if (registrationNumber === undefined) return [];
  if (registrationNumber === null) {
    return isNewVehicle === false ? [fault('registrationNumber', 'REQUIRED', 'null only for a new vehicle')] : [];
  }
  if (!REGISTRATION_NUMBER.test(registrationNumber)) return [];
  const faults: Fault[] = [];
  if (isNewVehicle === true)
    faults.push(fault('registrationNumber', 'CONTRADICTION', 'a new vehicle has no registration number yet'));
  if (bhSeries !== undefined && bhSeries !== isBhSeries(registrationNumber))
    faults.push(fault('bhSeries', 'CONTRADICTION', 'must say whether the plate is of the BH series'));
  return faults;
}

function checkDates(risk: Partial<MotorRiskInput>): Fault[] {
  const { registrationDate, policyStartDate } = risk;
  if (registrationDate === undefined || policyStartDate === undefined || registrationDate <= policyStartDate) return [];
  return [fault('registrationDate', 'DATE_ORDER', `registered after the policy starts (${policyStartDate})`)];
}

/**
 * Everything about a motor risk that goes beyond the form of single fields, all at once. Takes the fields that are well
 * formed; a missing one is somebody else's fault and skips the checks that need it.
 */
export function checkMotorRisk(risk: Partial<MotorRiskInput>, vehicleClass: VehicleClass): Fault[] {
  const faults = [...checkVehicle(risk, vehicleClass), ...checkPlate(risk), ...checkDates(risk)];
  if (risk.rtoCode !== undefined && !RTOS.has(risk.rtoCode))
    faults.push(fault('rtoCode', 'UNKNOWN_CODE', `${risk.rtoCode} is not a registering office of the master`));
  if (risk.isNewVehicle === true && risk.previousPolicy)
    faults.push(fault('previousPolicy', 'CONTRADICTION', 'a new vehicle has no previous policy'));
  return faults;
}
