import { ageOn } from '@app/domain';
import { pct, roundedProduct, rupee } from '../../../../rating/arithmetic.js';
import {
  ageRate,
  discountOf,
  INSTALMENTS,
  MONTHLY_SHARE,
  SEX_FACTOR,
  SMOKER_FACTOR,
  TERM_LOADING_PER_YEAR,
  TERM_WITHOUT_LOADING,
  YOUNGEST_AGE,
} from './tariff.js';

export const RUPEES_PER_LAKH = 100_000;

/** What C rates. Dates `YYYY-MM-DD`, the sum assured in rupees. */
export interface LifeRisk {
  readonly dateOfBirth: string;
  readonly startDate: string;
  readonly sex: keyof typeof SEX_FACTOR;
  readonly smoker: keyof typeof SMOKER_FACTOR;
  readonly sumAssured: number;
  readonly termYears: number;
  readonly payMode: 'annual' | 'monthly';
}

/** Amounts in paise. */
export interface LifePrice {
  readonly base: number;
  readonly discount: number;
  readonly net: number;
  /** The year at once, to the nearest rupee. */
  readonly annual: number;
  /** One of twelve instalments. */
  readonly instalment: number;
  /** What the first policy year costs in the chosen way of paying. */
  readonly premium: number;
}

export const ageAtStart = ({ dateOfBirth, startDate }: LifeRisk): number => ageOn(dateOfBirth, startDate);

export const lakhsOf = ({ sumAssured }: LifeRisk): number => sumAssured / RUPEES_PER_LAKH;

function basePremium(risk: LifeRisk): number {
  const factors = [
    lakhsOf(risk),
    ageRate(ageAtStart(risk) - YOUNGEST_AGE),
    10_000 + TERM_LOADING_PER_YEAR * Math.max(0, risk.termYears - TERM_WITHOUT_LOADING),
    SMOKER_FACTOR[risk.smoker],
    SEX_FACTOR[risk.sex],
  ];
  return roundedProduct(factors, 1_000_000_000_000n);
}

/** C's price, to the paisa (rating.md §5.2). */
export function rateLife(risk: LifeRisk): LifePrice {
  const base = basePremium(risk);
  const discount = pct(base, discountOf(lakhsOf(risk)));
  const net = base - discount;
  const annual = rupee(net);
  const instalment = rupee(pct(net, MONTHLY_SHARE));
  const premium = risk.payMode === 'annual' ? annual : INSTALMENTS * instalment;
  return { base, discount, net, annual, instalment, premium };
}
