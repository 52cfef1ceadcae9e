import { describe, expect, it } from '@jest/globals';
import { checkMotorRisk } from './check.js';
import { entitledNcbPercent, isBreakIn } from './facts.js';
import { registrationParts } from './registration-number.js';
import type { MotorRiskInput } from './risk.js';

const sound: Partial<MotorRiskInput> = {
  registrationNumber: 'MH12AB1234',
  rtoCode: 'MH12',
  isNewVehicle: false,
  bhSeries: false,
  vehicleId: 'FW02',
  registrationDate: '2023-06-15',
  policyStartDate: '2026-12-01',
  previousPolicy: null,
};

const pointers = (change: Partial<MotorRiskInput>) =>
  checkMotorRisk({ ...sound, ...change }, '4W').map(({ pointer, code }) => `${pointer} ${code}`);

describe('a motor risk', () => {
  it('is sound when its facts agree', () => {
    expect(pointers({})).toEqual([]);
    expect(pointers({ make: 'Gulmohar', fuelType: 'PETROL', engineCapacityCc: 1197 })).toEqual([]);
    expect(pointers({ registrationNumber: null, isNewVehicle: true })).toEqual([]);
  });

  it('names everything that contradicts something else, at once', () => {
    const wrong: Partial<MotorRiskInput> = {
      rtoCode: 'XX99',
      fuelType: 'DIESEL',
      bhSeries: true,
      registrationDate: '2027-01-01',
    };
    expect(pointers(wrong).sort()).toEqual([
      '/risk/bhSeries CONTRADICTION',
      '/risk/fuelType CONTRADICTION',
      '/risk/registrationDate DATE_ORDER',
      '/risk/rtoCode UNKNOWN_CODE',
    ]);
  });

  it.each<[string, Partial<MotorRiskInput>, string]>([
    ['a two-wheeler on the car line', { vehicleId: 'TW01' }, '/risk/vehicleId UNKNOWN_CODE'],
    ['no plate for a used car', { registrationNumber: null }, '/risk/registrationNumber REQUIRED'],
    ['a plate for a new car', { isNewVehicle: true }, '/risk/registrationNumber CONTRADICTION'],
  ])('refuses %s', (_, change, expected) => {
    expect(pointers(change)).toEqual([expected]);
  });

  it('skips the checks whose fields are missing', () => {
    expect(checkMotorRisk({}, '4W')).toEqual([]);
  });
});

describe('the no-claims bonus', () => {
  const previous = { expiryDate: '2026-11-30', ncbPercent: 25, claimCount: 0 } as const;

  it('moves up a slab after a year without a claim, and stays at the top', () => {
    expect(entitledNcbPercent(previous, '2026-12-01')).toBe(35);
    expect(entitledNcbPercent({ ...previous, ncbPercent: 50 }, '2026-12-01')).toBe(50);
  });

  it('is lost by a claim, by a gap of more than 90 days, and absent without a policy', () => {
    expect(entitledNcbPercent({ ...previous, claimCount: 1 }, '2026-12-01')).toBe(0);
    expect(entitledNcbPercent(previous, '2027-02-28')).toBe(35);
    expect(entitledNcbPercent(previous, '2027-03-01')).toBe(0);
    expect(entitledNcbPercent(null, '2026-12-01')).toBe(0);
  });

  it('sees a break in cover from the second day on', () => {
    expect(isBreakIn(previous, '2026-12-01')).toBe(false);
    expect(isBreakIn(previous, '2026-12-02')).toBe(true);
  });
});

describe('a registration number', () => {
  it.each([
    ['MH12AB1234', ['MH', '12', 'AB', '1234']],
    ['MH121234', ['MH', '12', '1234']],
    ['DL1CA0777', ['DL', '1', 'CA', '0777']],
    ['KA11', ['KA', '1', '1']],
    ['22BH1234AA', ['22', 'BH', '1234', 'AA']],
  ])('%p is written in parts', (plate, parts) => {
    expect(registrationParts(plate)).toEqual(parts);
  });
});
