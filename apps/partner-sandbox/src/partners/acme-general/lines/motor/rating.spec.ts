import { describe, expect, it } from '@jest/globals';
import { WORKED_RISKS, type WorkedRisk, type WorkedRiskName } from '../../../../testing/worked-examples.js';
import type { AddOn } from './codes.js';
import { idvRange, type MotorRisk, rateMotor } from './rating.js';

interface WorkedExample {
  readonly name: WorkedRiskName;
  readonly addOns: readonly AddOn[];
  readonly voluntaryDeductible: number;
  readonly idv: number | null;
  readonly unavailable: readonly AddOn[];
  readonly lines: Readonly<Record<string, number>>;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
}

/** rating.md §9, A. */
const EXAMPLES: readonly WorkedExample[] = [
  {
    name: 'M1',
    addOns: ['ZD', 'RSA'],
    voluntaryDeductible: 0,
    idv: 47100000,
    unavailable: [],
    lines: {
      OD_BASIC: 1546293,
      OD_DISCOUNT: -386573,
      NCB_DISCOUNT: -405902,
      ADDON_ZD: 329700,
      ADDON_RSA: 14900,
      TP_BASIC: 341600,
      PA_OWNER_DRIVER: 33000,
    },
    net: 1473018,
    tax: 265143,
    total: 1738161,
  },
  {
    name: 'M2',
    addOns: ['ZD', 'RSA'],
    voluntaryDeductible: 500000,
    idv: 49600000,
    unavailable: ['ZD'],
    lines: {
      OD_BASIC: 1662096,
      OD_DISCOUNT: -498629,
      VOLUNTARY_DEDUCTIBLE_DISCOUNT: -150000,
      ADDON_RSA: 14900,
      TP_BASIC: 341600,
      PA_OWNER_DRIVER: 33000,
    },
    net: 1402967,
    tax: 252534,
    total: 1655501,
  },
  {
    name: 'M3',
    addOns: [],
    voluntaryDeductible: 0,
    idv: null,
    unavailable: [],
    lines: { TP_BASIC: 209400, PA_OWNER_DRIVER: 33000 },
    net: 242400,
    tax: 43632,
    total: 286032,
  },
  {
    name: 'M4',
    addOns: ['ZD', 'EP'],
    voluntaryDeductible: 0,
    idv: 94905000,
    unavailable: [],
    lines: {
      OD_BASIC: 2967679,
      OD_DISCOUNT: -741920,
      ADDON_ZD: 379620,
      ADDON_EP: 94905,
      TP_BASIC: 178000,
      PA_OWNER_DRIVER: 33000,
    },
    net: 2911284,
    tax: 524031,
    total: 3435315,
  },
  {
    name: 'M5',
    addOns: ['ZD', 'RSA', 'RTI'],
    voluntaryDeductible: 0,
    idv: 138950000,
    unavailable: [],
    lines: {
      OD_BASIC: 4779880,
      OD_DISCOUNT: -1194970,
      NCB_DISCOUNT: -896228,
      ADDON_ZD: 555800,
      ADDON_RSA: 14900,
      ADDON_RTI: 347375,
      TP_BASIC: 789700,
      PA_OWNER_DRIVER: 33000,
    },
    net: 4429457,
    tax: 797302,
    total: 5226759,
  },
  {
    name: 'M6',
    addOns: [],
    voluntaryDeductible: 0,
    idv: 146400000,
    unavailable: [],
    lines: { OD_BASIC: 4671624, OD_DISCOUNT: -1401487, NCB_DISCOUNT: -654027, TP_BASIC: 316000 },
    net: 2932110,
    tax: 527780,
    total: 3459890,
  },
  {
    name: 'T1',
    addOns: ['ZD'],
    voluntaryDeductible: 0,
    idv: 7100000,
    unavailable: [],
    lines: {
      OD_BASIC: 124960,
      OD_DISCOUNT: -24992,
      NCB_DISCOUNT: -24992,
      ADDON_ZD: 42600,
      TP_BASIC: 136600,
      PA_OWNER_DRIVER: 33000,
    },
    net: 287176,
    tax: 51692,
    total: 338868,
  },
  {
    name: 'T2',
    addOns: [],
    voluntaryDeductible: 0,
    idv: null,
    unavailable: [],
    lines: { TP_BASIC: 71400, PA_OWNER_DRIVER: 33000 },
    net: 104400,
    tax: 18792,
    total: 123192,
  },
  {
    name: 'T3',
    addOns: ['ZD', 'RSA'],
    voluntaryDeductible: 0,
    idv: 11992000,
    unavailable: [],
    lines: {
      OD_BASIC: 204823,
      OD_DISCOUNT: -40965,
      NCB_DISCOUNT: -32772,
      ADDON_ZD: 71952,
      ADDON_RSA: 7500,
      TP_BASIC: 60700,
    },
    net: 271238,
    tax: 48823,
    total: 320061,
  },
];

