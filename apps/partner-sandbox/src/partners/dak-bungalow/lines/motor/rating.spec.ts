import { describe, expect, it } from '@jest/globals';
import { WORKED_RISKS, type WorkedRisk, type WorkedRiskName } from '../../../../testing/worked-examples.js';
import { type MotorRisk, rateMotor } from './rating.js';

interface WorkedExample {
  readonly example: string;
  readonly name: WorkedRiskName;
  readonly wishes: Partial<MotorRisk>;
  readonly idv: number | null;
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
  readonly gst: number;
  readonly total: number;
}

/** rating.md §9, D; in whole rupees. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    example: 'M1',
    name: 'M1',
    wishes: { nilDep: true, roadsideAssistance: true },
    idv: 471000,
    lines: {
      'BASIC OD': 13895,
      'OD DISCOUNT': -4863,
      NCB: -3161,
      'NIL DEP': 1649,
      RSA: 125,
      'BASIC TP': 3416,
      'PA OWNER DRIVER': 325,
    },
    net: 11386,
    gst: 2049,
    total: 13435,
  },
  {
    example: 'M2R',
    name: 'M2',
    wishes: { roadsideAssistance: true },
    idv: 496000,
    lines: {
      'BASIC OD': 14086,
      'AGE LOADING': 704,
      'OD DISCOUNT': -5177,
      RSA: 125,
      'BASIC TP': 3416,
      'PA OWNER DRIVER': 325,
    },
    net: 13479,
    gst: 2426,
    total: 15905,
  },
  {
    example: 'M3',
    name: 'M3',
    wishes: { nilDep: true, roadsideAssistance: true },
    idv: null,
    lines: { 'BASIC TP': 2094, 'PA OWNER DRIVER': 325 },
    net: 2419,
    gst: 435,
    total: 2854,
  },
  {
    example: 'M5',
    name: 'M5',
    wishes: { nilDep: true, roadsideAssistance: true },
    idv: 1389500,
    lines: {
      'BASIC OD': 43352,
      'OD DISCOUNT': -15173,
      NCB: -7045,
      'NIL DEP': 4863,
      RSA: 125,
      'BASIC TP': 7897,
      'PA OWNER DRIVER': 325,
    },
    net: 34344,
    gst: 6182,
    total: 40526,
  },
  {
    example: 'T1',
    name: 'T1',
    wishes: { nilDep: true },
    idv: 71000,
    lines: {
      'BASIC OD': 1200,
      'OD DISCOUNT': -420,
      NCB: -195,
      'NIL DEP': 249,
      'BASIC TP': 1366,
      'PA OWNER DRIVER': 325,
    },
    net: 2525,
    gst: 455,
    total: 2980,
  },
  {
    example: 'T2',
    name: 'T2',
    wishes: {},
    idv: null,
    lines: { 'BASIC TP': 714, 'PA OWNER DRIVER': 325 },
    net: 1039,
    gst: 187,
    total: 1226,
  },
];

function riskOf(name: WorkedRiskName, wishes: Partial<MotorRisk> = {}): MotorRisk {
  const { cover, ...risk }: WorkedRisk = WORKED_RISKS[name];
  const wireCover = cover === 'COMPREHENSIVE' ? 'P' : 'L';
  return { ...risk, cover: wireCover, nilDep: false, roadsideAssistance: false, ...wishes };
}

describe("D's motor price", () => {
  it.each(EXAMPLES)('is that of worked example $example, line by line', ({ name, wishes, lines, ...figures }) => {
    const price = rateMotor(riskOf(name, wishes));
    expect(price.lines).toEqual(Object.entries(lines).map(([description, amount]) => ({ description, amount })));
    const { idv, net, gst, total } = figures;
    expect(price).toMatchObject({ idv, net, gst, total });
  });

  it('has neither liability nor personal accident in own-damage cover', () => {
    const { lines } = rateMotor(riskOf('M1', { cover: 'O' }));
    expect(lines.map(({ description }) => description)).toEqual(['BASIC OD', 'OD DISCOUNT', 'NCB']);
  });

  it.each([
    ['2021-12-02', undefined],
    ['2021-12-01', 0.05],
    ['2019-12-02', 0.05],
    ['2019-12-01', 0.1],
  ])('loads own damage with age: registered on %s', (registrationDate, share) => {
    const { lines } = rateMotor(riskOf('M1', { registrationDate }));
    const [basic, loading] = lines;
    if (share === undefined) expect(loading?.description).toBe('OD DISCOUNT');
    else expect(loading?.amount).toBe(Math.round((basic?.amount ?? 0) * share));
  });
});
