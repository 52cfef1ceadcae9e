import { describe, expect, it } from '@jest/globals';
import { cogwheelMotorRequest, cogwheelMotorWith } from '../../../../testing/cogwheel-caller.js';
import { motor } from './line.js';

/** `field code` of the one problem that is reported. */
function problemOf(body: unknown): string | undefined {
  const checked = motor.check(body);
  return checked.ok ? undefined : `${checked.error.path.map(String).join('.')} ${checked.error.code}`;
}

const vehicle = (members: object) => cogwheelMotorWith({}, members);
const proposer = (members: object) => cogwheelMotorWith({ proposer: { ...cogwheelMotorRequest.proposer, ...members } });

describe("C's checks of a motor quote", () => {
  it('finds nothing wrong with the printed request', () => {
    expect(problemOf(cogwheelMotorRequest)).toBeUndefined();
  });

  it.each([
    ['request_ref C-VAL-001', cogwheelMotorWith({ request_ref: undefined })],
    ['request_ref C-VAL-006', cogwheelMotorWith({ request_ref: 'r'.repeat(65) })],
    ['class C-VAL-002', cogwheelMotorWith({ class: 'truck' })],
    ['cover C-VAL-002', cogwheelMotorWith({ cover: 'full' })],
    ['start_date C-VAL-004', cogwheelMotorWith({ start_date: '31/11/2026' })],
    ['start_date C-VAL-004', cogwheelMotorWith({ start_date: '1/12/2026' })],
    ['vehicle C-VAL-001', { ...cogwheelMotorRequest, vehicle: undefined }],
    ['vehicle.model_key C-VAL-003', vehicle({ model_key: 'ford.t' })],
    ['vehicle.model_key C-VAL-003', vehicle({ model_key: 'urjaka.scoot.s' })],
    ['vehicle.model_key C-VAL-003', cogwheelMotorWith({ class: 'bike' })],
    ['vehicle.rto C-VAL-005', vehicle({ rto: 'MH12' })],
    ['vehicle.reg_no C-VAL-004', vehicle({ reg_no: 'MH12AB1234' })],
    ['vehicle.reg_no C-VAL-001', vehicle({ reg_no: undefined })],
    ['vehicle.reg_date C-VAL-006', vehicle({ reg_date: '02/12/2026' })],
    ['ncb_entitled C-VAL-002', cogwheelMotorWith({ ncb_entitled: 35 })],
    ['prior C-VAL-001', cogwheelMotorWith({ prior: undefined })],
    ['prior.claims C-VAL-006', cogwheelMotorWith({ prior: { expiry_date: '30/11/2026', claims: -1 } })],
    ['prior.claims C-VAL-004', cogwheelMotorWith({ prior: { expiry_date: '30/11/2026', claims: 0.5 } })],
    ['bundle C-VAL-002', cogwheelMotorWith({ bundle: 'medium' })],
    ['bundle C-VAL-018', cogwheelMotorWith({ cover: 'tp', bundle: 'smart' })],
    [
      'bundle C-VAL-017',
      cogwheelMotorWith({ class: 'bike', cover: 'tp', bundle: 'max' }, { model_key: 'urjaka.scoot.s' }),
    ],
    ['pa_owner C-VAL-002', cogwheelMotorWith({ pa_owner: true })],
    ['proposer.dob C-VAL-006', proposer({ dob: '02/12/2026' })],
    ['proposer.pin C-VAL-004', proposer({ pin: '011001' })],
    ['proposer.mobile C-VAL-004', proposer({ mobile: '+919800000001' })],
  ])('reports %s', (problem, body) => {
    expect(problemOf(body)).toBe(problem);
  });

  it('reports the first problem in the order of the table, be it of one field or between two', () => {
    const late = { model_key: 'urjaka.scoot.s', reg_no: 'X', reg_date: '02/12/2026' };
    expect(problemOf(cogwheelMotorWith({ bundle: 'x', pa_owner: 'x' }, late))).toBe('vehicle.model_key C-VAL-003');
    expect(problemOf(cogwheelMotorWith({ bundle: 'x', pa_owner: 'x' }, { reg_date: '02/12/2026' }))).toBe(
      'vehicle.reg_date C-VAL-006',
    );
    expect(problemOf(cogwheelMotorWith({ ncb_entitled: 1, prior: 'x', cover: 'tp' }))).toBe('ncb_entitled C-VAL-002');
    expect(problemOf({})).toBe('request_ref C-VAL-001');
  });

  it('does without a mobile number', () => {
    expect(problemOf(proposer({ mobile: undefined }))).toBeUndefined();
  });
});
