export const BASES = ['FLOATER', 'INDIVIDUAL'] as const;
export type Basis = (typeof BASES)[number];

export const RELATIONSHIPS = ['SELF', 'SPOUSE', 'CHILD', 'MOTHER', 'FATHER'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

export const CONDITIONS = ['DIABETES', 'HYPERTENSION', 'THYROID', 'ASTHMA', 'CARDIAC', 'CANCER'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** In rupees, as they are written in a request. */
export const SUMS_INSURED = ['500000', '1000000', '1500000', '2000000', '5000000', '10000000'] as const;
export type SumInsured = (typeof SUMS_INSURED)[number];

export const DEDUCTIBLES = ['0', '25000', '50000', '100000'] as const;
export type Deductible = (typeof DEDUCTIBLES)[number];

export const MOST_PERSONS = 8;
