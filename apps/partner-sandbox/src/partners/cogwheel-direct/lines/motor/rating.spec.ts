import { describe, expect, it } from '@jest/globals';
import { WORKED_RISKS, type WorkedRisk, type WorkedRiskName } from '../../../../testing/worked-examples.js';
import type { Bundle } from './codes.js';
import { type MotorRisk, rateMotor } from './rating.js';

interface WorkedExample {
  readonly name: WorkedRiskName;
  readonly ncbPercent: number;
  readonly bundle: Bundle;
  readonly idv: number | null;
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
  /** Each of the two halves. */
  readonly gst: number;
  readonly rounding: number;
  readonly total: number;
}

/** rating.md §9, C. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    name: 'M1',
    ncbPercent: 35,
    bundle: 'smart',
    idv: 50436200,
    lines: { own_damage: 1286123, ncb: -450143, bundle_smart: 236863, third_party: 341600, pa_owner: 30000 },
    net: 1444443,
    gst: 130000,
    rounding: -43,
    total: 1704400,
  },
  {
    name: 'M2',
    ncbPercent: 0,
    bundle: 'smart',
    idv: 42470000,
    lines: { own_damage: 1125455, bundle_smart: 201015, third_party: 341600, pa_owner: 30000 },
    net: 1698070,
    gst: 152826,
    rounding: -22,
    total: 2003700,
  },
  {
    name: 'M3',
    ncbPercent: 50,
    bundle: 'none',
    idv: null,
    lines: { third_party: 209400, pa_owner: 30000 },
    net: 239400,
    gst: 21546,
    rounding: 8,
    total: 282500,
  },
  {
    name: 'M4',
    ncbPercent: 0,
    bundle: 'max',
    idv: 91158700,
    lines: { own_damage: 2051071, bundle_max: 749170, third_party: 178000, pa_owner: 30000 },
    net: 3008241,
    gst: 270742,
    rounding: -25,
    total: 3549700,
  },
  {
    name: 'M5',
    ncbPercent: 25,
    bundle: 'max',
    idv: 137957500,
    lines: { own_damage: 3862810, ncb: -965703, bundle_max: 1123560, third_party: 789700, pa_owner: 30000 },
    net: 4840367,
    gst: 435633,
    rounding: -33,
    total: 5711600,
  },
  {
    name: 'T1',
    ncbPercent: 25,
    bundle: 'smart',
    idv: 6610100,
    lines: { own_damage: 115677, ncb: -28919, bundle_smart: 37951, third_party: 136600, pa_owner: 30000 },
    net: 291309,
    gst: 26218,
    rounding: -45,
    total: 343700,
  },
  {
    name: 'T2',
    ncbPercent: 0,
    bundle: 'none',
    idv: null,
    lines: { third_party: 71400, pa_owner: 30000 },
    net: 101400,
    gst: 9126,
    rounding: 48,
    total: 119700,
  },
  {
    name: 'T3',
    ncbPercent: 20,
    bundle: 'smart',
    idv: 12456600,
    lines: { own_damage: 174392, ncb: -34878, bundle_smart: 67183, third_party: 60700 },
    net: 267397,
    gst: 24066,
    rounding: -29,
    total: 315500,
  },
];

const riskOf = (name: WorkedRiskName, more: Partial<MotorRisk> = {}): MotorRisk => {
  const { cover, previous, ...risk }: WorkedRisk = WORKED_RISKS[name];
  const wireCover = cover === 'COMPREHENSIVE' ? 'comp' : 'tp';
  return { ...risk, cover: wireCover, ncbPercent: 0, priorClaims: previous?.claims ?? 0, bundle: 'none', ...more };
};

describe("C's motor price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', (example) => {
    const { name, ncbPercent, bundle, gst } = example;
    const price = rateMotor(riskOf(name, { ncbPercent, bundle }));
    expect(price.lines).toEqual(Object.entries(example.lines).map(([k, minor]) => ({ k, minor })));
    expect(price).toMatchObject({ idv: example.idv, net: example.net, rounding: example.rounding });
    expect(price.tax.map(({ minor }) => minor)).toEqual([gst, gst]);
    expect(price.premium).toBe(example.total);
  });

  it('never loses more than three quarters of the catalogue price', () => {
    const old = rateMotor({ ...riskOf('M1'), registrationDate: '2015-01-01' });
    expect(old.idv).toBe(19_625_000);
  });

  it('leaves liability and personal accident out of own-damage cover', () => {
    expect(rateMotor(riskOf('M1', { cover: 'od' })).lines.map(({ k }) => k)).toEqual(['own_damage']);
  });
});
