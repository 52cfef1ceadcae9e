import { below, type Steps } from '../../../../rating/steps.js';

/** C's own term-life tables (rating.md §5.2). Shares in basis points. */

export const YOUNGEST_AGE = 18;
/** Years of term that cost no more than the age does. */
export const TERM_WITHOUT_LOADING = 10;
export const TERM_LOADING_PER_YEAR = 120;

/** Per lakh of sum assured, by the years beyond the youngest age. */
export const ageRate = (yearsBeyond: number): number => 6000 + 150 * yearsBeyond + 12 * yearsBeyond ** 2;

export const SMOKER_FACTOR = { Y: 16_500, N: 10_000 } as const;
export const SEX_FACTOR = { M: 10_000, F: 9_000, X: 10_000 } as const;

/** By lakhs of sum assured. */
const SUM_ASSURED_DISCOUNT: Steps<number> = {
  steps: [
    [100, 0],
    [200, 800],
  ],
  beyond: 1100,
};

/** In basis points. */
export const discountOf = (lakhs: number): number => below(SUM_ASSURED_DISCOUNT, lakhs);

/** One of twelve instalments, as a share of a year. */
export const MONTHLY_SHARE = 880;
export const INSTALMENTS = 12;
