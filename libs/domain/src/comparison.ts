import { insuredAmountOf, type Offer } from './partner-answer.js';
import type { AnswerRow } from './quote-progress.js';

export interface AnswerCounts {
  readonly asked: number;
  readonly quoted: number;
  readonly referred: number;
  readonly declined: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly pending: number;
}

export function countAnswers(rows: readonly AnswerRow[]): AnswerCounts {
  const having = (status: AnswerRow['status']): number => rows.filter((row) => row.status === status).length;
  return {
    asked: rows.length,
    quoted: having('QUOTED'),
    referred: having('REFERRED'),
    declined: having('DECLINED'),
    failed: having('FAILED'),
    timedOut: having('TIMED_OUT'),
    pending: having('PENDING'),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Cheaper first; at an equal price without adjustments first, then the higher insured value (canonical-model.md §8). */
export function compareOffers(a: Offer, b: Offer): number {
  return (
    a.premium.totalMinor - b.premium.totalMinor ||
    Number(a.adjustments.length > 0) - Number(b.adjustments.length > 0) ||
    insuredAmountOf(b.cover) - insuredAmountOf(a.cover)
  );
}

/** The offer of a row that the comparison goes by; undefined when the row has none. */
export const bestOffer = (row: Pick<AnswerRow, 'offers'>): Offer | undefined => [...row.offers].sort(compareOffers)[0];

/** Rows in the order readers get them: those with offers by their best offer, then the rest by partner. */
export function orderAnswers(rows: readonly AnswerRow[]): AnswerRow[] {
  return rows
    .map((row) => ({ row, best: bestOffer(row) }))
    .sort((a, b) => {
      const byPartner = compareText(a.row.partner, b.row.partner);
      if (a.best === undefined || b.best === undefined)
        return Number(a.best === undefined) - Number(b.best === undefined) || byPartner;
      return compareOffers(a.best, b.best) || compareText(a.row.finishedAt ?? '', b.row.finishedAt ?? '') || byPartner;
    })
    .map(({ row }) => row);
}
