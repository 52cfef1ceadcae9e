import { describe, expect, it } from '@jest/globals';
import { WORKED_RISKS, type WorkedRisk } from '../../../../testing/worked-examples.js';
import type { MotorPlan } from './codes.js';
import { type MotorRisk, rateMotor } from './rating.js';
import { assessMotor } from './underwriting.js';

interface WorkedExample {
  readonly name: 'M1' | 'M4' | 'M5' | 'M6';
  readonly plan: MotorPlan;
  readonly ncbPercent: number;
  readonly idv: number;
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
  readonly tax: number;
  readonly rounding: number;
  readonly total: number;
}

/** rating.md §9, F. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    name: 'M1',
    plan: 'BASIC',
    ncbPercent: 35,
    idv: 42400000,
    lines: { OD: 1272000, DISCOUNT: -381600, NCB: -311640, TP: 341600, PA: 35000 },
    net: 955360,
    tax: 171965,
    rounding: 75,
    total: 1129900,
  },
  {
    name: 'M1',
    plan: 'PLUS',
    ncbPercent: 35,
    idv: 47100000,
    lines: { OD: 1413000, DISCOUNT: -310860, NCB: -385749, ADDONS: 212820, TP: 341600, PA: 35000 },
    net: 1305811,
    tax: 235046,
    rounding: 43,
    total: 1543400,
  },
  {
    name: 'M4',
    plan: 'BASIC',
    ncbPercent: 0,
    idv: 85400000,
    lines: { OD: 2177700, DISCOUNT: -653310, TP: 178000, PA: 35000 },
    net: 1737390,
    tax: 312730,
    rounding: 80,
    total: 2052700,
  },
  {
    name: 'M4',
    plan: 'PLUS',
    ncbPercent: 0,
    idv: 94900000,
    lines: { OD: 2419950, DISCOUNT: -532389, ADDONS: 413580, TP: 178000, PA: 35000 },
    net: 2514141,
    tax: 452545,
    rounding: 14,
    total: 2969200,
  },
  {
    name: 'M4',
    plan: 'MAX',
    ncbPercent: 0,
    idv: 102500000,
    lines: { OD: 2613750, DISCOUNT: -392063, ADDONS: 901250, TP: 178000, PA: 35000 },
    net: 3335937,
    tax: 600469,
    rounding: 94,
    total: 3939000,
  },
  {
    name: 'M5',
    plan: 'BASIC',
    ncbPercent: 25,
    idv: 125100000,
    lines: { OD: 3690450, DISCOUNT: -1107135, NCB: -645829, TP: 789700, PA: 35000 },
    net: 2762186,
    tax: 497193,
    rounding: 21,
    total: 3261900,
  },
  {
    name: 'M5',
    plan: 'PLUS',
    ncbPercent: 25,
    idv: 139000000,
    lines: { OD: 4100500, DISCOUNT: -902110, NCB: -799598, ADDONS: 598800, TP: 789700, PA: 35000 },
    net: 3822292,
    tax: 688013,
    rounding: 95,
    total: 4512900,
  },
  {
    name: 'M5',
    plan: 'MAX',
    ncbPercent: 25,
    idv: 150100000,
    lines: { OD: 4427950, DISCOUNT: -664193, NCB: -940939, ADDONS: 1305850, TP: 789700, PA: 35000 },
    net: 4953368,
    tax: 891606,
    rounding: 26,
    total: 5847500,
  },
  {
    name: 'M6',
    plan: 'BASIC',
    ncbPercent: 20,
    idv: 131800000,
    lines: { OD: 3360900, DISCOUNT: -1008270, NCB: -470526, TP: 316000 },
    net: 2198104,
    tax: 395659,
    rounding: 37,
    total: 2596300,
  },
  {
    name: 'M6',
    plan: 'PLUS',
    ncbPercent: 20,
    idv: 146400000,
    lines: { OD: 3733200, DISCOUNT: -821304, NCB: -582379, ADDONS: 629880, TP: 316000 },
    net: 3275397,
    tax: 589571,
    rounding: 32,
    total: 3867500,
  },
];

const riskOf = (name: WorkedExample['name'], more: Partial<MotorRisk> = {}): MotorRisk => {
  const { cover, previous: _, ...risk }: WorkedRisk = WORKED_RISKS[name];
  return { ...risk, cover: cover === 'COMPREHENSIVE' ? 'FULL' : 'OD_ONLY', ncbPercent: 0, ...more };
};

describe("F's motor price", () => {
  it.each(EXAMPLES)('is that of worked example $name $plan, line by line', ({ name, plan, lines, ...example }) => {
    const { ncbPercent, ...amounts } = example;
    expect(rateMotor(riskOf(name, { ncbPercent }), plan)).toEqual({
      lines: Object.entries(lines).map(([code, minor]) => ({ code, minor })),
      ...amounts,
    });
  });

  it('leaves liability and personal accident out of own-damage cover', () => {
    const { lines } = rateMotor(riskOf('M1', { cover: 'OD_ONLY' }), 'BASIC');
    expect(lines.map(({ code }) => code)).toEqual(['OD', 'DISCOUNT']);
  });

  it.each([
    ['M1', 'MAX', { kind: 'declined', reason: { code: 'FZ-D02' } }],
    ['M6', 'MAX', { kind: 'failed', error: { code: 'FZ-E10', retryable: false } }],
  ] as const)('is none for worked example %s %s', (name, plan, outcome) => {
    expect(assessMotor(riskOf(name), plan)).toMatchObject(outcome);
  });

  it.each([
    ['2021-12-01', 'PLUS', 'FZ-D02'],
    ['2016-12-01', 'BASIC', 'FZ-D01'],
    ['2016-12-01', 'MAX', 'FZ-D01'],
  ] as const)('is none for a car of %s in %s', (registrationDate, plan, code) => {
    const hybrid = { ...riskOf('M6'), startDate: '2026-12-01', registrationDate };
    expect(assessMotor(hybrid, plan)).toMatchObject({ kind: 'declined', reason: { code } });
  });

  it('depends on the age limit only from its month on', () => {
    const risk = { ...riskOf('M1'), registrationDate: '2021-12-02' };
    expect(assessMotor(risk, 'PLUS')).toMatchObject({ kind: 'priced' });
  });
});
