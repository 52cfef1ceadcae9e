import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { type CarRequest, toFizzbuzz } from './to-fizzbuzz.js';

const envelope = {
  ref: '01934f2a-0000-7000-8000-0000000000a1',
  cover: 'FULL',
  plans: ['BASIC', 'PLUS', 'MAX'],
};

type Name = Parameters<typeof requestFor>[0];
type Changes = Parameters<typeof requestFor>[1];

/** Every example here is a car. */
const carFor = (name: Name, changes?: Changes) => requestFor(name, changes) as CarRequest;

/** rating.md §9, in F's words (partners.md F.2 for M1). */
const GOLDEN = [
  [
    'm1',
    {
      start: '2026-12-01',
      modelRef: 7002,
      rto: 'IN-MH-12',
      registration: 'MH12AB1234',
      registeredOn: '2023-06-15',
      ncbEntitledPct: 35,
      paOwner: true,
      postcode: '411001',
    },
  ],
  [
    'm4',
    {
      start: '2026-12-01',
      modelRef: 7007,
      rto: 'IN-KA-01',
      registeredOn: '2026-06-20',
      ncbEntitledPct: 0,
      paOwner: true,
    },
  ],
  [
    'm5',
    {
      start: '2026-12-15',
      modelRef: 7005,
      rto: 'IN-GJ-01',
      registeredOn: '2024-01-31',
      ncbEntitledPct: 25,
      paOwner: true,
    },
  ],
  [
    'm6',
    {
      start: '2026-12-05',
      modelRef: 7006,
      rto: 'IN-RJ-14',
      registeredOn: '2025-05-05',
      ncbEntitledPct: 20,
      paOwner: false,
    },
  ],
] as const;

const asked = (changes: Changes) => {
  const params = toFizzbuzz(carFor('m1', changes));
  return params.ok ? params.value : params.error;
};

describe('a car request in the words of Fizzbuzz', () => {
  it.each(GOLDEN)('is, for %s, what the partner expects', (name, params) => {
    const { proposer, risk } = carFor(name);
    const place = { registration: risk.registrationNumber, postcode: proposer.pincode };
    expect(toFizzbuzz(carFor(name))).toEqual({ ok: true, value: { ...envelope, ...place, ...params } });
  });

  it('asks for own damage alone, and for a car without a plate', () => {
    expect(asked({ coverType: 'OWN_DAMAGE' })).toMatchObject({ cover: 'OD_ONLY' });
    expect(asked({ registrationNumber: null, isNewVehicle: true })).toMatchObject({ registration: null });
  });

  it('sends the slab that the customer is entitled to, none after a claim', () => {
    const { previousPolicy } = requestFor('m1').risk;
    const claimed = previousPolicy && { ...previousPolicy, claimCount: 1 };
    expect(asked({ previousPolicy: claimed })).toMatchObject({ ncbEntitledPct: 0 });
  });

  it.each([
    ['third-party cover alone', { coverType: 'THIRD_PARTY' as const }],
    ['a model that F does not know', { vehicleId: 'FW10' }],
  ])('is declined for %s', (_what, changes) => {
    expect(asked(changes)).toMatchObject({ code: 'UNSUPPORTED', source: 'PLATFORM' });
  });

  it('is declined for an office that F does not know', () => {
    const request = carFor('m1');
    const elsewhere = { ...request, risk: { ...request.risk, rtoCode: 'XX99' } };
    expect(toFizzbuzz(elsewhere)).toMatchObject({ ok: false, error: { category: 'UNSUPPORTED' } });
  });

  it('gives away no mobile number and no date of birth', () => {
    expect(JSON.stringify(toFizzbuzz(carFor('m1')))).not.toMatch(/9800000001|1990-04-12/);
  });
});
