import { describe, expect, it } from '@jest/globals';
import { termLifeRequestFor } from '../../../../testing/canonical-requests.js';
import { toEleventhHour } from './to-eleventh-hour.js';

const envelope = { line: 'TERM', externalRef: '01934f2a-0000-7000-8000-0000000000a1' };
const place = { startsOn: '2026-12-01', postalCode: '411001' };

/** rating.md §9, in E's words (partners.md E.2, errata 6). */
const GOLDEN = [
  [
    'l1',
    {
      ...place,
      birthDate: '1994-06-21',
      sex: 'MALE',
      smoker: false,
      sumAssured: '10000000',
      termYears: 30,
      frequency: 'ANNUAL',
      occupationClass: 1,
      annualIncome: '1500000',
    },
  ],
  [
    'l2',
    {
      ...place,
      birthDate: '1985-01-15',
      sex: 'FEMALE',
      smoker: true,
      sumAssured: '5000000',
      termYears: 20,
      frequency: 'MONTHLY',
      occupationClass: 2,
      annualIncome: '800000',
    },
  ],
  [
    'l3',
    {
      ...place,
      birthDate: '1975-12-01',
      sex: 'MALE',
      smoker: false,
      sumAssured: '25000000',
      termYears: 15,
      frequency: 'ANNUAL',
      occupationClass: 1,
      annualIncome: '3000000',
    },
  ],
] as const;

describe('a term life request in the words of Eleventh Hour', () => {
  it.each(GOLDEN)('is, for %s, what the partner expects', (name, term) => {
    expect(toEleventhHour(termLifeRequestFor(name))).toEqual({ ok: true, value: { ...envelope, term } });
  });

  it('states an income in whole rupees, never more than there is', () => {
    const question = toEleventhHour(termLifeRequestFor('l1', { annualIncomeMinor: 150_000_099 }));
    expect(question).toMatchObject({ value: { term: { annualIncome: '1500000' } } });
  });

  it('is declined when premiums are paid for less than the whole term', () => {
    const question = toEleventhHour(termLifeRequestFor('l1', { premiumPaymentTermYears: 10 }));
    expect(question).toMatchObject({ ok: false, error: { code: 'UNSUPPORTED', source: 'PLATFORM' } });
  });

  it('gives away neither mobile number nor education', () => {
    expect(JSON.stringify(toEleventhHour(termLifeRequestFor('l1')))).not.toMatch(/9800000001|GRADUATE/);
  });
});
