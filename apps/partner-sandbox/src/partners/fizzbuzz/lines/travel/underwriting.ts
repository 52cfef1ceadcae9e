import type { PlanAssessment, Reason } from '../fizzbuzz-line.js';
import { priceMembers } from '../price.js';
import type { TravelPlan } from './codes.js';
import { agesOf, rateTravel, type TravelRisk } from './rating.js';
import { PLAN_TARIFFS } from './tariff.js';

const TOO_OLD: Reason = { code: 'FZ-D11', text: 'Traveller older than 80' };
const TOO_OLD_FOR_PLAN: Reason = { code: 'FZ-D12', text: 'Plan not sold for travellers older than 70' };
const PRE_EXISTING: Reason = { code: 'FZ-D13', text: 'Plan not sold for pre-existing diseases' };

const OLDEST_AGE = 80;
const OLDEST_AGE_BUT_FOR_SILVER = 70;

function declineOf(risk: TravelRisk, plan: TravelPlan): Reason | null {
  const eldest = Math.max(...agesOf(risk));
  if (eldest > OLDEST_AGE) return TOO_OLD;
  if (eldest > OLDEST_AGE_BUT_FOR_SILVER && plan !== 'SILVER') return TOO_OLD_FOR_PLAN;
  return plan === 'SILVER' && risk.travellers.some(({ ped }) => ped) ? PRE_EXISTING : null;
}

/** Rules and price of one plan (rating.md §8.2). */
export function assessTravel(risk: TravelRisk, plan: TravelPlan): PlanAssessment {
  const reason = declineOf(risk, plan);
  if (reason !== null) return { kind: 'declined', reason };
  const price = rateTravel(risk, plan);
  const medicalLimit = { minor: PLAN_TARIFFS[plan].medicalLimit, ccy: 'USD' };
  return { kind: 'priced', totalMinor: price.total, members: { medicalLimit, ...priceMembers(price) } };
}
