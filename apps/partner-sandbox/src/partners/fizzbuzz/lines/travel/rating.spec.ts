import { describe, expect, it } from '@jest/globals';
import type { TravelPlan } from './codes.js';
import { agesOf, rateTravel, type Traveller, type TravelRisk } from './rating.js';
import { assessTravel } from './underwriting.js';

const traveller = (no: number, born: string, ped = false): Traveller => ({ no, born, ped });

/** The trips of the worked examples that F prices (rating.md §9). */
const TRIPS = {
  R1: {
    start: '2026-12-20',
    end: '2026-12-29',
    countries: ['TH', 'SG'],
    travellers: [traveller(1, '1988-05-05'), traveller(2, '1990-11-23'), traveller(3, '2018-02-17')],
  },
  R2: { start: '2027-01-04', end: '2027-01-18', countries: ['FR', 'DE'], travellers: [traveller(1, '1960-09-09')] },
  R4: { start: '2026-12-20', end: null, countries: ['GB', 'FR'], travellers: [traveller(1, '1979-07-07', true)] },
} as const satisfies Record<string, TravelRisk>;

interface WorkedExample {
  readonly name: keyof typeof TRIPS;
  readonly plan: TravelPlan;
  readonly ages: readonly number[];
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
  readonly tax: number;
  readonly rounding: number;
  readonly total: number;
}

/** rating.md §9, F. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    name: 'R1',
    plan: 'SILVER',
    ages: [38, 36, 8],
    lines: { TRAVELLER_1: 21000, TRAVELLER_2: 21000, TRAVELLER_3: 12600, FAMILY: -4368 },
    net: 50232,
    tax: 9042,
    rounding: 26,
    total: 61800,
  },
  {
    name: 'R1',
    plan: 'GOLD',
    ages: [38, 36, 8],
    lines: { TRAVELLER_1: 28350, TRAVELLER_2: 28350, TRAVELLER_3: 17010, FAMILY: -5897 },
    net: 67813,
    tax: 12206,
    rounding: 81,
    total: 82600,
  },
  {
    name: 'R1',
    plan: 'PLATINUM',
    ages: [38, 36, 8],
    lines: { TRAVELLER_1: 44100, TRAVELLER_2: 44100, TRAVELLER_3: 26460, FAMILY: -9173 },
    net: 105487,
    tax: 18988,
    rounding: 25,
    total: 127000,
  },
  {
    name: 'R2',
    plan: 'SILVER',
    ages: [66],
    lines: { TRAVELLER_1: 118800 },
    net: 118800,
    tax: 21384,
    rounding: 16,
    total: 142700,
  },
  {
    name: 'R2',
    plan: 'GOLD',
    ages: [66],
    lines: { TRAVELLER_1: 160380 },
    net: 160380,
    tax: 28868,
    rounding: 52,
    total: 191800,
  },
  {
    name: 'R2',
    plan: 'PLATINUM',
    ages: [66],
    lines: { TRAVELLER_1: 249480 },
    net: 249480,
    tax: 44906,
    rounding: 14,
    total: 296900,
  },
  {
    name: 'R4',
    plan: 'GOLD',
    ages: [47],
    lines: { TRAVELLER_1: 366444 },
    net: 366444,
    tax: 65960,
    rounding: 96,
    total: 435000,
  },
  {
    name: 'R4',
    plan: 'PLATINUM',
    ages: [47],
    lines: { TRAVELLER_1: 570024 },
    net: 570024,
    tax: 102604,
    rounding: 72,
    total: 675200,
  },
];

const netOf = (risk: TravelRisk): number => rateTravel(risk, 'SILVER').net;

describe("F's travel price", () => {
  it.each(EXAMPLES)(
    'is that of worked example $name $plan, line by line',
    ({ name, plan, ages, lines, ...amounts }) => {
      const risk = TRIPS[name];
      expect(agesOf(risk)).toEqual(ages);
      expect(rateTravel(risk, plan)).toEqual({
        lines: Object.entries(lines).map(([code, minor]) => ({ code, minor })),
        ...amounts,
      });
    },
  );

  it.each([
    ['R4', 'SILVER', [traveller(1, '1979-07-07', true)], 'FZ-D13'],
    ['R2', 'SILVER', [traveller(1, '1946-01-03', true)], 'FZ-D11'],
    ['R2', 'PLATINUM', [traveller(1, '1956-01-03', true), traveller(2, '1990-01-01')], 'FZ-D12'],
    ['R2', 'SILVER', [traveller(1, '1956-01-03', true)], 'FZ-D13'],
  ] as const)('is none for %s %s with some travellers', (name, plan, travellers, code) => {
    expect(assessTravel({ ...TRIPS[name], travellers }, plan)).toMatchObject({ kind: 'declined', reason: { code } });
  });

  it('is sold as SILVER up to the age of eighty', () => {
    const risk = { ...TRIPS.R2, travellers: [traveller(1, '1946-01-05')] };
    expect(assessTravel(risk, 'SILVER')).toMatchObject({ kind: 'priced' });
  });

  it('goes by the widest region, by three days at least, and by families of two adults', () => {
    const alone = { ...TRIPS.R1, travellers: [traveller(1, '1988-05-05')] };
    expect(netOf({ ...alone, end: alone.start })).toBe(3 * 2_100);
    expect(['TH', 'FR', 'GB', 'US'].map((country) => netOf({ ...alone, countries: [country] }))).toEqual(
      [2_100, 3_300, 3_600, 5_200].map((rate) => 10 * rate),
    );
    expect(netOf({ ...alone, countries: ['TH', 'FR'] })).toBe(36_000);
    expect(netOf({ ...alone, countries: ['TH', 'CA'] })).toBe(52_000);
    const three = [...TRIPS.R1.travellers, traveller(4, '1990-01-01')];
    expect(rateTravel({ ...TRIPS.R1, travellers: three }, 'SILVER').lines.map(({ code }) => code)).not.toContain(
      'FAMILY',
    );
  });
});
