import { applicationDetailsOf, canonicalRequestOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { definePartnerAdapter } from '../adapter/define-partner-adapter.js';
import { unaskedPolicies } from '../testing/unasked-policies.js';
import { coverageOf } from './coverage.js';
import type { PartnerDescription } from './partner-description.js';
import { policyCoverageOf } from './policy-coverage.js';
import { wireJson } from './wire-answer.js';

const noMoney = { leftOut: 'this partner of a spec sells nothing' };
const request = canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z') });

const order = {
  applicationId: '01934f2a-0000-7000-8000-0000000000b1',
  partnerQuoteRef: 'Q-1',
  planCode: 'ONE',
  acceptedTotalMinor: 1_738_161,
  request,
  details: applicationDetailsOf(),
};
const issued = { outcome: 'ISSUED' } as const;
const expired = { outcome: 'REFUSED', error: { category: 'QUOTE_EXPIRED' } } as const;

const description: PartnerDescription = {
  adapter: definePartnerAdapter({
    manifest: {
      id: 'test-mutual',
      name: 'Test Mutual',
      secrets: [],
      errorCodes: { EXPIRED: { category: 'QUOTE_EXPIRED', retryable: false } },
      declineCodes: {},
      rateLimit: null,
      sessions: null,
    },
    settings: {},
    sealingKeys: () => [],
    connect: () => ({ lines: {}, policies: unaskedPolicies, close: () => Promise.resolve() }),
  }),
  readCall: ({ body }) => body,
  isAuthenticated: () => true,
  examples: [{ name: 'm1', request, answer: () => wireJson(200, {}), reply: {} }],
  declines: [{ code: 'NO', category: 'OTHER', request, answer: () => wireJson(200, {}) }],
  refusals: [{ code: 'BUSY', answer: wireJson(503, {}), category: 'UNAVAILABLE', retryable: true }],
  codesLeftOut: [{ because: 'issuance alone', codes: ['EXPIRED'] }],
  rateLimit: noMoney,
  errorInSuccess: noMoney,
  wrongCurrency: noMoney,
  brokenSums: noMoney,
  answerToAnother: noMoney,
  notAsked: [],
  needs: [],
  policies: {
    isIssue: () => true,
    readCall: ({ body }) => body,
    keyOf: () => 'key',
    examples: [{ name: 'm1', order, answer: () => wireJson(200, {}), reply: issued }],
    pending: noMoney,
    refusals: [
      { code: 'EXPIRED', answer: () => wireJson(410, {}), reply: expired },
      { code: 'EXPIRED after all', answer: () => wireJson(410, {}), reply: issued },
    ],
    codesLeftOut: [{ because: 'quotes alone', codes: ['BUSY'] }],
    inquiries: noMoney,
    afterLoss: { answer: () => wireJson(200, {}), reply: issued },
    sends: [],
    needs: [],
    document: noMoney,
  },
  faultsLeftOut: { 'a redirect': 'not over HTTP' },
};

describe('what the suite covers', () => {
  const rows = coverageOf(description);
  const find = (what: string) => rows.find((row) => row.what === what);

  it('has a row for every case, by partner, line and operation', () => {
    expect(find('m1')).toEqual({
      partner: 'test-mutual',
      line: 'motor-four-wheeler',
      operation: 'quote',
      kind: 'EXAMPLE',
      what: 'm1',
      status: null,
      category: null,
      retryable: null,
      leftOut: null,
    });
    expect(find('NO')).toMatchObject({ kind: 'DECLINE', line: 'motor-four-wheeler', category: 'OTHER', leftOut: null });
    const busy = { kind: 'ERROR', line: null, status: 503, category: 'UNAVAILABLE', retryable: true, leftOut: null };
    expect(find('BUSY')).toMatchObject(busy);
    const silence = { kind: 'TRANSPORT', category: 'TIMEOUT', retryable: true, leftOut: null };
    expect(find('no answer in time')).toMatchObject(silence);
  });

  it('says of each case that is not there why', () => {
    const expired = { kind: 'ERROR', category: 'QUOTE_EXPIRED', retryable: false, leftOut: 'issuance alone' };
    expect(find('EXPIRED')).toMatchObject(expired);
    expect(find('a price in another currency')).toMatchObject({ category: null, leftOut: noMoney.leftOut });
    expect(find('a redirect')).toMatchObject({ kind: 'TRANSPORT', leftOut: 'not over HTTP' });
  });
});

describe('what the suite covers of policies', () => {
  it('has a row for every order and every code, with what one try at it means', () => {
    const base = { partner: 'test-mutual', line: null, leftOut: null };
    expect(policyCoverageOf(description)).toEqual([
      { ...base, line: 'motor-four-wheeler', kind: 'EXAMPLE', what: 'm1', means: 'ISSUED' },
      { ...base, kind: 'ERROR', what: 'EXPIRED', means: 'REFUSED QUOTE_EXPIRED' },
      { ...base, kind: 'ERROR', what: 'EXPIRED after all', means: 'ISSUED' },
      { ...base, kind: 'ERROR', what: 'BUSY', means: null, leftOut: 'quotes alone' },
    ]);
  });
});
