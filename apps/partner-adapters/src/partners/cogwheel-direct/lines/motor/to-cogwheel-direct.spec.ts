import type { CoverType, MotorAddOn } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { MOTOR_QUESTIONS } from '../../testing/worked-motor-questions.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';

const asked = (...args: Parameters<typeof requestFor>) => {
  const question = toCogwheelDirect(requestFor(...args));
  if (!question.ok) throw new Error(`declined: ${question.error.message}`);
  return question.value;
};

describe('a vehicle in the words of Cogwheel Direct', () => {
  it.each(MOTOR_QUESTIONS)('is %s exactly as in its specification', (name, question) => {
    expect(toCogwheelDirect(requestFor(name))).toEqual({ ok: true, value: question });
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

  it.each<[MotorAddOn[], string]>([
    [['HELMET', 'PA_OWNER_DRIVER'], 'none'],
    [['ZERO_DEP'], 'smart'],
    [['ENGINE_PROTECT'], 'smart'],
    [['ZERO_DEP', 'CONSUMABLES'], 'smart'],
  ])('wishes %p of a bike become the bundle %s, never a larger one', (addOns, bundle) => {
    expect(asked('t1', { addOns })).toMatchObject({ class: 'bike', bundle });
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
