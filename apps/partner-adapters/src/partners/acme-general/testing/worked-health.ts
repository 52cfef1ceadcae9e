import { healthRequestFor } from '../../../testing/canonical-requests.js';

interface PricedHealth {
  readonly lines: Readonly<Record<string, number>>;
  readonly total: number;
}

/** An answer of A as partners.md A.2 prints it, for a family: nothing is taxed. */
export const acceptedHealth = ({ lines, total }: PricedHealth) => ({
  quoteId: 'AGQ-20261123-000021',
  partnerReference: healthRequestFor('h1').requestId,
  decision: 'ACCEPTED',
  bindable: true,
  createdAt: '2026-11-23T10:00:00Z',
  validUntil: '2026-12-08T10:00:00Z',
  reasons: [] as object[],
  premium: {
    currency: 'INR',
    lines: Object.entries(lines).map(([code, amount]) => ({ code, amount })),
    net: total,
    taxes: [{ code: 'GST', rateBp: 0, amount: 0, exemption: 'INDIVIDUAL_HEALTH' }],
    total,
  },
});

export const H1: PricedHealth = { lines: { BASE: 1736040 }, total: 1736040 };

export const H2: PricedHealth = {
  lines: { BASE: 3776000, ZONE_DISCOUNT: -377600, PED_LOADING: 509760, TOBACCO_LOADING: 390816 },
  total: 4298976,
};

export const H3: PricedHealth = {
  lines: { BASE: 3050000, PED_LOADING: 457500, TENURE_EXTENSION: 3507500, LONG_TERM_DISCOUNT: -526125 },
  total: 6488875,
};

const person = (memberNo: number, relation: string, dateOfBirth: string, gender: string, more: object = {}) => ({
  memberNo,
  relation,
  dateOfBirth,
  gender,
  preExisting: [],
  tobacco: false,
  ...more,
});

const asked = (dateOfBirth: string, pincode: string, proposal: object) => ({
  product: 'HEALTH',
  partnerReference: healthRequestFor('h1').requestId,
  proposal: { inceptionDate: '2026-12-01', pincode, ...proposal },
  customer: { type: 'INDIVIDUAL', dateOfBirth, pincode },
});

/** The health examples of rating.md §9 in A's words (partners.md A.2 prints H1); H4 wishes a sum that A has not. */
export const HEALTH_QUESTIONS = [
  [
    'h1',
    asked('1992-03-14', '411001', {
      policyType: 'FLOATER',
      sumInsured: 100_000_000,
      tenureYears: 1,
      members: [
        person(1, 'SELF', '1992-03-14', 'M'),
        person(2, 'SPOUSE', '1994-08-02', 'F'),
        person(3, 'CHILD', '2021-01-19', 'M'),
      ],
    }),
  ],
  [
    'h2',
    asked('1968-07-30', '302001', {
      policyType: 'FLOATER',
      sumInsured: 50_000_000,
      tenureYears: 1,
      members: [
        person(1, 'SELF', '1968-07-30', 'M', { preExisting: ['DIABETES'], tobacco: true }),
        person(2, 'SPOUSE', '1971-02-11', 'F'),
      ],
    }),
  ],
  [
    'h3',
    asked('1999-12-02', '560034', {
      policyType: 'INDIVIDUAL',
      sumInsured: 50_000_000,
      tenureYears: 2,
      members: [
        person(1, 'SELF', '1999-12-02', 'M'),
        person(2, 'MOTHER', '1970-05-20', 'F', { preExisting: ['HYPERTENSION'] }),
      ],
    }),
  ],
  [
    'h4',
    asked('1980-10-10', '560034', {
      policyType: 'FLOATER',
      sumInsured: 250_000_000,
      tenureYears: 1,
      members: [
        person(1, 'SELF', '1980-10-10', 'M', { preExisting: ['DIABETES', 'HYPERTENSION'] }),
        person(2, 'SPOUSE', '1983-06-06', 'F'),
        person(3, 'CHILD', '2008-04-04', 'M'),
        person(4, 'CHILD', '2012-09-09', 'F'),
      ],
    }),
  ],
] as const;
