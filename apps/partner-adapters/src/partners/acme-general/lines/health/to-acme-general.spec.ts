import { describe, expect, it } from '@jest/globals';
import { healthRequestFor } from '../../../../testing/canonical-requests.js';
import { HEALTH_QUESTIONS } from '../../testing/worked-health.js';
import { toAcmeGeneral } from './to-acme-general.js';

type Changes = NonNullable<Parameters<typeof healthRequestFor>[1]>;

const proposalOf = (changes: Changes) => {
  const asked = toAcmeGeneral(healthRequestFor('h1', changes));
  if (!asked.ok) throw new Error(`declined: ${asked.error.message}`);
  return asked.value.proposal;
};

const { members } = healthRequestFor('h1').risk;
const family = (count: number): NonNullable<Changes['members']> =>
  Array.from({ length: count }, (_, index) => {
    return {
      memberNo: index + 1,
      relation: 'SELF',
      dateOfBirth: '1990-01-01',
      gender: 'OTHER',
      preExisting: [],
      tobacco: false,
    };
  });

describe('a family in the words of Acme General', () => {
  it.each(HEALTH_QUESTIONS)('is %s exactly as in its specification', (name, question) => {
    expect(toAcmeGeneral(healthRequestFor(name))).toEqual({ ok: true, value: question });
  });

  it.each([
    [1, 30_000_000],
    [30_000_000, 30_000_000],
    [30_000_001, 50_000_000],
    [75_000_000, 100_000_000],
    [150_000_000, 250_000_000],
    [250_000_000, 250_000_000],
  ])('asks for the next higher sum insured: %p paise become %p', (sumInsuredMinor, sumInsured) => {
    expect(proposalOf({ sumInsuredMinor }).sumInsured).toBe(sumInsured);
  });

  it('gives away no mobile number, name, height or weight for a price', () => {
    expect(JSON.stringify(toAcmeGeneral(healthRequestFor('h1')))).not.toMatch(/9800000001|mobile|height|weight/);
  });

  it('takes six members', () => {
    expect(proposalOf({ members: family(6) }).members).toHaveLength(6);
  });

  const child = { memberNo: 1, relation: 'CHILD', dateOfBirth: '2008-12-02', gender: 'MALE', tobacco: false } as const;

  it('takes an adult who has a birthday on the first day, and no younger one alone', () => {
    const on = (dateOfBirth: string) =>
      toAcmeGeneral(healthRequestFor('h1', { members: [{ ...child, dateOfBirth, preExisting: [] }] }));
    expect(on('2008-12-01')).toMatchObject({ ok: true });
    expect(on('2008-12-02')).toMatchObject({ ok: false });
  });

  it.each([
    ['a sum insured above the highest', healthRequestFor('h1', { sumInsuredMinor: 250_000_001 })],
    ['seven members', healthRequestFor('h1', { members: family(7) })],
    ['children alone', healthRequestFor('h1', { members: [{ ...child, preExisting: [] }] })],
    [
      'members whose conditions did not arrive',
      { ...healthRequestFor('h1'), risk: { ...healthRequestFor('h1').risk, members: [...members, child] } },
    ],
  ])('is declined as UNSUPPORTED by the platform for %s', (_what, request) => {
    expect(toAcmeGeneral(request)).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED', source: 'PLATFORM', category: 'UNSUPPORTED' },
    });
  });
});
