import { describe, expect, it } from '@jest/globals';
import { LIFE_START_DATE, WORKED_LIVES } from '../../../../testing/worked-lives.js';
import { ageAtStart, type LifePrice, type LifeRisk, rateLife } from './rating.js';

interface WorkedExample {
  readonly name: keyof typeof WORKED_LIVES;
  readonly age: number;
  readonly price: LifePrice;
}

/** rating.md §9, C. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    name: 'L1',
    age: 32,
    price: {
      base: 1296048,
      discount: 103684,
      net: 1192364,
      annual: 1192400,
      instalment: 104900,
      premium: 1192400,
    },
  },
  {
    name: 'L2',
    age: 41,
    price: { base: 1313762, discount: 0, net: 1313762, annual: 1313800, instalment: 115600, premium: 1387200 },
  },
  {
    name: 'L3',
    age: 51,
    price: {
      base: 6364770,
      discount: 700125,
      net: 5664645,
      annual: 5664600,
      instalment: 498500,
      premium: 5664600,
    },
  },
];

function riskOf(name: WorkedExample['name']): LifeRisk {
  const { dateOfBirth, gender, smoker, sumAssured, termYears, frequency } = WORKED_LIVES[name];
  return {
    dateOfBirth,
    startDate: LIFE_START_DATE,
    sex: gender === 'MALE' ? 'M' : 'F',
    smoker: smoker ? 'Y' : 'N',
    sumAssured,
    termYears,
    payMode: frequency === 'ANNUAL' ? 'annual' : 'monthly',
  };
}

describe("C's term-life price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', ({ name, age, price }) => {
    const risk = riskOf(name);
    expect(ageAtStart(risk)).toBe(age);
    expect(rateLife(risk)).toEqual(price);
  });

  it('gives eight percent from a crore and eleven from two', () => {
    const discountAt = (sumAssured: number) => {
      const { base, discount } = rateLife({ ...riskOf('L1'), sumAssured });
      return Math.round((10_000 * discount) / base);
    };
    expect([9_900_000, 10_000_000, 19_900_000, 20_000_000].map(discountAt)).toEqual([0, 800, 800, 1100]);
  });
});
