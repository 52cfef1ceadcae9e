export const SEXES = ['MALE', 'FEMALE', 'OTHER'] as const;
export type Sex = (typeof SEXES)[number];

export const FREQUENCIES = ['ANNUAL', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const OCCUPATION_CLASSES = [1, 2, 3] as const;
export type OccupationClass = (typeof OCCUPATION_CLASSES)[number];

/** Of sums assured, in rupees. */
export const LAKH = 100_000;
