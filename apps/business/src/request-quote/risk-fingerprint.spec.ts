import { createSecretKey } from 'node:crypto';
import { separatePersonal } from '@app/contracts';
import { canonicalRequestOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { normalised, riskFingerprint } from './risk-fingerprint.js';

const key = createSecretKey(new Uint8Array(32).fill(3));
const createdAt = new Date('2026-11-23T10:00:00.000Z');

describe('the fingerprint of a risk', () => {
  const request = canonicalRequestOf({ createdAt });
  const fingerprint = (changed: Partial<typeof request>, by = key) =>
    riskFingerprint(separatePersonal({ ...request, ...changed }).open, by);

  it('is an HMAC in hex', () => {
    expect(fingerprint({})).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(fingerprint({}, createSecretKey(new Uint8Array(32)))).not.toBe(fingerprint({}));
  });

  it('is the same for the same facts, whoever asks and when', () => {
    const another = canonicalRequestOf({ createdAt: new Date('2026-11-24T00:00:00.000Z') });
    const proposer = { ...request.proposer, mobile: null, fullName: 'Asha' };
    const risk = { ...request.risk, registrationNumber: 'KA01XY0001' };
    expect(fingerprint({ ...another, proposer, risk })).toBe(fingerprint({}));
  });

  it('differs with any fact that rates', () => {
    expect(fingerprint({ risk: { ...request.risk, manufactureYear: 2022 } })).not.toBe(fingerprint({}));
    expect(fingerprint({ proposer: { ...request.proposer, pincode: '560001' } })).not.toBe(fingerprint({}));
  });

  it('takes absent and null as one, and a list as a set', () => {
    expect(normalised({ b: 1, a: null })).toBe(normalised({ a: undefined, b: 1 }));
    expect(normalised({ addOns: ['B', 'A'] })).toBe(normalised({ addOns: ['A', 'B'] }));
    expect(normalised({ a: 1, b: 2 })).toBe(normalised({ b: 2, a: 1 }));
    expect(normalised({ a: '1' })).not.toBe(normalised({ a: 1 }));
  });
});
