import { describe, expect, it } from '@jest/globals';
import { WORKED_RISKS, type WorkedRisk, type WorkedRiskName } from '../../../../testing/worked-examples.js';
import { ACCIDENT_COVER, type Coverage } from './codes.js';
import { type MotorRisk, rateMotor } from './rating.js';
import { idvRange } from './tariff.js';

interface WorkedExample {
  readonly name: WorkedRiskName;
  readonly ncbPercent: number;
  readonly addOns: readonly Coverage[];
  readonly idv: number | null;
  readonly leftOut: readonly Coverage[];
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
  readonly tax: number;
  readonly rounding: number;
  readonly total: number;
}

/** rating.md §9, B. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    name: 'M1',
    ncbPercent: 35,
    addOns: ['ZDEP', 'RSA'],
    idv: 45680000,
    leftOut: [],
    lines: { OD: 1247064, NCB: -436472, ZDEP: 251240, RSA: 19900, TP: 341600, PAOD: 37500, FEE: 5000 },
    net: 1465832,
    tax: 263850,
    rounding: 18,
    total: 1729700,
  },
  {
    name: 'M2',
    ncbPercent: 0,
    addOns: ['ZDEP', 'RSA'],
    idv: 48110000,
    leftOut: ['ZDEP'],
    lines: { OD: 1419245, RSA: 19900, TP: 341600, PAOD: 37500, FEE: 5000 },
    net: 1823245,
    tax: 328184,
    rounding: -29,
    total: 2151400,
  },
  {
    name: 'M3B',
    ncbPercent: 50,
    addOns: [],
    idv: null,
    leftOut: [],
    lines: { TP: 209400, PAOD: 37500, FEE: 5000 },
    net: 251900,
    tax: 45342,
    rounding: -42,
    total: 297200,
  },
  {
    name: 'M5',
    ncbPercent: 25,
    addOns: ['ZDEP', 'RSA', 'RTI'],
    idv: 134780000,
    leftOut: ['RTI'],
    lines: { OD: 3724780, NCB: -931195, ZDEP: 741290, RSA: 19900, TP: 789700, PAOD: 37500, FEE: 5000 },
    net: 4386975,
    tax: 789656,
    rounding: -31,
    total: 5176600,
  },
  {
    name: 'M6',
    ncbPercent: 20,
    addOns: [],
    idv: 142000000,
    leftOut: [],
    lines: { OD: 3337000, NCB: -667400, TP: 316000, FEE: 5000 },
    net: 2990600,
    tax: 538308,
    rounding: -8,
    total: 3528900,
  },
];

function riskOf(name: WorkedRiskName, addOns: readonly Coverage[] = [], more: Partial<MotorRisk> = {}): MotorRisk {
  const { cover, ownerDriverPa, vehicle, zone, registrationDate, startDate }: WorkedRisk = WORKED_RISKS[name];
  const coverages: readonly Coverage[] = ownerDriverPa ? [...addOns, ACCIDENT_COVER] : addOns;
  const wireCover = cover === 'COMPREHENSIVE' ? 'CO' : 'LO';
  const dates = { registrationDate, startDate };
  return { vehicle, zone, ...dates, cover: wireCover, ncbPercent: 0, requestedIdv: null, coverages, ...more };
}

describe("B's motor price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', (example) => {
    const { name, addOns, ncbPercent, net, tax, rounding, total, idv, leftOut } = example;
    const price = rateMotor(riskOf(name, addOns, { ncbPercent }));
    expect(price.lines).toEqual(Object.entries(example.lines).map(([code, amount]) => ({ code, amount })));
    expect(price).toMatchObject({ net, tax, rounding, total, idv, leftOut });
  });

  it('insures from 85 to 115 percent of its own value, whatever was asked for', () => {
    const range = idvRange(WORKED_RISKS.M1.vehicle, 41);
    expect(range).toEqual({ recommended: 45680000, minimum: 38828000, maximum: 52532000 });
    expect(rateMotor(riskOf('M1', [], { requestedIdv: 1 })).idv).toBe(38828000);
    expect(rateMotor(riskOf('M1', [], { requestedIdv: 40000000 })).idv).toBe(40000000);
    expect(rateMotor(riskOf('M1', [], { requestedIdv: 70000000 })).idv).toBe(52532000);
  });

  it('counts a coverage once however often it is wished, in the order of the request', () => {
    const { lines } = rateMotor(riskOf('M1', ['RSA', 'CONS', 'RSA', 'ENGP']));
    expect(lines.map(({ code }) => code)).toEqual(['OD', 'RSA', 'CONS', 'ENGP', 'TP', 'PAOD', 'FEE']);
  });

  it('has the fee but neither liability nor personal accident in own-damage cover', () => {
    const { lines, leftOut } = rateMotor(riskOf('M1', [], { cover: 'OD' }));
    expect([lines.map(({ code }) => code), leftOut]).toEqual([['OD', 'FEE'], []]);
  });

  it.each([
    ['2024-12-02', []],
    ['2024-12-01', ['RTI']],
    ['2021-12-02', ['RTI']],
    ['2021-12-01', ['ZDEP', 'ENGP', 'RTI', 'CONS']],
  ])('leaves out what is not sold for a car registered on %s', (registrationDate, leftOut) => {
    const asked = ['ZDEP', 'RSA', 'ENGP', 'RTI', 'CONS'] as const;
    expect(rateMotor(riskOf('M1', asked, { registrationDate })).leftOut).toEqual(leftOut);
  });
});
