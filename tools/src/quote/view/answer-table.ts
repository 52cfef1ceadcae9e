import type { AnswerView } from '@app/contracts';
import { bestOffer, decimalFromMinor, formatRupees, insuredAmountOf, type Offer, type RowStatus } from '@app/domain';
import type { ProductLineId } from '@app/product-lines';
import type { Snapshot } from '../snapshot.js';
import type { Paint } from './colours.js';
import { type Column, tableLines } from './table.js';

interface Row {
  readonly answer: AnswerView;
  readonly offer: Offer | undefined;
  readonly answeredAfterMs: number | undefined;
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

const changes = (offer: Offer | undefined): string =>
  [...new Set(offer?.adjustments.map(({ reason }) => reason))].join('; ');

function planOf({ answer, offer }: Row): string {
  const others = answer.offers.length - 1;
  return `${offer?.planName ?? ''}${others > 0 ? `, the best of ${answer.offers.length} plans` : ''}`;
}

/** What a customer reads beside the price, or instead of one. */
const NOTES: Readonly<Record<RowStatus, (row: Row) => readonly string[]>> = {
  PENDING: () => [],
  QUOTED: (row) => [planOf(row), changes(row.offer), row.answer.error?.message ?? ''],
  REFERRED: (row) => [
    ...(row.offer?.referralReasons ?? []).map(({ code, message }) => `${code}: ${message}`),
    changes(row.offer),
  ],
  DECLINED: ({ answer }) => answer.declines.map(({ code, message }) => `${code}: ${message}`),
  FAILED: ({ answer }) => (answer.error === null ? [] : [`${answer.error.category}: ${answer.error.message}`]),
  TIMED_OUT: () => ['no answer by the deadline'],
};

export const noteOf = (row: Row): string =>
  NOTES[row.answer.status](row)
    .filter((part) => part !== '')
    .join(' · ');

/** What is shown of the cover beside the price: prices of one line compare only at the same value. */
const COVER_TITLES: Readonly<Record<ProductLineId, string>> = {
  'motor-four-wheeler': 'IDV',
  'motor-two-wheeler': 'IDV',
  health: 'Sum insured',
  travel: 'Medical limit',
  'term-life': 'Sum assured',
};

function coverOf({ offer }: Row): string {
  if (offer === undefined) return '';
  const { cover } = offer;
  if ('medicalLimit' in cover)
    return `${cover.medicalLimit.currency} ${decimalFromMinor(cover.medicalLimit.amountMinor).replace('.00', '')}`;
  const insuredMinor = insuredAmountOf(cover);
  return insuredMinor === 0 ? 'none' : formatRupees(insuredMinor);
}

export const totalOf = ({ offer }: Row): string => (offer === undefined ? '' : formatRupees(offer.premium.totalMinor));

const columns = (paint: Paint, line: ProductLineId): readonly Column<Row>[] => [
  { title: 'Partner', cell: ({ answer }) => answer.partnerName },
  {
    title: 'Status',
    cell: ({ answer }) => `${answer.status}${answer.late ? ' (late)' : ''}`,
    paint: (text, { answer }) => paint(text, answer.status),
  },
  { title: 'Total', align: 'right', cell: totalOf },
  { title: COVER_TITLES[line], align: 'right', cell: coverOf },
  {
    title: 'Time',
    align: 'right',
    cell: ({ answeredAfterMs }) => (answeredAfterMs === undefined ? '…' : seconds(answeredAfterMs)),
  },
  { title: '', cell: noteOf },
];

export const rowOf = (answer: AnswerView, { answeredAfterMs }: Pick<Snapshot, 'answeredAfterMs'>): Row => ({
  answer,
  offer: bestOffer(answer),
  answeredAfterMs: answeredAfterMs.get(answer.partner),
});

/** One line for each partner, in the order of the comparison. Lines are cut at `maxWidth`, for a view drawn in place. */
export const answerTable = (snapshot: Snapshot, paint: Paint, maxWidth?: number): string[] =>
  tableLines(
    columns(paint, snapshot.result.productLine),
    snapshot.result.answers.map((answer) => rowOf(answer, snapshot)),
    maxWidth,
  );
