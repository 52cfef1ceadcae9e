/** A life of the worked examples (rating.md §9). Amounts in rupees; all begin on 2026-12-01. */
export interface WorkedLife {
  readonly gender: 'MALE' | 'FEMALE';
  readonly dateOfBirth: string;
  readonly smoker: boolean;
  readonly sumAssured: number;
  readonly termYears: number;
  readonly frequency: 'ANNUAL' | 'MONTHLY';
  readonly occupationClass: 1 | 2;
  readonly annualIncome: number;
}

export const LIFE_START_DATE = '2026-12-01';

export const WORKED_LIVES = {
  L1: {
    gender: 'MALE',
    dateOfBirth: '1994-06-21',
    smoker: false,
    sumAssured: 10_000_000,
    termYears: 30,
    frequency: 'ANNUAL',
    occupationClass: 1,
    annualIncome: 1_500_000,
  },
  L2: {
    gender: 'FEMALE',
    dateOfBirth: '1985-01-15',
    smoker: true,
    sumAssured: 5_000_000,
    termYears: 20,
    frequency: 'MONTHLY',
    occupationClass: 2,
    annualIncome: 800_000,
  },
  L3: {
    gender: 'MALE',
    dateOfBirth: '1975-12-01',
    smoker: false,
    sumAssured: 25_000_000,
    termYears: 15,
    frequency: 'ANNUAL',
    occupationClass: 1,
    annualIncome: 3_000_000,
  },
} as const satisfies Record<string, WorkedLife>;
