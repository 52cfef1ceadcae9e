import { describe, expect, it } from '@jest/globals';
import { travelRequestFor } from '../../../../testing/canonical-requests.js';
import { toFizzbuzz } from './to-fizzbuzz.js';

const envelope = {
  ref: '01934f2a-0000-7000-8000-0000000000a1',
  postcode: '411001',
  plans: ['SILVER', 'GOLD', 'PLATINUM'],
};

/** rating.md §9, in F's words (partners.md F.2 for R1). */
const GOLDEN = [
  [
    'r1',
    {
      start: '2026-12-20',
      end: '2026-12-29',
      annual: false,
      countries: ['TH', 'SG'],
      travellers: [
        { no: 1, born: '1988-05-05', ped: false },
        { no: 2, born: '1990-11-23', ped: false },
        { no: 3, born: '2018-02-17', ped: false },
      ],
    },
  ],
  [
    'r2',
    {
      start: '2027-01-04',
      end: '2027-01-18',
      annual: false,
      countries: ['FR', 'DE'],
      travellers: [{ no: 1, born: '1960-09-09', ped: false }],
    },
  ],
  [
    'r4',
    {
      start: '2026-12-20',
      end: '2027-12-19',
      annual: true,
      countries: ['GB', 'FR'],
      travellers: [{ no: 1, born: '1979-07-07', ped: true }],
    },
  ],
] as const;

type Changes = Parameters<typeof travelRequestFor>[1];

const asked = (changes: Changes) => toFizzbuzz(travelRequestFor('r1', changes));

describe('a travel request in the words of Fizzbuzz', () => {
  it.each(GOLDEN)('is, for %s, what the partner expects', (name, params) => {
    const { proposer } = travelRequestFor(name);
    const expected = { ...envelope, postcode: proposer.pincode, ...params };
    expect(toFizzbuzz(travelRequestFor(name))).toEqual({ ok: true, value: expected });
  });

  it('asks for every plan whatever limit was wished, up to the highest', () => {
    const highest = { amountMinor: 50_000_000, currency: 'USD' };
    expect(asked({ medicalLimit: highest })).toMatchObject({ ok: true, value: { plans: envelope.plans } });
  });

  it.each([
    ['a limit above the highest', { medicalLimit: { amountMinor: 50_000_001, currency: 'USD' } }],
    ['a limit in another currency', { medicalLimit: { amountMinor: 5_000_000, currency: 'EUR' } }],
    ['a trip within India', { destinations: ['TH', 'IN'] }],
  ])('is declined for %s', (_what, changes) => {
    expect(asked(changes)).toMatchObject({ ok: false, error: { code: 'UNSUPPORTED', source: 'PLATFORM' } });
  });
});
