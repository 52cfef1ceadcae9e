import { describe, expect, it } from '@jest/globals';
import { type Journey, rateTravel } from './rating.js';

interface WorkedExample {
  readonly name: string;
  readonly journey: Journey;
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
  readonly rounding: number;
  readonly total: number;
}

const R1: Journey = {
  departureDate: '2026-12-20',
  returnDate: '2026-12-29',
  countries: ['TH', 'SG'],
  birthDates: ['1988-05-05', '1990-11-23', '2018-02-17'],
  sumInsured: 5_000_000,
  adventure: false,
};

/** rating.md §9, B. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    name: 'R1',
    journey: R1,
    lines: { TRAVELLER_1: 24500, TRAVELLER_2: 24500, TRAVELLER_3: 17150 },
    net: 66150,
    rounding: 50,
    total: 66200,
  },
  {
    name: 'R2',
    journey: {
      departureDate: '2027-01-04',
      returnDate: '2027-01-18',
      countries: ['FR', 'DE'],
      birthDates: ['1960-09-09'],
      sumInsured: 10_000_000,
      adventure: false,
    },
    lines: { TRAVELLER_1: 148945 },
    net: 148945,
    rounding: -45,
    total: 148900,
  },
  {
    name: 'R3',
    journey: {
      departureDate: '2026-12-24',
      returnDate: '2026-12-25',
      countries: ['US'],
      birthDates: ['1985-01-01', '1986-02-02', '2010-03-03', '2012-04-04'],
      sumInsured: 25_000_000,
      adventure: true,
    },
    lines: {
      TRAVELLER_1: 48279,
      TRAVELLER_2: 37138,
      TRAVELLER_3: 25997,
      TRAVELLER_4: 25997,
      GROUP: -6871,
      ADVENTURE: 26108,
    },
    net: 156648,
    rounding: -48,
    total: 156600,
  },
];

describe("B's travel price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', ({ journey, lines, net, rounding, total }) => {
    const price = rateTravel(journey);
    expect(price.lines).toEqual(Object.entries(lines).map(([code, amount]) => ({ code, amount })));
    expect(price).toMatchObject({ net, tax: 0, taxPercent: 0, rounding, total });
  });

  it.each([
    [['TH', 'CA'], 5990],
    [['TH', 'FR'], 3875],
    [['GB'], 3875],
    [['TH', 'VN'], 2450],
  ])('goes by the dearest country of %p', (countries, rate) => {
    const [first] = rateTravel({ ...R1, countries }).lines;
    expect(first?.amount).toBe(10 * rate);
  });

  it.each([
    ['2008-12-20', 1],
    ['2008-12-21', 0.7],
    ['1985-12-20', 1.3],
    ['1965-12-20', 2.05],
  ])('rises with age: born %s', (birthDate, factor) => {
    const [only] = rateTravel({ ...R1, birthDates: [birthDate] }).lines;
    expect(only?.amount).toBe(Math.round(24_500 * factor));
  });
});
