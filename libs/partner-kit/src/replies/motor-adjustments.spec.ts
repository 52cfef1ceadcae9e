import { canonicalRequestOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { factsNobodyTakes, insuredValueAdjustment, settleAddOns } from './motor-adjustments.js';

const request = canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z') });
const asking = (risk: Partial<typeof request.risk>) => ({ ...request, risk: { ...request.risk, ...risk } });

describe('adjustments of a motor offer', () => {
  it('has one entry for each fact that nobody takes', () => {
    expect(factsNobodyTakes(request)).toEqual([]);
    const demanding = asking({ policyTenureYears: 3, electricalAccessoriesMinor: 5_000, externalGasKitMinor: 700 });
    expect(factsNobodyTakes(demanding)).toMatchObject([
      { field: 'policyTenureYears', requested: 3, applied: 1 },
      { field: 'electricalAccessoriesMinor', requested: 5_000, applied: 0 },
      { field: 'externalGasKitMinor', requested: 700, applied: 0 },
    ]);
  });

  it('compares the insured value only when one was requested', () => {
    expect(insuredValueAdjustment(request, 47_100_000, 'capped')).toEqual([]);
    const wanted = asking({ requestedIdvMinor: 60_000_000 });
    expect(insuredValueAdjustment(wanted, 60_000_000, 'capped')).toEqual([]);
    expect(insuredValueAdjustment(wanted, 47_100_000, 'capped')).toEqual([
      { field: 'requestedIdvMinor', requested: 60_000_000, applied: 47_100_000, reason: 'capped' },
    ]);
  });

  it('has one entry for each wish left out, and one for all that came unasked', () => {
    const settled = settleAddOns(['ZERO_DEP', 'HELMET'], ['ZERO_DEP', 'CONSUMABLES'], (addOn) => `no ${addOn}`);
    expect(settled.items).toEqual([
      { code: 'ZERO_DEP', state: 'INCLUDED' },
      { code: 'HELMET', state: 'LEFT_OUT' },
      { code: 'CONSUMABLES', state: 'INCLUDED' },
    ]);
    expect(settled.adjustments).toMatchObject([
      { field: 'addOns', requested: 'HELMET', applied: null, reason: 'no HELMET' },
      { field: 'addOns', requested: ['ZERO_DEP', 'HELMET'], applied: ['ZERO_DEP', 'CONSUMABLES'] },
    ]);
  });
});
