import { describe, expect, it } from '@jest/globals';
import { cogwheelTermRequest, cogwheelTermWith } from '../../../../testing/cogwheel-caller.js';
import { termLife } from './line.js';

/** `field code` of the one problem that is reported. */
function problemOf(body: unknown): string | undefined {
  const checked = termLife.check(body);
  return checked.ok ? undefined : `${checked.error.path.map(String).join('.')} ${checked.error.code}`;
}

const life = (members: object) => cogwheelTermWith({}, members);

describe("C's checks of a term quote", () => {
  it('finds nothing wrong with the printed request', () => {
    expect(problemOf(cogwheelTermRequest)).toBeUndefined();
  });

  it.each([
    ['request_ref C-VAL-001', {}],
    ['start_date C-VAL-004', cogwheelTermWith({ start_date: '2026-12-01' })],
    ['life C-VAL-001', { ...cogwheelTermRequest, life: null }],
    ['life.dob C-VAL-004', life({ dob: '31/02/1994' })],
    ['life.dob C-VAL-006', life({ dob: '02/12/2026' })],
    ['life.sex C-VAL-002', life({ sex: 'MALE' })],
    ['life.smoker C-VAL-002', life({ smoker: false })],
    ['life.pin C-VAL-004', life({ pin: '56003' })],
    ['sum_assured C-VAL-004', cogwheelTermWith({ sum_assured: '10000000' })],
    ['sum_assured C-VAL-006', cogwheelTermWith({ sum_assured: 10_050_000 })],
    ['sum_assured C-VAL-006', cogwheelTermWith({ sum_assured: 2_400_000 })],
    ['sum_assured C-VAL-006', cogwheelTermWith({ sum_assured: 50_100_000 })],
    ['term_years C-VAL-006', cogwheelTermWith({ term_years: 4 })],
    ['term_years C-VAL-006', cogwheelTermWith({ term_years: 41 })],
    ['pay_mode C-VAL-002', cogwheelTermWith({ pay_mode: 'quarterly' })],
  ])('reports %s', (problem, body) => {
    expect(problemOf(body)).toBe(problem);
  });

  it('reports the first problem in the order of the table', () => {
    expect(problemOf(cogwheelTermWith({ pay_mode: 'x', sum_assured: 1 }, { dob: '02/12/2026', sex: 'x' }))).toBe(
      'life.dob C-VAL-006',
    );
  });
});
