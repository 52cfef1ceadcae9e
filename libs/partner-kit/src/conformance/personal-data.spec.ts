import { canonicalRequestOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { givenAway, personalIn, withContacts } from './personal-data.js';

const m1 = withContacts(canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z') }));
const h2 = withContacts(canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z'), example: 'h2' }));
const l2 = withContacts(canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z'), example: 'l2' }));

describe('personal data in a text', () => {
  it.each([
    ['MH12AB1234', '/risk/registrationNumber'],
    ['"reg_no":"MH 12 AB 1234"', '/risk/registrationNumber'],
    ['MH-12-AB-1234', '/risk/registrationNumber'],
    ['mobile=%2B919800000001', '/proposer/mobile'],
    ['9800000001', '/proposer/mobile'],
    ['ashaconforming%40example.org', '/proposer/email'],
    ['<GivenName>Ashaconforming</GivenName>', '/proposer/fullName'],
  ])('is found in %s', (text, pointer) => {
    expect(personalIn(text, m1)).toContain(pointer);
  });

  it('is found in rupees and in lists', () => {
    expect(personalIn('"annual_income":1234567', l2)).toContain('/risk/annualIncomeMinor');
    expect(personalIn('ped=DIABETES', h2)).toContain('/risk/members/0/preExisting');
  });

  it('is not what rates: office, pincode, dates', () => {
    expect(personalIn('MH12 411001 1990-04-12 2026-12-01', m1)).toEqual([]);
  });
});

describe('what a call gives away', () => {
  const call = { method: 'POST', path: '/quote?mobile=9800000001', headers: {}, body: '{"ped":["DIABETES"]}' };

  it('is everything but what its partner needs, whoever of the members it is about', () => {
    expect(givenAway(call, h2, [])).toEqual(['/proposer/mobile', '/risk/members/0/preExisting']);
    const needs = [{ pointer: '/risk/members/*/preExisting', because: 'conditions are rated' }];
    expect(givenAway(call, h2, needs)).toEqual(['/proposer/mobile']);
  });
});
