import { ageOn } from '@app/domain';
import { pct, roundHalfUp, sum } from '../../../../rating/arithmetic.js';
import { isMetroPincode } from '../../../../rating/metro-pincodes.js';
import { ADULT_AGE, type PolicyType, type SumInsured, type TenureYears } from './codes.js';
import {
  basePremium,
  FLOATER_SHARES,
  LOADING_PER_CONDITIONED_MEMBER,
  LONG_TERM_DISCOUNT,
  SUM_INSURED_FACTOR,
  TOBACCO_LOADING,
  ZONE_DISCOUNT,
} from './tariff.js';

export interface HealthMember {
  readonly dateOfBirth: string;
  readonly hasConditions: boolean;
  readonly tobacco: boolean;
}

/** What A rates. Dates `YYYY-MM-DD`, amounts in paise. */
export interface HealthRisk {
  readonly startDate: string;
  readonly policyType: PolicyType;
  readonly sumInsured: SumInsured;
  readonly tenureYears: TenureYears;
  readonly pincode: string;
  readonly members: readonly HealthMember[];
}

export interface PriceLine {
  readonly code: string;
  readonly amount: number;
}

export interface HealthPrice {
  readonly lines: readonly PriceLine[];
  /** Also the total: health is exempt from GST. */
  readonly net: number;
}

export const agesOf = ({ members, startDate }: HealthRisk): number[] =>
  members.map(({ dateOfBirth }) => ageOn(dateOfBirth, startDate));

export const conditionedMembers = ({ members }: HealthRisk): number =>
  members.filter(({ hasConditions }) => hasConditions).length;

function floaterBase(ages: readonly number[], factor: number): number {
  const children = ages.filter((age) => age < ADULT_AGE).length;
  const adults = ages.length - children;
  const share = 10_000 + FLOATER_SHARES.furtherAdult * (adults - 1) + FLOATER_SHARES.child * children;
  return roundHalfUp(BigInt(basePremium(Math.max(...ages))) * BigInt(factor) * BigInt(share), 100_000_000n);
}

function base(risk: HealthRisk): number {
  const ages = agesOf(risk);
  const factor = SUM_INSURED_FACTOR[risk.sumInsured];
  return risk.policyType === 'FLOATER'
    ? floaterBase(ages, factor)
    : sum(ages.map((age) => pct(basePremium(age), factor)));
}

/** A line as a function of what stands above it. */
type RunningLine = readonly [code: string, amount: (subtotal: number) => number];

function runningLines(risk: HealthRisk): RunningLine[] {
  const { pincode, members, tenureYears } = risk;
  const smokes = members.some(({ tobacco }) => tobacco);
  return [
    ['ZONE_DISCOUNT', (s) => (isMetroPincode(pincode) ? 0 : -pct(s, ZONE_DISCOUNT))],
    ['PED_LOADING', (s) => pct(s, LOADING_PER_CONDITIONED_MEMBER * conditionedMembers(risk))],
    ['TOBACCO_LOADING', (s) => (smokes ? pct(s, TOBACCO_LOADING) : 0)],
    ['TENURE_EXTENSION', (s) => s * (tenureYears - 1)],
    ['LONG_TERM_DISCOUNT', (s) => -pct(s, LONG_TERM_DISCOUNT[tenureYears])],
  ];
}

/** A's price, to the paisa (rating.md §3.2). */
export function rateHealth(risk: HealthRisk): HealthPrice {
  const lines: PriceLine[] = [{ code: 'BASE', amount: base(risk) }];
  for (const [code, amountOf] of runningLines(risk)) {
    const amount = amountOf(sum(lines.map(({ amount }) => amount)));
    if (amount !== 0) lines.push({ code, amount });
  }
  return { lines, net: sum(lines.map(({ amount }) => amount)) };
}
