import { completedMonths } from '@app/domain';
import type { Rto, Vehicle } from '@app/product-lines';
import { pct, roundHalfUp, rupee, sum } from '../../../../rating/arithmetic.js';
import { compulsoryDeductible, liabilityPremium } from '../../../../rating/motor-tables.js';
import type { Price } from '../babbage-line.js';
import { ACCIDENT_COVER, type AddOn, type Coverage, type CoverType } from './codes.js';
import { ADD_ON_TARIFFS, GST_PERCENT, idvRange, OWNER_DRIVER_PA, ownDamageFactors, POLICY_FEE } from './tariff.js';

/** What B rates. Dates `YYYY-MM-DD`, amounts in paise. */
export interface MotorRisk {
  readonly cover: CoverType;
  readonly vehicle: Vehicle;
  readonly zone: Rto['zone'];
  readonly registrationDate: string;
  readonly startDate: string;
  /** The slab that the client says the customer is entitled to, percent. */
  readonly ncbPercent: number;
  readonly requestedIdv: number | null;
  readonly coverages: readonly Coverage[];
}

export interface PriceLine {
  readonly code: string;
  readonly amount: number;
}

export interface MotorPrice extends Price {
  /** Null for liability cover, which insures no value. */
  readonly idv: number | null;
  readonly lines: readonly PriceLine[];
  readonly compulsoryDeductible: number;
  readonly leftOut: readonly AddOn[];
}

export const ageInMonths = (risk: Pick<MotorRisk, 'registrationDate' | 'startDate'>): number =>
  completedMonths(risk.registrationDate, risk.startDate);

const line = (code: string, amount: number): PriceLine => ({ code, amount });
const isWorthALine = ({ amount }: PriceLine): boolean => amount !== 0;

/** Step 2: the requested value, capped. */
function insuredValue(risk: MotorRisk): number | null {
  if (risk.cover === 'LO') return null;
  const { recommended, minimum, maximum } = idvRange(risk.vehicle, ageInMonths(risk));
  return risk.requestedIdv === null ? recommended : Math.min(maximum, Math.max(minimum, risk.requestedIdv));
}

/** Steps 3 and 4. */
function ownDamageLines(risk: MotorRisk, idv: number): PriceLine[] {
  const factors = ownDamageFactors(risk.vehicle, risk.zone, ageInMonths(risk));
  const ownDamage = roundHalfUp(
    factors.reduce((product, factor) => product * BigInt(factor), BigInt(idv)),
    10n ** 12n,
  );
  return [line('OD', ownDamage), line('NCB', -pct(ownDamage, 100 * risk.ncbPercent))].filter(isWorthALine);
}

/** Undefined: not for so old a vehicle. */
function addOnAmount(addOn: AddOn, idv: number, months: number): number | undefined {
  const tariff = ADD_ON_TARIFFS[addOn];
  if ('flat' in tariff) return tariff.flat;
  return months < tariff.belowMonths ? pct(idv, tariff.shareOfIdv) : undefined;
}

/** Step 5, in the order of the request; liability cover has no add-ons and says nothing of those asked for. */
function addOns(risk: MotorRisk, idv: number | null) {
  if (idv === null) return { lines: [], leftOut: [] };
  const asked = [...new Set(risk.coverages)].filter((coverage) => coverage !== ACCIDENT_COVER);
  const priced = asked.map((addOn) => ({ addOn, amount: addOnAmount(addOn, idv, ageInMonths(risk)) }));
  return {
    lines: priced.flatMap(({ addOn, amount }) => (amount === undefined ? [] : [line(addOn, amount)])),
    leftOut: priced.flatMap(({ addOn, amount }) => (amount === undefined ? [addOn] : [])),
  };
}

/** Step 6 without the fee, for the covers that include liability. */
const liabilityLines = ({ vehicle, coverages }: MotorRisk): PriceLine[] => [
  line('TP', liabilityPremium(vehicle)),
  ...(coverages.includes(ACCIDENT_COVER) ? [line(ACCIDENT_COVER, OWNER_DRIVER_PA)] : []),
];

/** B's price, to the paisa (rating.md §4.1). */
export function rateMotor(risk: MotorRisk): MotorPrice {
  const idv = insuredValue(risk);
  const extras = addOns(risk, idv);
  const lines = [
    ...(idv === null ? [] : ownDamageLines(risk, idv)),
    ...extras.lines,
    ...(risk.cover === 'OD' ? [] : liabilityLines(risk)),
    line('FEE', POLICY_FEE),
  ];
  const net = sum(lines.map(({ amount }) => amount));
  const tax = pct(net, 100 * GST_PERCENT);
  const total = rupee(net + tax);
  return {
    idv,
    lines,
    net,
    tax,
    taxPercent: GST_PERCENT,
    rounding: total - net - tax,
    total,
    compulsoryDeductible: idv === null ? 0 : compulsoryDeductible(risk.vehicle),
    leftOut: extras.leftOut,
  };
}
