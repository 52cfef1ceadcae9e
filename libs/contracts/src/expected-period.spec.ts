import { readFileSync } from 'node:fs';
import type { Offer } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import type { CanonicalRequest } from './canonical-request.js';
import { completeRequest } from './complete-request.js';
import { expectedPeriod } from './expected-period.js';
import { checkQuoteRequest } from './public/quote-request-body.js';

const HEALTH: Offer['cover'] = { sumInsuredMinor: 100, deductibleMinor: 0, basis: 'FLOATER', tenureYears: 1 };

/** A worked example with some of its risk changed. */
function asked(name: string, change: object = {}): CanonicalRequest {
  const body = JSON.parse(readFileSync(new URL(`../examples/${name}.json`, import.meta.url), 'utf8'));
  const checked = checkQuoteRequest({ ...body, risk: { ...body.risk, ...change } }, () => []);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const frame = { requestId: '01989d1a-0000-7000-8000-000000000000', createdAt: new Date(), deadlineMs: 1, lateMs: 1 };
  return completeRequest(checked.value, frame);
}

const periodOf = (request: CanonicalRequest, cover = HEALTH) => expectedPeriod(request, { cover });

describe('the days that a policy of an offer covers', () => {
  it.each([
    ['a car: a year', 'm1', '2026-12-01', '2027-11-30'],
    ['a two-wheeler: a year', 't1', '2026-12-10', '2027-12-09'],
    ['health: as long as was offered', 'h1', '2026-12-01', '2027-11-30'],
    ['a trip: its days', 'r1', '2026-12-20', '2026-12-29'],
  ])('are for %s', (_, name, from, to) => {
    expect(periodOf(asked(name))).toEqual({ from, to });
  });

  it('are those of what was offered, not of what was asked', () => {
    expect(periodOf(asked('h1', { tenureYears: 3 })).to).toBe('2027-11-30');
    expect(periodOf(asked('h1'), { ...HEALTH, tenureYears: 3 }).to).toBe('2029-11-30');
  });

  it('are a year of trips where all trips are covered', () => {
    expect(periodOf(asked('r1', { tripType: 'ANNUAL_MULTI' }))).toEqual({ from: '2026-12-20', to: '2027-12-19' });
  });

  it('are the whole term of a life, and end on the day before the same day', () => {
    const term = asked('l1', { policyStartDate: '2028-02-29', policyTermYears: 5, premiumPaymentTermYears: 5 });
    expect(periodOf(term)).toEqual({ from: '2028-02-29', to: '2033-02-28' });
  });
});
