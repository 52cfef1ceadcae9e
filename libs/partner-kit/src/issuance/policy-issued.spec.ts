import { describe, expect, it } from '@jest/globals';
import { failure } from '../errors/canonical-failure.js';
import { adopt, policyIssued } from './policy-issued.js';
import { policySchedule } from './policy-schedule.js';

const APPLICATION = '01989d1a-0000-7000-8000-000000000001';
const schedules = (...references: string[]) => references.map((reference) => policySchedule(APPLICATION, reference));

describe('a policy that was issued', () => {
  it.each([
    undefined,
    { from: '2026-12-01', to: undefined },
    { to: '2027-11-30' },
    { from: '2027-11-30', to: '2026-12-01' },
  ])('is there without its period when that is not known as a whole: %j', (period) => {
    expect(policyIssued({ policyNumber: 'P-1', period })).toEqual({
      outcome: 'ISSUED',
      policyNumber: 'P-1',
      documents: [],
    });
  });

  it('has each document once, and no more than are kept', () => {
    expect(policyIssued({ policyNumber: 'P-1', documents: schedules('one', 'two', 'one') }).documents).toEqual(
      schedules('one', 'two'),
    );
    const many = Array.from({ length: 12 }, (_, at) => `document ${at}`);
    expect(policyIssued({ policyNumber: 'P-1', documents: schedules(...many) }).documents).toHaveLength(10);
  });
});

describe('adopting a policy that a refusal names', () => {
  const named = policyIssued({ policyNumber: 'P-1' });

  it('takes what the inquiry finds, which is more than a number', async () => {
    const found = policyIssued({ policyNumber: 'P-1', documents: schedules('one') });
    expect(await adopt(named, Promise.resolve(found))).toBe(found);
  });

  it.each([
    { outcome: 'PENDING' } as const,
    { outcome: 'NOT_ISSUED' } as const,
    { outcome: 'UNKNOWN', error: failure('TIMEOUT', 'no answer') } as const,
  ])('keeps to the name when the inquiry says $outcome', async (said) => {
    expect(await adopt(named, Promise.resolve(said))).toBe(named);
  });

  it('waits for one that is being made where the refusal names none', async () => {
    const unnamed = { outcome: 'REFUSED', error: failure('DUPLICATE', 'answered 200') } as const;
    const pending = { outcome: 'PENDING' } as const;
    expect(await adopt(unnamed, Promise.resolve(pending))).toBe(pending);
  });
});
