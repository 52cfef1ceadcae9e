import { describe, expect, it } from '@jest/globals';
import { termLifeRequestFor } from '../../../../testing/canonical-requests.js';
import { TERM_QUESTIONS } from '../../testing/worked-term-life.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';

describe('a life in the words of Cogwheel Direct', () => {
  it.each(TERM_QUESTIONS)('is %s exactly as in its specification', (name, question) => {
    expect(toCogwheelDirect(termLifeRequestFor(name))).toEqual({ ok: true, value: question });
  });

  it('takes the highest sum assured that C sells', () => {
    expect(toCogwheelDirect(termLifeRequestFor('l1', { sumAssuredMinor: 5_000_000_000 }))).toMatchObject({
      ok: true,
      value: { sum_assured: 50_000_000 },
    });
  });

  it('knows a sex for every gender', () => {
    const life = { dateOfBirth: '1994-06-21', gender: 'OTHER', smoker: false } as const;
    expect(toCogwheelDirect(termLifeRequestFor('l1', { life }))).toMatchObject({ value: { life: { sex: 'X' } } });
  });

  it('gives away no income, occupation, mobile number or rider for a price', () => {
    const request = termLifeRequestFor('l1', { riders: ['CRITICAL_ILLNESS'], annualIncomeMinor: 77_777_700 });
    expect(JSON.stringify(toCogwheelDirect(request))).not.toMatch(/777777|9800000001|occupation|CRITICAL/);
  });

  it.each([
    ['half-yearly premiums', termLifeRequestFor('l1', { frequency: 'HALF_YEARLY' })],
    ['quarterly premiums', termLifeRequestFor('l1', { frequency: 'QUARTERLY' })],
    ['premiums for less than the term', termLifeRequestFor('l1', { premiumPaymentTermYears: 10 })],
    ['a sum assured above the highest', termLifeRequestFor('l1', { sumAssuredMinor: 5_010_000_000 })],
  ])('is declined as UNSUPPORTED by the platform for %s', (_what, request) => {
    expect(toCogwheelDirect(request)).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED', source: 'PLATFORM', category: 'UNSUPPORTED' },
    });
  });
});
