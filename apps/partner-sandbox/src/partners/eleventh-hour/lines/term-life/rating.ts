import { ageOn } from '@app/domain';
import { pct, roundedProduct } from '../../../../rating/arithmetic.js';
import { type Frequency, LAKH, type OccupationClass, type Sex } from './codes.js';
import { INSTALMENT_PLANS, NON_SMOKER_FACTOR, OCCUPATION_FACTOR, rate, SEX_FACTOR, SMOKER_FACTOR } from './tariff.js';

/** What E rates. Dates `YYYY-MM-DD`, amounts in rupees. */
export interface LifeRisk {
  readonly startDate: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly smoker: boolean;
  readonly sumAssured: number;
  readonly termYears: number;
  readonly frequency: Frequency;
  readonly occupationClass: OccupationClass;
  readonly annualIncome: number;
}

/** Amounts in paise. */
export interface LifePrice {
  readonly base: number;
  readonly instalment: number;
  readonly count: number;
  /** All instalments; nothing else is added, and there is no tax. */
  readonly total: number;
}

export const ageAtStart = ({ birthDate, startDate }: LifeRisk): number => ageOn(birthDate, startDate);

function basePremium(risk: LifeRisk): number {
  const occupation = OCCUPATION_FACTOR[risk.occupationClass];
  if (occupation === undefined) throw new RangeError(`No premium for occupation class ${risk.occupationClass}`);
  const factors = [
    risk.sumAssured / LAKH,
    rate(ageAtStart(risk), risk.termYears),
    risk.smoker ? SMOKER_FACTOR : NON_SMOKER_FACTOR,
    SEX_FACTOR[risk.sex],
    occupation,
  ];
  return roundedProduct(factors, 1_000_000_000_000n);
}

/** E's price, to the paisa (rating.md §7.2). */
export function rateLife(risk: LifeRisk): LifePrice {
  const base = basePremium(risk);
  const { share, count } = INSTALMENT_PLANS[risk.frequency];
  const instalment = pct(base, share);
  return { base, instalment, count, total: count * instalment };
}
