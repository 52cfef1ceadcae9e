import { describe, expect, it } from '@jest/globals';
import { acmeHealthMember, acmeHealthRequest, acmeHealthWith } from '../../../../testing/acme-caller.js';
import { health } from './line.js';

/** `pointer code` of every problem. */
function problemsOf(body: unknown): string[] {
  const checked = health.check(body);
  return checked.ok ? [] : checked.error.map(({ path, code }) => `/${path.map(String).join('/')} ${code}`);
}

const member = (members: object) => acmeHealthWith({ members: [{ ...acmeHealthMember, ...members }] });
const manyMembers = (count: number) =>
  acmeHealthWith({ members: Array.from({ length: count }, () => acmeHealthMember) });

describe("A's checks of a health quote", () => {
  it('finds nothing wrong with the printed request', () => {
    expect(problemsOf(acmeHealthRequest)).toEqual([]);
  });

  it.each([
    ['/proposal/inceptionDate FORMAT', acmeHealthWith({ inceptionDate: '01-12-2026' })],
    ['/proposal/policyType ENUM', acmeHealthWith({ policyType: 'GROUP' })],
    ['/proposal/policyType REQUIRED', acmeHealthWith({ policyType: undefined })],
    ['/proposal/sumInsured NOT_OFFERED', acmeHealthWith({ sumInsured: 150_000_000 })],
    ['/proposal/sumInsured FORMAT', acmeHealthWith({ sumInsured: '100000000' })],
    ['/proposal/tenureYears NOT_OFFERED', acmeHealthWith({ tenureYears: 4 })],
    ['/proposal/tenureYears REQUIRED', acmeHealthWith({ tenureYears: null })],
    ['/proposal/pincode FORMAT', acmeHealthWith({ pincode: '41100' })],
    ['/proposal/members REQUIRED', acmeHealthWith({ members: undefined })],
    ['/proposal/members MEMBERS_INVALID', manyMembers(0)],
    ['/proposal/members MEMBERS_INVALID', manyMembers(7)],
    ['/proposal/members MEMBERS_INVALID', member({ dateOfBirth: '2008-12-02' })],
    ['/proposal/members/0/memberNo FORMAT', member({ memberNo: '1' })],
    ['/proposal/members/0/relation ENUM', member({ relation: 'COUSIN' })],
    ['/proposal/members/0/dateOfBirth FORMAT', member({ dateOfBirth: '1992-02-30' })],
    ['/proposal/members/0/dateOfBirth DATE_ORDER', member({ dateOfBirth: '2026-12-02' })],
    ['/proposal/members/0/gender ENUM', member({ gender: 'X' })],
    ['/proposal/members/0/preExisting REQUIRED', member({ preExisting: undefined })],
    ['/proposal/members/0/preExisting/0 FORMAT', member({ preExisting: [7] })],
    ['/proposal/members/0/tobacco FORMAT', member({ tobacco: 'no' })],
    ['/customer/dateOfBirth DATE_ORDER', { ...acmeHealthRequest, customer: { dateOfBirth: '2026-12-02' } }],
    ['/customer/pincode REQUIRED', { ...acmeHealthRequest, customer: {} }],
  ])('reports %s', (problem, body) => {
    expect(problemsOf(body)).toContain(problem);
  });

  it('takes an adult on the eighteenth birthday, and six members', () => {
    expect(problemsOf(member({ dateOfBirth: '2008-12-01' }))).toEqual([]);
    expect(problemsOf(manyMembers(6))).toEqual([]);
  });

  it('reports all problems at once', () => {
    expect(problemsOf(acmeHealthWith({ sumInsured: 1, members: [] }))).toEqual([
      '/proposal/sumInsured NOT_OFFERED',
      '/proposal/members MEMBERS_INVALID',
    ]);
  });
});
