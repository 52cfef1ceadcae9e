export const POLICY_TYPES = ['FLOATER', 'INDIVIDUAL'] as const;
export type PolicyType = (typeof POLICY_TYPES)[number];

export const RELATIONS = ['SELF', 'SPOUSE', 'CHILD', 'MOTHER', 'FATHER'] as const;

/** In paise: ₹3, 5, 10 and 25 lakh. */
export const SUMS_INSURED = [30_000_000, 50_000_000, 100_000_000, 250_000_000] as const;
export type SumInsured = (typeof SUMS_INSURED)[number];

export const TENURES = [1, 2, 3] as const;
export type TenureYears = (typeof TENURES)[number];

export const MOST_MEMBERS = 6;
export const ADULT_AGE = 18;
