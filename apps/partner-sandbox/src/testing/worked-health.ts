/** A health risk of the worked examples (rating.md §9). Amounts in rupees; all begin on 2026-12-01. */
export interface WorkedHealth {
  readonly basis: 'FLOATER' | 'INDIVIDUAL';
  readonly sumInsured: number;
  readonly deductible: number;
  readonly tenureYears: number;
  readonly pincode: string;
  readonly members: readonly WorkedMember[];
}

export interface WorkedMember {
  readonly relation: 'SELF' | 'SPOUSE' | 'CHILD' | 'MOTHER';
  readonly dateOfBirth: string;
  readonly conditions: readonly ('DIABETES' | 'HYPERTENSION')[];
  readonly tobacco: boolean;
}

export const HEALTH_START_DATE = '2026-12-01';

const member = (
  relation: WorkedMember['relation'],
  dateOfBirth: string,
  conditions: WorkedMember['conditions'] = [],
  tobacco = false,
): WorkedMember => ({ relation, dateOfBirth, conditions, tobacco });

export const WORKED_HEALTH = {
  H1: {
    basis: 'FLOATER',
    sumInsured: 1_000_000,
    deductible: 0,
    tenureYears: 1,
    pincode: '411001',
    members: [member('SELF', '1992-03-14'), member('SPOUSE', '1994-08-02'), member('CHILD', '2021-01-19')],
  },
  H2: {
    basis: 'FLOATER',
    sumInsured: 500_000,
    deductible: 0,
    tenureYears: 1,
    pincode: '302001',
    members: [member('SELF', '1968-07-30', ['DIABETES'], true), member('SPOUSE', '1971-02-11')],
  },
  H3: {
    basis: 'INDIVIDUAL',
    sumInsured: 500_000,
    deductible: 0,
    tenureYears: 2,
    pincode: '560034',
    members: [member('SELF', '1999-12-02'), member('MOTHER', '1970-05-20', ['HYPERTENSION'])],
  },
  H4: {
    basis: 'FLOATER',
    sumInsured: 1_500_000,
    deductible: 50_000,
    tenureYears: 1,
    pincode: '560034',
    members: [
      member('SELF', '1980-10-10', ['DIABETES', 'HYPERTENSION']),
      member('SPOUSE', '1983-06-06'),
      member('CHILD', '2008-04-04'),
      member('CHILD', '2012-09-09'),
    ],
  },
} as const satisfies Record<string, WorkedHealth>;
