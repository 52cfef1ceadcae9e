import { describe, expect, it } from '@jest/globals';
import { HEALTH_START_DATE, WORKED_HEALTH, type WorkedHealth } from '../../../../testing/worked-health.js';
import { SUMS_INSURED, TENURES } from './codes.js';
import { agesOf, type HealthRisk, rateHealth } from './rating.js';

interface WorkedExample {
  readonly name: 'H1' | 'H2' | 'H3';
  readonly ages: readonly number[];
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
}

/** rating.md §9, A. */
const EXAMPLES: readonly WorkedExample[] = [
  { name: 'H1', ages: [34, 32, 5], lines: { BASE: 1736040 }, net: 1736040 },
  {
    name: 'H2',
    ages: [58, 55],
    lines: { BASE: 3776000, ZONE_DISCOUNT: -377600, PED_LOADING: 509760, TOBACCO_LOADING: 390816 },
    net: 4298976,
  },
  {
    name: 'H3',
    ages: [26, 56],
    lines: { BASE: 3050000, PED_LOADING: 457500, TENURE_EXTENSION: 3507500, LONG_TERM_DISCOUNT: -526125 },
    net: 6488875,
  },
];

function listed<Value extends number>(list: readonly Value[], value: number): Value {
  const found = list.find((entry) => entry === value);
  if (found === undefined) throw new RangeError(`Not on A's list: ${value}`);
  return found;
}

function riskOf(name: WorkedExample['name'], more: Partial<HealthRisk> = {}): HealthRisk {
  const { basis, sumInsured, tenureYears, pincode, members }: WorkedHealth = WORKED_HEALTH[name];
  return {
    startDate: HEALTH_START_DATE,
    policyType: basis,
    sumInsured: listed(SUMS_INSURED, 100 * sumInsured),
    tenureYears: listed(TENURES, tenureYears),
    pincode,
    members: members.map(({ dateOfBirth, conditions, tobacco }) => ({
      dateOfBirth,
      hasConditions: conditions.length > 0,
      tobacco,
    })),
    ...more,
  };
}

describe("A's health price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', ({ name, ages, lines, net }) => {
    const risk = riskOf(name);
    expect(agesOf(risk)).toEqual(ages);
    expect(rateHealth(risk)).toEqual({
      lines: Object.entries(lines).map(([code, amount]) => ({ code, amount })),
      net,
    });
  });

  it('takes a tenth off three years', () => {
    const { lines } = rateHealth(riskOf('H1', { tenureYears: 3 }));
    expect(lines).toEqual([
      { code: 'BASE', amount: 1736040 },
      { code: 'TENURE_EXTENSION', amount: 3472080 },
      { code: 'LONG_TERM_DISCOUNT', amount: -520812 },
    ]);
  });

  it('counts a person of eighteen as an adult', () => {
    const adult = { dateOfBirth: '2008-12-01', hasConditions: false, tobacco: false };
    const couple = { startDate: HEALTH_START_DATE, sumInsured: 50_000_000, pincode: '411001' } as const;
    const risk = riskOf('H1', { ...couple, members: [adult, { ...adult, dateOfBirth: '2008-12-02' }] });
    expect(rateHealth(risk).net).toBe(540_000 * 1.25);
  });
});
