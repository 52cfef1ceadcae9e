import type { FuelType } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { formBody } from '../../form.js';
import { QUESTIONS } from '../../testing/worked-questions.js';
import { toDakBungalow } from './to-dak-bungalow.js';

const asked = (...args: Parameters<typeof requestFor>) => {
  const question = toDakBungalow(requestFor(...args));
  if (!question.ok) throw new Error(`declined: ${question.error.message}`);
  return question.value;
};

describe('a vehicle in the words of Dak Bungalow', () => {
  it.each([...QUESTIONS])('is %s exactly as in its specification', (name, form) => {
    expect(formBody(asked(name))).toBe(form);
  });

  it('has nothing to say of a previous policy that there was not (T2)', () => {
    expect(asked('t2')).toMatchObject({ cvr: 'L', prev_exp: '', prev_ncb: '', claim_yn: '' });
  });

  it.each([
    ['MH12AB1234', ['MH', '12', 'AB', '1234']],
    ['MH12AB7', ['MH', '12', 'AB', '0007']],
    ['MH121234', ['MH', '12', '', '1234']],
    ['DL1CAB123', ['DL', '01', 'CAB', '0123']],
  ])('has the plate %s as %p', (registrationNumber, parts) => {
    const { regn1, regn2, regn3, regn4 } = asked('m1', { registrationNumber });
    expect([regn1, regn2, regn3, regn4]).toEqual(parts);
  });

  it('has no plate when it is new', () => {
    const form = asked('m1', { registrationNumber: null, isNewVehicle: true, previousPolicy: null });
    expect(form).toMatchObject({ regn1: 'NEW', regn2: '', regn3: '', regn4: '' });
  });

  it.each<[string, FuelType, string]>([
    ['FW02', 'PETROL', '1'],
    ['FW04', 'DIESEL', '2'],
    ['FW03', 'CNG', '3'],
    ['FW10', 'LPG', '4'],
  ])('has the fuel of %s, %s, as %s', (vehicleId, fuelType, code) => {
    expect(requestFor('m1', { vehicleId }).risk.fuelType).toBe(fuelType);
    expect(asked('m1', { vehicleId }).fuel_cd).toBe(code);
  });

  it('asks for the requested value in whole rupees, but not where liability alone is covered', () => {
    expect(asked('m1', { requestedIdvMinor: 47_100_000 }).idv).toBe('471000');
    expect(asked('m3', { requestedIdvMinor: 47_100_000 }).idv).toBe('');
  });

  it('gives away no mobile number for a price', () => {
    expect(formBody(asked('m1'))).not.toMatch(/9800000001|mob/);
  });

  it.each([
    ['a model that D does not know', requestFor('m4')],
    ['a two-wheeler that D does not know', requestFor('t3')],
    ['an office that D does not know', requestFor('m1', { rtoCode: 'KL07' })],
    ['a plate of the BH series', requestFor('m1', { registrationNumber: '22BH1234AA', bhSeries: true })],
  ])('is declined as UNSUPPORTED by the platform for %s', (_what, request) => {
    expect(toDakBungalow(request)).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED', source: 'PLATFORM', category: 'UNSUPPORTED' },
    });
  });
});
