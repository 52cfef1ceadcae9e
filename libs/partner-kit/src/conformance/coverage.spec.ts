import { canonicalRequestOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { definePartnerAdapter } from '../adapter/define-partner-adapter.js';
import { coverageOf } from './coverage.js';
import type { PartnerDescription } from './partner-description.js';
import { wireJson } from './wire-answer.js';

const noMoney = { leftOut: 'this partner of a spec sells nothing' };
const request = canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z') });

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
    connect: () => ({ lines: {}, close: () => Promise.resolve() }),
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
