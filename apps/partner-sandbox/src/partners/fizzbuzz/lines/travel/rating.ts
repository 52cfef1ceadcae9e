import { ageOn, daysInclusive } from '@app/domain';
import { pct, roundedProduct, sum } from '../../../../rating/arithmetic.js';
import { type Price, type PriceLine, priceOf } from '../price.js';
import type { TravelPlan } from './codes.js';
import {
  ADULT_AGE,
  ANNUAL_DAYS,
  ageFactor,
  CONDITION_LOADING,
  DAY_RATE,
  FAMILY_DISCOUNT,
  FEWEST_DAYS,
  PLAN_TARIFFS,
  regionOf,
} from './tariff.js';

export interface Traveller {
  readonly no: number;
  readonly born: string;
  /** With a pre-existing disease. */
  readonly ped: boolean;
}

/** What F rates. Dates `YYYY-MM-DD`. */
export interface TravelRisk {
  readonly start: string;
  /** The last day of the trip; null for a year of trips. */
  readonly end: string | null;
  readonly countries: readonly string[];
  readonly travellers: readonly Traveller[];
}

export const agesOf = ({ travellers, start }: TravelRisk): number[] => travellers.map(({ born }) => ageOn(born, start));

const daysCharged = ({ start, end }: TravelRisk): number =>
  end === null ? ANNUAL_DAYS : Math.max(daysInclusive(start, end), FEWEST_DAYS);

function travellerLine(risk: TravelRisk, plan: TravelPlan, { no, born, ped }: Traveller): PriceLine {
  const factors = [
    daysCharged(risk),
    DAY_RATE[regionOf(risk.countries)],
    PLAN_TARIFFS[plan].factor,
    ageFactor(ageOn(born, risk.start)),
  ];
  const minor = roundedProduct(factors, 100_000_000n);
  return { code: `TRAVELLER_${no}`, minor: minor + (ped ? pct(minor, CONDITION_LOADING) : 0) };
}

/** Two adults with at least one child. */
function isFamily(risk: TravelRisk): boolean {
  const ages = agesOf(risk);
  const adults = ages.filter((age) => age >= ADULT_AGE).length;
  return adults === 2 && ages.length > adults;
}

/** The price of one plan, to the paisa (rating.md §8.2). */
export function rateTravel(risk: TravelRisk, plan: TravelPlan): Price {
  const travellers = risk.travellers.map((traveller) => travellerLine(risk, plan, traveller));
  const discount = isFamily(risk) ? pct(sum(travellers.map(({ minor }) => minor)), FAMILY_DISCOUNT) : 0;
  return priceOf([...travellers, { code: 'FAMILY', minor: -discount }]);
}
