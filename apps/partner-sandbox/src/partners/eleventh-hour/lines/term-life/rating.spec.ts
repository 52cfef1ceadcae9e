import { describe, expect, it } from '@jest/globals';
import { LIFE_START_DATE, WORKED_LIVES } from '../../../../testing/worked-lives.js';
import { ageAtStart, type LifePrice, type LifeRisk, rateLife } from './rating.js';

interface WorkedExample {
  readonly name: keyof typeof WORKED_LIVES;
  readonly age: number;
  readonly price: LifePrice;
}

/** rating.md §9, E. */
const EXAMPLES: readonly WorkedExample[] = [
  { name: 'L1', age: 32, price: { base: 988400, instalment: 988400, count: 1, total: 988400 } },
  { name: 'L2', age: 41, price: { base: 1263290, instalment: 110538, count: 12, total: 1326456 } },
  { name: 'L3', age: 51, price: { base: 5731500, instalment: 5731500, count: 1, total: 5731500 } },
];

function riskOf(name: WorkedExample['name']): LifeRisk {
  const { gender, dateOfBirth, ...life } = WORKED_LIVES[name];
  return { ...life, startDate: LIFE_START_DATE, birthDate: dateOfBirth, sex: gender };
}

describe("E's term-life price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', ({ name, age, price }) => {
    const risk = riskOf(name);
    expect(ageAtStart(risk)).toBe(age);
    expect(rateLife(risk)).toEqual(price);
  });

  it.each([
    ['HALF_YEARLY', 2, 504084],
    ['QUARTERLY', 4, 256984],
  ] as const)('comes in instalments: %s', (frequency, count, instalment) => {
    const total = count * instalment;
    expect(rateLife({ ...riskOf('L1'), frequency })).toEqual({ base: 988400, instalment, count, total });
  });

  it('is the same for a third sex as for men', () => {
    expect(rateLife({ ...riskOf('L1'), sex: 'OTHER' })).toEqual(rateLife(riskOf('L1')));
  });
});
