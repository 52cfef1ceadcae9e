import type { PlanAssessment, PlanError, Reason } from '../fizzbuzz-line.js';
import { priceMembers } from '../price.js';
import type { MotorPlan } from './codes.js';
import { ageInMonths, type MotorRisk, rateMotor } from './rating.js';
import { OLDEST_MONTHS, PLAN_TARIFFS } from './tariff.js';

const TOO_OLD: Reason = { code: 'FZ-D01', text: 'Vehicle is 120 months or older' };
const TOO_OLD_FOR_PLAN: Reason = { code: 'FZ-D02', text: 'Plan not sold for a vehicle of this age' };
const NO_TABLE: PlanError = {
  code: 'FZ-E10',
  retryable: false,
  text: 'No MAX rating table for hybrid vehicles',
};

/** Rules and price of one plan (rating.md §8.1). */
export function assessMotor(risk: MotorRisk, plan: MotorPlan): PlanAssessment {
  const months = ageInMonths(risk);
  if (months >= OLDEST_MONTHS) return { kind: 'declined', reason: TOO_OLD };
  if (months >= PLAN_TARIFFS[plan].soldBelowMonths) return { kind: 'declined', reason: TOO_OLD_FOR_PLAN };
  if (plan === 'MAX' && risk.vehicle.fuelType === 'HYBRID') return { kind: 'failed', error: NO_TABLE };
  const price = rateMotor(risk, plan);
  return { kind: 'priced', totalMinor: price.total, members: { idvMinor: price.idv, ...priceMembers(price) } };
}
