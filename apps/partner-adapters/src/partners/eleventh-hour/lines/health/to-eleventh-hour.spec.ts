import { describe, expect, it } from '@jest/globals';
import { healthRequestFor } from '../../../../testing/canonical-requests.js';
import { toEleventhHour } from './to-eleventh-hour.js';

const envelope = { line: 'HEALTH', externalRef: '01934f2a-0000-7000-8000-0000000000a1' };

const person = (ref: string, relationship: string, birthDate: string, more: object = {}) => ({
  ref,
  relationship,
  birthDate,
  conditions: [],
  tobacco: false,
  ...more,
});

/** rating.md §9, in E's words (partners.md E.2 for H1). */
const GOLDEN = [
  [
    'h1',
    {
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
  ],
  [
    'h2',
    {
      startsOn: '2026-12-01',
      sumInsured: '500000',
      basis: 'FLOATER',
      deductible: '0',
      postalCode: '302001',
      persons: [
        person('p1', 'SELF', '1968-07-30', { conditions: ['DIABETES'], tobacco: true }),
        person('p2', 'SPOUSE', '1971-02-11'),
      ],
    },
  ],
  [
    'h4',
    {
      startsOn: '2026-12-01',
      sumInsured: '1500000',
      basis: 'FLOATER',
      deductible: '50000',
      postalCode: '560034',
      persons: [
        person('p1', 'SELF', '1980-10-10', { conditions: ['DIABETES', 'HYPERTENSION'] }),
        person('p2', 'SPOUSE', '1983-06-06'),
        person('p3', 'CHILD', '2008-04-04'),
        person('p4', 'CHILD', '2012-09-09'),
      ],
    },
  ],
] as const;

type Changes = Parameters<typeof healthRequestFor>[1];

const asked = (changes: Changes = {}) => {
  const question = toEleventhHour(healthRequestFor('h1', changes));
  return question.ok ? question.value.health : question.error;
};

const [member] = healthRequestFor('h1').risk.members;
const withCondition = (...preExisting: ('OTHER' | 'ASTHMA')[]) => ({
  members: member === undefined ? [] : [{ ...member, preExisting }],
});

describe('a health request in the words of Eleventh Hour', () => {
  it.each(GOLDEN)('is, for %s, what the partner expects', (name, health) => {
    expect(toEleventhHour(healthRequestFor(name))).toEqual({ ok: true, value: { ...envelope, health } });
  });

  it.each([
    [30_000_000, '500000'],
    [50_000_000, '500000'],
    [50_000_001, '1000000'],
    [600_000_000, '10000000'],
    [1_000_000_000, '10000000'],
  ])('asks for %p paise with the next higher sum, %p rupees', (sumInsuredMinor, sumInsured) => {
    expect(asked({ sumInsuredMinor })).toMatchObject({ sumInsured });
  });

  it.each([
    [1, '25000'],
    [2_500_000, '25000'],
    [5_000_001, '100000'],
    [99_000_000, '100000'],
  ])('asks for a deductible of %p paise with %p rupees', (deductibleMinor, deductible) => {
    expect(asked({ deductibleMinor })).toMatchObject({ deductible });
  });

  it('is declined for a sum above the highest', () => {
    expect(asked({ sumInsuredMinor: 1_000_000_001 })).toMatchObject({ code: 'UNSUPPORTED', source: 'PLATFORM' });
  });

  it('is declined for a condition that E does not know, and asked for one that it knows', () => {
    expect(asked(withCondition('OTHER', 'ASTHMA'))).toMatchObject({ category: 'UNSUPPORTED' });
    expect(asked(withCondition('ASTHMA'))).toMatchObject({ persons: [{ conditions: ['ASTHMA'] }] });
  });

  it('gives away nobody’s name, number or income', () => {
    expect(JSON.stringify(toEleventhHour(healthRequestFor('h1')))).not.toMatch(/9800000001|gender|annualIncome/);
  });
});