const riskOf = (name: WorkedRiskName, more: Partial<MotorRisk> = {}): MotorRisk => {
  const { cover, ...risk }: WorkedRisk = WORKED_RISKS[name];
  const coverage = cover === 'COMPREHENSIVE' ? 'PACKAGE' : 'LIABILITY';
  return { ...risk, coverage, requestedIdv: null, voluntaryDeductible: 0, addOns: [], ...more };
};

describe("A's motor price", () => {
  it.each(EXAMPLES)('is that of worked example $name, line by line', (example) => {
    const { name, addOns, voluntaryDeductible } = example;
    const price = rateMotor(riskOf(name, { addOns, voluntaryDeductible }));
    expect(price.lines).toEqual(Object.entries(example.lines).map(([code, amount]) => ({ code, amount })));
    expect(price).toMatchObject({ net: example.net, gst: example.tax, total: example.total });
    expect(price.idv?.applied ?? null).toBe(example.idv);
    expect(price.unavailableAddOns).toEqual(example.unavailable.map((code) => ({ code, reason: 'VEHICLE_AGE' })));
  });

  it('adds 4 % of own damage for a gas engine, before the discount', () => {
    const lpg = rateMotor({ ...riskOf('M1'), vehicle: { ...WORKED_RISKS.M1.vehicle, fuelType: 'LPG' } });
    expect(lpg.lines.slice(0, 3)).toEqual([
      { code: 'OD_BASIC', amount: 1546293 },
      { code: 'OD_BIFUEL', amount: 61852 },
      { code: 'OD_DISCOUNT', amount: -402036 },
    ]);
  });

  it('counts an add-on once however often it is wished', () => {
    expect(rateMotor(riskOf('M1', { addOns: ['RSA', 'RSA'] }))).toEqual(rateMotor(riskOf('M1', { addOns: ['RSA'] })));
  });

  it('sells no add-on with liability cover, and no personal accident cover without liability', () => {
    const liability = rateMotor(riskOf('M3', { addOns: ['ZD', 'RSA'] }));
    expect(liability.unavailableAddOns).toEqual([
      { code: 'ZD', reason: 'COVER_TYPE' },
      { code: 'RSA', reason: 'COVER_TYPE' },
    ]);
    const ownDamage = rateMotor(riskOf('M1', { coverage: 'OWN_DAMAGE' }));
    expect(ownDamage.lines.map(({ code }) => code)).toEqual(['OD_BASIC', 'OD_DISCOUNT', 'NCB_DISCOUNT']);
  });

  it('does not offer engine cover for two-wheelers', () => {
    expect(rateMotor(riskOf('T1', { addOns: ['EP'] })).unavailableAddOns).toEqual([
      { code: 'EP', reason: 'NOT_OFFERED' },
    ]);
  });

  it('insures within a tenth of its own value', () => {
    expect(idvRange(WORKED_RISKS.M1.vehicle, 41)).toEqual({
      recommended: 47100000,
      minimum: 42390000,
      maximum: 51810000,
    });
  });

  it.each([
    [0, undefined],
    [250000, -75000],
    [500000, -150000],
    [750000, -200000],
    [1500000, -250000],
  ])('caps what a voluntary deductible of %p paise saves', (voluntaryDeductible, saved) => {
    const { lines } = rateMotor(riskOf('M5', { voluntaryDeductible }));
    expect(lines.find(({ code }) => code === 'VOLUNTARY_DEDUCTIBLE_DISCOUNT')?.amount).toBe(saved);
  });
});
