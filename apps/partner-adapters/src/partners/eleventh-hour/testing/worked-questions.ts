export const WEBHOOK_URL = 'http://127.0.0.1:1/webhooks/eleventh-hour';

const externalRef = '01934f2a-0000-7000-8000-0000000000a1';
const callback = { url: WEBHOOK_URL };

const person = (ref: string, relationship: string, birthDate: string) => {
  return { ref, relationship, birthDate, conditions: [], tobacco: false };
};

/** Bodies of submits for worked examples of rating.md §9, with results pushed (partners.md E.2, errata 6). */
export const H1_QUESTION = {
  line: 'HEALTH',
  externalRef,
  callback,
  health: {
    startsOn: '2026-12-01',
    sumInsured: '1000000',
    basis: 'FLOATER',
    deductible: '0',
    postalCode: '411001',
    persons: [
      person('p1', 'SELF', '1992-03-14'),
      person('p2', 'SPOUSE', '1994-08-02'),
      person('p3', 'CHILD', '2021-01-19'),
    ],
  },
};

export const L2_QUESTION = {
  line: 'TERM',
  externalRef,
  callback,
  term: {
    startsOn: '2026-12-01',
    birthDate: '1985-01-15',
    sex: 'FEMALE',
    smoker: true,
    sumAssured: '5000000',
    termYears: 20,
    frequency: 'MONTHLY',
    occupationClass: 2,
    annualIncome: '800000',
    postalCode: '411001',
  },
};
