import { describe, expect, it } from '@jest/globals';
import { countAnswers, orderAnswers } from './comparison.js';
import type { Offer } from './partner-answer.js';
import { type AnswerRow, pendingRow } from './quote-progress.js';

interface Priced {
  readonly total: number;
  readonly idv?: number;
  readonly adjusted?: boolean;
  readonly finishedAt?: string;
}

const offer = ({ total, idv = 1, adjusted = false }: Priced): Offer => ({
  offerId: 'off',
  partnerQuoteRef: 'ref',
  planCode: 'P',
  planName: 'Plan',
  quality: 'FIRM',
  bindable: true,
  referralReasons: [],
  receivedAt: '2026-11-23T10:00:00.000Z',
  validUntil: '2026-11-24T10:00:00.000Z',
  validitySource: 'PARTNER',
  premium: {
    currency: 'INR',
    components: [],
    netMinor: total,
    taxes: [],
    untaxedFeesMinor: 0,
    roundingMinor: 0,
    totalMinor: total,
    periodMonths: 12,
    instalments: [],
  },
  cover: {
    insuredValueMinor: idv,
    insuredValueRange: null,
    compulsoryDeductibleMinor: 0,
    voluntaryDeductibleMinor: 0,
    addOns: [],
  },
  adjustments: adjusted ? [{ field: 'x', requested: 1, applied: 0, reason: 'because' }] : [],
  documents: [],
});

const quoted = (partner: string, ...plans: Priced[]): AnswerRow => ({
  ...pendingRow(partner, 1),
  status: 'QUOTED',
  finishedAt: plans[0]?.finishedAt ?? '2026-11-23T10:00:01.000Z',
  offers: plans.map(offer),
});

const order = (...rows: AnswerRow[]): string =>
  orderAnswers(rows)
    .map((row) => row.partner)
    .join(' ');

describe('the comparison', () => {
  it('puts the cheapest best offer first and partners without offers last, by name', () => {
    const rows = [
      pendingRow('zebra', 1),
      quoted('dear', { total: 300 }),
      { ...pendingRow('alpha', 1), status: 'FAILED' as const },
      quoted('several', { total: 900 }, { total: 100 }),
    ];
    expect(order(...rows)).toBe('several dear alpha zebra');
  });

  it('prefers, at an equal price, no adjustments, then the higher insured value, then the earlier answer', () => {
    const rows = [
      quoted('adjusted', { total: 100, idv: 9, adjusted: true }),
      quoted('later', { total: 100, idv: 5, finishedAt: '2026-11-23T10:00:03.000Z' }),
      quoted('sooner', { total: 100, idv: 5, finishedAt: '2026-11-23T10:00:02.000Z' }),
      quoted('richer', { total: 100, idv: 7 }),
    ];
    expect(order(...rows)).toBe('richer sooner later adjusted');
  });

  it('counts each row once', () => {
    const rows = [
      quoted('a', { total: 1 }),
      pendingRow('b', 1),
      { ...pendingRow('c', 1), status: 'TIMED_OUT' as const },
    ];
    expect(countAnswers(rows)).toEqual({
      asked: 3,
      quoted: 1,
      referred: 0,
      declined: 0,
      failed: 0,
      timedOut: 1,
      pending: 1,
    });
  });
});
