import { ageOn } from '@app/domain';
import { pct, roundedProduct, sum } from '../../../../rating/arithmetic.js';
import { isMetroPincode } from '../../../../rating/metro-pincodes.js';
import type { PriceLine } from '../price-members.js';
import type { Basis, Condition, Deductible, Relationship, SumInsured } from './codes.js';
import {
  adultBase,
  CHILD_BASE,
  CHILD_BELOW_AGE,
  CONDITION_LOADING,
  DEDUCTIBLE_DISCOUNT,
  FULL_FACTOR,
  FURTHER_PERSON_FACTOR,
  SUM_INSURED_FACTOR,
  TOBACCO_LOADING,
  TOWN_FACTOR,
} from './tariff.js';

export interface Person {
  readonly relationship: Relationship;
  readonly birthDate: string;
  readonly conditions: readonly Condition[];
  readonly tobacco: boolean;
}

/** What E rates. Dates `YYYY-MM-DD`, amounts in rupees as they are written. */
export interface HealthRisk {
  readonly startDate: string;
  readonly sumInsured: SumInsured;
  readonly basis: Basis;
  readonly deductible: Deductible;
  readonly postalCode: string;
  readonly persons: readonly Person[];
}

/** Amounts in paise. */
export interface HealthPrice {
  readonly lines: readonly PriceLine[];
  /** Also the total: health is exempt from GST. */
  readonly net: number;
}

export const agesOf = ({ persons, startDate }: HealthRisk): number[] =>
  persons.map(({ birthDate }) => ageOn(birthDate, startDate));

const isChild = ({ relationship }: Person, age: number): boolean => relationship === 'CHILD' && age < CHILD_BELOW_AGE;

const loadingFactor = ({ conditions, tobacco }: Person): number =>
  FULL_FACTOR +
  sum([...new Set(conditions)].map((condition) => CONDITION_LOADING[condition] ?? 0)) +
  (tobacco ? TOBACCO_LOADING : 0);

/** The first of the oldest, whoever they are, counts in full. */
function shareFactor({ basis }: HealthRisk, ages: readonly number[], index: number): number {
  const oldest = ages.indexOf(Math.max(...ages));
  return basis === 'INDIVIDUAL' || index === oldest ? FULL_FACTOR : FURTHER_PERSON_FACTOR;
}

function memberPremium(risk: HealthRisk, ages: readonly number[], person: Person, index: number): number {
  const age = ageOn(person.birthDate, risk.startDate);
  const child = isChild(person, age);
  const factors = [
    child ? CHILD_BASE : adultBase(age),
    SUM_INSURED_FACTOR[risk.sumInsured],
    child ? FULL_FACTOR : shareFactor(risk, ages, index),
    isMetroPincode(risk.postalCode) ? TOWN_FACTOR.metro : TOWN_FACTOR.other,
    loadingFactor(person),
  ];
  return roundedProduct(factors, 10_000_000_000_000_000n);
}

/** E's price, to the paisa (rating.md §7.1). */
export function rateHealth(risk: HealthRisk): HealthPrice {
  const ages = agesOf(risk);
  const members = risk.persons.map((person, index) => memberPremium(risk, ages, person, index));
  const discount = pct(sum(members), DEDUCTIBLE_DISCOUNT[risk.deductible]);
  const lines = members.map((amount, index) => ({ code: `MEMBER_${index + 1}`, amount }));
  return {
    lines: discount === 0 ? lines : [...lines, { code: 'DEDUCTIBLE_DISCOUNT', amount: -discount }],
    net: sum(members) - discount,
  };
}
