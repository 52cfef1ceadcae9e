import type { CoverType, MotorAddOn } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';

const envelope = {
  request_ref: '01934f2a-0000-7000-8000-0000000000a1',
  class: 'car',
  proposer: { dob: '12/04/1990', pin: '411001' },
};

/** rating.md §9, in C's words (partners.md C.2 for M1). */
const GOLDEN = [
  [
    'm1',
    {
      cover: 'comp',
      start_date: '01/12/2026',
      vehicle: {
        model_key: 'gulmohar.chalet.1-2-zxi',
        rto: 'mh12',
        reg_no: 'MH 12 AB 1234',
        reg_date: '15/06/2023',
      },
      ncb_entitled: 0.35,
      prior: { expiry_date: '30/11/2026', claims: 0 },
      bundle: 'smart',
      pa_owner: 'Y',
    },
  ],
  [
    'm2',
    {
      cover: 'comp',
      start_date: '01/12/2026',
      vehicle: { model_key: 'nilgai.heron.1-5-d', rto: 'up32', reg_no: 'UP 32 CD 4521', reg_date: '10/02/2020' },
      ncb_entitled: 0,
      prior: { expiry_date: '30/11/2026', claims: 1 },
      bundle: 'smart',
      pa_owner: 'Y',
    },
  ],
  [
    'm3',
    {
      cover: 'tp',
      start_date: '01/12/2026',
      vehicle: { model_key: 'gulmohar.chalet.1-0-lxi', rto: 'dl01', reg_no: 'DL 01 XY 0777', reg_date: '01/09/2017' },
      ncb_entitled: 0.5,
      prior: { expiry_date: '30/11/2026', claims: 0 },
      bundle: 'none',
      pa_owner: 'Y',
    },
  ],
  [
    'm4',
    {
      cover: 'comp',
      start_date: '01/12/2026',
      vehicle: { model_key: 'vidyutka.volt-e.30', rto: 'ka01', reg_no: 'KA 01 EV 0042', reg_date: '20/06/2026' },
      ncb_entitled: 0,
      prior: null,
      bundle: 'max',
      pa_owner: 'Y',
    },
  ],
  [
    'm5',
    {
      cover: 'comp',
      start_date: '15/12/2026',
      vehicle: { model_key: 'tejomay.summit.2-0-at', rto: 'gj01', reg_no: 'GJ 01 TT 6006', reg_date: '31/01/2024' },
      ncb_entitled: 0.25,
      prior: { expiry_date: '14/12/2026', claims: 0 },
      bundle: 'max',
      pa_owner: 'Y',
    },
  ],
] as const;

const asked = (...args: Parameters<typeof requestFor>) => {
  const question = toCogwheelDirect(requestFor(...args));
  if (!question.ok) throw new Error(`declined: ${question.error.message}`);
  return question.value;
};

describe('a car in the words of Cogwheel Direct', () => {
  it.each(GOLDEN)('is %s exactly as in its specification', (name, question) => {
    expect(toCogwheelDirect(requestFor(name))).toEqual({ ok: true, value: { ...envelope, ...question } });
  });

  it.each<[MotorAddOn[], string]>([
    [[], 'none'],
    [['NCB_PROTECT', 'PA_OWNER_DRIVER'], 'none'],
    [['ZERO_DEP'], 'smart'],
    [['ROADSIDE_ASSIST', 'KEY_REPLACE'], 'smart'],
    [['ENGINE_PROTECT'], 'max'],
    [['RETURN_TO_INVOICE', 'ZERO_DEP'], 'max'],
    [['CONSUMABLES', 'TYRE_PROTECT'], 'max'],
  ])('wishes %p become the bundle %s', (addOns, bundle) => {
    expect(asked('m1', { addOns }).bundle).toBe(bundle);
  });

  it('has no bundle with third-party cover, whatever is wished', () => {
    expect(asked('m1', { coverType: 'THIRD_PARTY' }).bundle).toBe('none');
  });

  it.each<[CoverType, string]>([
    ['COMPREHENSIVE', 'comp'],
    ['OWN_DAMAGE', 'od'],
    ['THIRD_PARTY', 'tp'],
  ])('has %s cover as %s', (coverType, cover) => {
    expect(asked('m1', { coverType }).cover).toBe(cover);
  });

  it.each([
    ['MH121234', 'MH 12 1234'],
    ['DL1CAB1234', 'DL 1 CAB 1234'],
  ])('has the plate %s as %s', (registrationNumber, plate) => {
    expect(asked('m1', { registrationNumber }).vehicle.reg_no).toBe(plate);
  });

  it('has no plate when it is new', () => {
    expect(asked('m4', { registrationNumber: null, isNewVehicle: true }).vehicle.reg_no).toBeNull();
  });

  it('writes every entitled slab as the fraction that C knows', () => {
    const fractions = ([0, 20, 25, 35, 45, 50] as const).map((ncbPercent) => {
      const { previousPolicy } = requestFor('m1').risk;
      return previousPolicy && asked('m1', { previousPolicy: { ...previousPolicy, ncbPercent } }).ncb_entitled;
    });
    expect(JSON.stringify(fractions)).toBe('[0.2,0.25,0.35,0.45,0.5,0.5]');
  });

  it('gives away no mobile number, name or e-mail for a price', () => {
    expect(JSON.stringify(toCogwheelDirect(requestFor('m1')))).not.toMatch(/9800000001|mobile/);
  });

  it.each([
    ['a model', { vehicleId: 'FW99' }],
    ['an office', { rtoCode: 'XX99' }],
  ])('is declined as UNSUPPORTED by the platform for %s that C does not know', (_what, unknown) => {
    const request = requestFor('m1');
    expect(toCogwheelDirect({ ...request, risk: { ...request.risk, ...unknown } })).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED', source: 'PLATFORM', category: 'UNSUPPORTED' },
    });
  });
});
