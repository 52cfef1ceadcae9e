import { completedMonths } from '@app/domain';
import type { Rto, Vehicle } from '@app/product-lines';
import { pct, roundedProduct } from '../../../../rating/arithmetic.js';
import { depreciation, liabilityPremium } from '../../../../rating/motor-tables.js';
import { type Price, type PriceLine, priceOf } from '../price.js';
import type { Cover, MotorPlan } from './codes.js';
import { OWNER_DRIVER_PA, ownDamageRate, PLAN_TARIFFS } from './tariff.js';

/** What F rates. Dates `YYYY-MM-DD`. */
export interface MotorRisk {
  readonly cover: Cover;
  readonly vehicle: Vehicle;
  readonly zone: Rto['zone'];
  readonly registrationDate: string;
  readonly startDate: string;
  /** The slab that the client says the customer is entitled to, percent. */
  readonly ncbPercent: number;
  readonly ownerDriverPa: boolean;
}

export interface MotorPrice extends Price {
  /** In paise; a thousand rupees is the smallest step. */
  readonly idv: number;
}

export const ageInMonths = (risk: Pick<MotorRisk, 'registrationDate' | 'startDate'>): number =>
  completedMonths(risk.registrationDate, risk.startDate);

const IDV_STEP = 100_000;

function insuredValue(risk: MotorRisk, plan: MotorPlan): number {
  const left = 10_000 - depreciation(ageInMonths(risk));
  const factors = [risk.vehicle.exShowroomPriceMinor, left, PLAN_TARIFFS[plan].idvFactor];
  return IDV_STEP * roundedProduct(factors, 100_000_000n * BigInt(IDV_STEP));
}

function ownDamageLines(risk: MotorRisk, plan: MotorPlan, idv: number): PriceLine[] {
  const { discount: discountShare, addOns } = PLAN_TARIFFS[plan];
  const ownDamage = pct(idv, ownDamageRate(risk.vehicle, risk.zone, ageInMonths(risk)));
  const discount = pct(ownDamage, discountShare);
  return [
    { code: 'OD', minor: ownDamage },
    { code: 'DISCOUNT', minor: -discount },
    { code: 'NCB', minor: -pct(ownDamage - discount, 100 * risk.ncbPercent) },
    { code: 'ADDONS', minor: addOns === null ? 0 : pct(idv, addOns.shareOfIdv) + addOns.fixed },
  ];
}

const liabilityLines = ({ vehicle, ownerDriverPa }: MotorRisk): PriceLine[] => [
  { code: 'TP', minor: liabilityPremium(vehicle) },
  { code: 'PA', minor: ownerDriverPa ? OWNER_DRIVER_PA : 0 },
];

/** The price of one plan, to the paisa (rating.md §8.1). */
export function rateMotor(risk: MotorRisk, plan: MotorPlan): MotorPrice {
  const idv = insuredValue(risk, plan);
  const lines = [...ownDamageLines(risk, plan, idv), ...(risk.cover === 'FULL' ? liabilityLines(risk) : [])];
  return { idv, ...priceOf(lines) };
}
