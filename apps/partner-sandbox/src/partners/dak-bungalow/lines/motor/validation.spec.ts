import { describe, expect, it } from '@jest/globals';
import { type DakFields, dakMotorRequest, dakMotorWith } from '../../../../testing/dak-caller.js';
import { readForm } from '../../form.js';
import { motor } from './line.js';

/** `field code` of the one problem that is reported. */
function problemOf(fields: DakFields): string | undefined {
  const checked = motor.check(readForm(new URLSearchParams(fields).toString()));
  return checked.ok ? undefined : `${checked.error.path.map(String).join('.')} ${checked.error.code}`;
}

const BIKE = { veh_cls: '2WH', mmv_cd: 'TWBAR00203' };
const NEW = { regn1: 'NEW', regn2: '', regn3: '', regn4: '' };
const NO_PREVIOUS = { prev_exp: '', prev_ncb: '', claim_yn: '' };

describe("D's checks of a motor quote", () => {
  it.each([
    ['the printed request', {}],
    ['a new vehicle', { ...NEW, ...NO_PREVIOUS }],
    ['a plate without a series', { regn3: '' }],
    ['a two-wheeler', BIKE],
    ['its own value of the vehicle', { idv: '471000' }],
    ['any value for liability cover', { cvr: 'L', idv: '1' }],
    ['nil depreciation of an old vehicle for liability cover', { cvr: 'L', regn_dt: '01-DEC-2017' }],
    ['no mobile number', { mob: '' }],
  ])('finds nothing wrong with %s', (_what, fields) => {
    expect(problemOf(dakMotorWith(fields))).toBeUndefined();
  });

  it.each([
    ['txn_ref E01', { txn_ref: '' }],
    ['txn_ref E02', { txn_ref: 'Q-01J9D' }],
    ['txn_ref E02', { txn_ref: 'Q'.repeat(21) }],
    ['veh_cls E02', { veh_cls: 'CAR' }],
    ['cvr E02', { cvr: 'X' }],
    ['mmv_cd E02', { mmv_cd: 'PCGUL0010' }],
    ['mmv_cd E05', { mmv_cd: 'PCGUL00999' }],
    ['mmv_cd E05', { mmv_cd: 'TWBAR00203' }],
    ['rto_cd E02', { rto_cd: 'MH12' }],
    ['rto_cd E07', { rto_cd: '99999' }],
    ['regn1 E01', { regn1: '' }],
    ['regn1 E14', { regn1: '22', regn2: 'BH', regn3: '1234', regn4: 'AA' }],
    ['regn2 E01', { regn2: '' }],
    ['regn2 E14', { regn2: '1' }],
    ['regn3 E14', { regn3: 'ABCD' }],
    ['regn4 E01', { regn4: '' }],
    ['regn4 E14', { regn4: '123' }],
    ['regn2 E14', { ...NEW, regn2: '12' }],
    ['regn_dt E02', { regn_dt: '15-Jun-2023' }],
    ['regn_dt E02', { regn_dt: '31-JUN-2023' }],
    ['regn_dt E02', { regn_dt: '02-DEC-2026' }],
    ['pol_start E01', { pol_start: '' }],
    ['prev_exp E01', { prev_exp: '' }],
    ['prev_ncb E01', { prev_ncb: '' }],
    ['prev_ncb E02', { prev_ncb: 'F' }],
    ['claim_yn E01', { claim_yn: '' }],
    ['claim_yn E02', { claim_yn: '2' }],
    ['fuel_cd E02', { fuel_cd: '5' }],
    ['fuel_cd E15', { fuel_cd: '2' }],
    ['idv E02', { idv: '4,71,000' }],
    ['idv E21', { idv: '470000' }],
    ['nil_dep E02', { nil_dep: 'T' }],
    ['nil_dep E33', { regn_dt: '01-DEC-2021' }],
    ['rsa E01', { rsa: '' }],
    ['pa_own E02', { pa_own: 'y' }],
    ['pin E02', { pin: '011001' }],
    ['mob E02', { mob: '+919800000001' }],
  ])('reports %s', (problem, fields) => {
    expect(problemOf(dakMotorWith(fields))).toBe(problem);
  });

  it('tells the value that it would take, in its own form', () => {
    const checked = motor.check(readForm(new URLSearchParams(dakMotorWith({ idv: '1' })).toString()));
    expect(checked).toMatchObject({ ok: false, error: { code: 'E21', acceptable: '4,71,000.00' } });
  });

  it('refuses nil depreciation, as in worked example M2, and before the age of the vehicle', () => {
    expect(problemOf(dakMotorWith({ mmv_cd: 'PCNIL00204', fuel_cd: '2', regn_dt: '10-FEB-2020' }))).toBe('nil_dep E33');
    expect(problemOf(dakMotorWith({ regn_dt: '10-FEB-2010' }))).toBe('nil_dep E33');
  });

  it('reports the first problem in the order of the table, be it of one field or between two', () => {
    expect(problemOf(dakMotorWith({ pin: 'x', fuel_cd: '2', idv: '1' }))).toBe('fuel_cd E15');
    expect(problemOf(dakMotorWith({ pin: 'x', idv: '1', regn_dt: '01-DEC-2021' }))).toBe('idv E21');
    expect(problemOf(dakMotorWith({ regn_dt: '02-DEC-2026', rto_cd: 'x' }))).toBe('rto_cd E02');
    expect(problemOf({})).toBe('txn_ref E01');
    expect(Object.keys(dakMotorRequest)).toHaveLength(21);
  });
});
