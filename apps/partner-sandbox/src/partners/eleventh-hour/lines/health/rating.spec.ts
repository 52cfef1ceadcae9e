import { describe, expect, it } from '@jest/globals';
import { HEALTH_START_DATE, WORKED_HEALTH, type WorkedHealth } from '../../../../testing/worked-health.js';
import { DEDUCTIBLES, SUMS_INSURED } from './codes.js';
import { agesOf, type HealthRisk, rateHealth } from './rating.js';

interface WorkedExample {
  readonly name: 'H1' | 'H2' | 'H4';
  readonly ages: readonly number[];
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
}

/** rating.md §9, E. */
const EXAMPLES: readonly WorkedExample[] = [
  { name: 'H1', ages: [34, 32, 5], lines: { MEMBER_1: 890292, MEMBER_2: 386395, MEMBER_3: 241920 }, net: 1518607 },
  { name: 'H2', ages: [58, 55], lines: { MEMBER_1: 1325701, MEMBER_2: 427606 }, net: 1753307 },
  {
    name: 'H4',
    ages: [46, 43, 18, 14],
    lines: {
      MEMBER_1: 1713629,
      MEMBER_2: 539949,
      MEMBER_3: 275940,
      MEMBER_4: 275940,
      DEDUCTIBLE_DISCOUNT: -420819,
    },
    net: 2384639,
  },
];

function listed<Text extends string>(list: readonly Text[], value: number): Text {
  const found = list.find((text) => text === String(value));
  if (found === undefined) throw new RangeError(`Not on E's list: ${value}`);
  return found;
}

function riskOf(name: WorkedExample['name'], more: Partial<HealthRisk> = {}): HealthRisk {
  const { basis, sumInsured, deductible, pincode, members }: WorkedHealth = WORKED_HEALTH[name];
  return {
    startDate: HEALTH_START_DATE,
    sumInsured: listed(SUMS_INSURED, sumInsured),
    basis,
    deductible: listed(DEDUCTIBLES, deductible),
    postalCode: pincode,
    persons: members.map(({ relation, dateOfBirth, conditions, tobacco }) => ({
      relationship: relation,
      birthDate: dateOfBirth,
      conditions,
      tobacco,
    })),
    ...more,
  };
}

const person = (birthDate: string, more: object = {}) =>
  ({ relationship: 'SELF', birthDate, conditions: [], tobacco: false, ...more }) as const;

describe("E's health price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', ({ name, ages, lines, net }) => {
    const risk = riskOf(name);
    expect(agesOf(risk)).toEqual(ages);
    expect(rateHealth(risk)).toEqual({
      lines: Object.entries(lines).map(([code, amount]) => ({ code, amount })),
      net,
    });
  });

  it('counts the first of two of one age in full, and everybody where each has a sum of their own', () => {
    const persons = [person('1992-12-01'), person('1992-03-14')];
    const [first, second] = rateHealth(riskOf('H1', { persons })).lines;
    expect(second?.amount).toBeLessThan(first?.amount ?? 0);
    const own = rateHealth(riskOf('H1', { persons, basis: 'INDIVIDUAL' })).lines;
    expect(own.map(({ amount }) => amount)).toEqual([first?.amount, first?.amount]);
  });

  it('counts a child of twenty-five as an adult, and a condition once', () => {
    const child = { relationship: 'CHILD', conditions: ['ASTHMA', 'THYROID', 'ASTHMA'] };
    const amounts = (birthDate: string) =>
      rateHealth(riskOf('H1', { persons: [person('1970-01-01'), person(birthDate, child)] })).lines.at(1)?.amount;
    expect(amounts('2001-12-02')).toBe(278_208);
    expect(amounts('2001-12-01')).toBe(393_404);
  });
});
