import type { CoverType, FuelType, MotorAddOn } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { MOTOR_QUESTIONS } from '../../testing/worked-motor-questions.js';
import { toAcmeGeneral, withoutInsuredValue } from './to-acme-general.js';

const proposalOf = (...args: Parameters<typeof requestFor>) => {
  const asked = toAcmeGeneral(requestFor(...args));
  if (!asked.ok) throw new Error(`declined: ${asked.error.message}`);
  return asked.value.proposal;
};

describe('a vehicle in the words of Acme General', () => {
  it.each(MOTOR_QUESTIONS)('is %s exactly as in its specification', (name, question) => {
    expect(toAcmeGeneral(requestFor(name))).toEqual({ ok: true, value: question });
  });

  it.each([
    ['MH12AB1234', 'MH-12-AB-1234'],
    ['MH121234', 'MH-12-1234'],
    ['DL1CAB1234', 'DL-1-CAB-1234'],
  ])('has the plate %s as %s', (registrationNumber, plate) => {
    expect(proposalOf('m1', { registrationNumber }).vehicle.registrationNumber).toBe(plate);
  });

  it('has a BH plate in its own four parts, beside the office that it does not tell', () => {
    const { vehicle } = proposalOf('m1', { registrationNumber: '22BH1234AA', bhSeries: true });
    expect(vehicle).toMatchObject({ registrationNumber: '22-BH-1234-AA', rto: 'MH-12' });
  });

  it('has no plate when it is new', () => {
    const { vehicle } = proposalOf('m4', { registrationNumber: null, isNewVehicle: true, previousPolicy: null });
    expect(vehicle).toMatchObject({ registrationNumber: null, isNew: true });
  });

  it.each<[string, FuelType, string]>([
    ['FW02', 'PETROL', 'P'],
    ['FW04', 'DIESEL', 'D'],
    ['FW03', 'CNG', 'C'],
    ['FW10', 'LPG', 'L'],
    ['FW07', 'ELECTRIC', 'E'],
    ['FW06', 'HYBRID', 'H'],
  ])('has the fuel of %s, %s, as %s', (vehicleId, fuelType, fuel) => {
    expect(requestFor('m1', { vehicleId }).risk.fuelType).toBe(fuelType);
    expect(proposalOf('m1', { vehicleId }).vehicle.fuel).toBe(fuel);
  });

  it.each<[CoverType, string]>([
    ['COMPREHENSIVE', 'PACKAGE'],
    ['OWN_DAMAGE', 'OWN_DAMAGE'],
    ['THIRD_PARTY', 'LIABILITY'],
  ])('has %s cover as %s', (coverType, coverage) => {
    expect(proposalOf('m1', { coverType }).coverage).toBe(coverage);
  });

  it('asks only for add-ons that are sold there, in the order of the wishes', () => {
    const addOns: MotorAddOn[] = ['NCB_PROTECT', 'CONSUMABLES', 'TYRE_PROTECT', 'ZERO_DEP', 'HELMET'];
    expect(proposalOf('m1', { addOns })).toMatchObject({ addOns: ['CON', 'ZD'], ownerDriverPa: false });
  });

  it('asks for the requested value, but not where liability alone is covered', () => {
    const requestedIdvMinor = 45_000_000;
    expect(proposalOf('m1', { requestedIdvMinor }).insuredValue).toBe(requestedIdvMinor);
    expect(proposalOf('m3', { requestedIdvMinor }).insuredValue).toBeNull();
  });

  it('can be asked again without the requested value, nothing else changed', () => {
    const asked = toAcmeGeneral(requestFor('m1', { requestedIdvMinor: 45_000_000 }));
    expect(asked.ok && { ok: true, value: withoutInsuredValue(asked.value) }).toEqual(toAcmeGeneral(requestFor('m1')));
  });

  it('gives away no mobile number, name or e-mail for a price', () => {
    const text = JSON.stringify(toAcmeGeneral(requestFor('m1')));
    expect(text).not.toContain('9800000001');
    expect(text).not.toContain('mobile');
  });

  it.each([
    ['a model that A does not know', requestFor('m1', { vehicleId: 'FW09' })],
    ['a car of a company', requestFor('m1', { ownerType: 'COMPANY' })],
    ['an office that A does not know', { ...requestFor('m1'), risk: { ...requestFor('m1').risk, rtoCode: 'XX99' } }],
  ])('is declined as UNSUPPORTED by the platform for %s', (_what, request) => {
    expect(toAcmeGeneral(request)).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED', source: 'PLATFORM', category: 'UNSUPPORTED' },
    });
  });
});
