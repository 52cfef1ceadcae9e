import { ageOn, daysInclusive } from '@app/domain';
import { pct, roundHalfUp, rupee, sum } from '../../../../rating/arithmetic.js';
import type { Price } from '../babbage-line.js';
import {
  ADVENTURE_LOADING,
  ageShare,
  dailyRate,
  FEWEST_DAYS,
  GROUP_DISCOUNT,
  GROUP_SIZE,
  sumInsuredShare,
} from './tariff.js';

/** What B rates. Dates `YYYY-MM-DD`. */
export interface Journey {
  readonly departureDate: string;
  readonly returnDate: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly birthDates: readonly string[];
  /** Medical expenses, in US cents. */
  readonly sumInsured: number;
  readonly adventure: boolean;
}

export interface PriceLine {
  readonly code: string;
  readonly amount: number;
}

export interface TravelPrice extends Price {
  readonly lines: readonly PriceLine[];
}

export const daysOf = ({ departureDate, returnDate }: Journey): number => daysInclusive(departureDate, returnDate);

/** Ages on the first day of travel. */
export const agesOf = ({ birthDates, departureDate }: Journey): number[] =>
  birthDates.map((birthDate) => ageOn(birthDate, departureDate));

const line = (code: string, amount: number): PriceLine => ({ code, amount });
const isWorthALine = ({ amount }: PriceLine): boolean => amount !== 0;

function travellerAmount(journey: Journey, age: number): number {
  const days = Math.max(daysOf(journey), FEWEST_DAYS);
  const factors = [dailyRate(journey.countries), sumInsuredShare(journey.sumInsured), ageShare(age)];
  return roundHalfUp(
    factors.reduce((product, factor) => product * BigInt(factor), BigInt(days)),
    10n ** 8n,
  );
}

/** B's price of a journey, to the paisa; travel bears no tax (rating.md §4.2). */
export function rateTravel(journey: Journey): TravelPrice {
  const travellers = agesOf(journey).map((age, index) => line(`TRAVELLER_${index + 1}`, travellerAmount(journey, age)));
  const base = sum(travellers.map(({ amount }) => amount));
  const group = travellers.length >= GROUP_SIZE ? pct(base, GROUP_DISCOUNT) : 0;
  const adventure = journey.adventure ? pct(base - group, ADVENTURE_LOADING) : 0;
  const net = base - group + adventure;
  const total = rupee(net);
  return {
    lines: [...travellers, line('GROUP', -group), line('ADVENTURE', adventure)].filter(isWorthALine),
    net,
    tax: 0,
    taxPercent: 0,
    rounding: total - net,
    total,
  };
}
