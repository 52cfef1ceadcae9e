import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalRequest } from './canonical-request.js';
import { completeRequest } from './complete-request.js';
import { joinPersonal, separatePersonal } from './personal-fields.js';
import { checkQuoteRequest } from './public/quote-request-body.js';

function requestOf(example: string, proposer: object = {}) {
  const body = JSON.parse(readFileSync(new URL(`../examples/${example}.json`, import.meta.url), 'utf8'));
  const checked = checkQuoteRequest({ ...body, proposer: { ...body.proposer, ...proposer } }, () => []);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const requestId = '01989d1a-0000-7000-8000-000000000000';
  const createdAt = new Date('2026-11-23T10:00:00.000Z');
  return completeRequest(checked.value, { requestId, createdAt, deadlineMs: 20_000, lateMs: 300_000 });
}

const contact = { mobile: '+919800000001', email: 'asha@example.org', annualIncomeMinor: 150_000_000 };
const request = requestOf('m1', contact);

describe('personal fields', () => {
  const { open, personal } = separatePersonal(request);

  it('are taken out of what travels openly', () => {
    expect(personal).toEqual({
      '/proposer/mobile': '+919800000001',
      '/proposer/email': 'asha@example.org',
      '/proposer/annualIncomeMinor': 150_000_000,
      '/risk/registrationNumber': 'MH12AB1234',
    });
    for (const value of ['+919800000001', 'asha@example.org', '150000000', 'MH12AB1234'])
      expect(JSON.stringify(open)).not.toContain(value);
  });

  it('leave a request that is still one', () => {
    expect(canonicalRequest.safeParse(open).success).toBe(true);
  });

  it('make the request whole again', () => {
    expect(joinPersonal(open, personal)).toEqual(request);
  });

  it.each([
    ['h2', { '/risk/members/0/preExisting': ['DIABETES'], '/risk/members/1/preExisting': [] }],
    ['r4', { '/risk/travellers/0/preExisting': true }],
    ['l1', { '/risk/annualIncomeMinor': 150_000_000 }],
    ['t1', { '/risk/registrationNumber': 'KA19HB7788' }],
  ])('are those of the line in example %s', (example, expected) => {
    const whole = requestOf(example);
    const separated = separatePersonal(whole);
    expect(separated.personal).toEqual(expected);
    expect(canonicalRequest.safeParse(separated.open).success).toBe(true);
    expect(joinPersonal(separated.open, separated.personal)).toEqual(whole);
  });

  it('cannot reach anything outside the request', () => {
    const joined = joinPersonal(open, {
      '/__proto__/polluted': true,
      '/risk/__proto__': { polluted: true },
      '/a/b': 1,
    });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(joined).toEqual(open);
  });
});
