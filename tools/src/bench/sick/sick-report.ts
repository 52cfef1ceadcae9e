import { type Column, tableLines } from '../../quote/view/table.js';
import type { Distribution } from '../percentiles.js';
import type { FailureMode } from './failure-modes.js';
import type { SickArguments } from './sick-arguments.js';

/** What one way of being ill came to. */
export interface ModeReport {
  readonly mode: FailureMode;
  /** From the request to the answers of the partners that are well, in milliseconds. */
  readonly othersBefore: Distribution | null;
  readonly othersDuring: Distribution | null;
  /** Requests that were sent while the partner was ill. */
  readonly requests: number;
  /** Quote calls that the sick partner got meanwhile, by the sandbox's own record. */
  readonly calls: number;
  /** How many it may get: 1.1 for each request, and the ten of a full retry budget. */
  readonly callsAllowed: number;
  /** What its rows became, `FAILED UNAVAILABLE`, and how often. */
  readonly rows: Readonly<Record<string, number>>;
  /** From the end of the illness to the sending of the first request that it answered; null when that never came. */
  readonly recoveredAfterMs: number | null;
}

/** What was measured; the document of `--json`. */
export interface SickReport {
  readonly load: Omit<SickArguments, 'json' | 'modes'>;
  readonly modes: readonly ModeReport[];
}

const decimals = (value: number | undefined | null): string => (value == null ? '–' : value.toFixed(0));

function increase({ othersBefore, othersDuring }: ModeReport): string {
  if (othersBefore === null || othersDuring === null) return '–';
  const percent = (100 * (othersDuring.p99 - othersBefore.p99)) / othersBefore.p99;
  return `${percent >= 0 ? '+' : ''}${percent.toFixed(0)} %`;
}

const rowsOf = ({ rows }: ModeReport): string =>
  Object.entries(rows)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

const COLUMNS: readonly Column<ModeReport>[] = [
  { title: 'Ill by', cell: ({ mode }) => mode },
  {
    title: 'others p50',
    align: 'right',
    cell: (row) => `${decimals(row.othersBefore?.p50)} → ${decimals(row.othersDuring?.p50)}`,
  },
  {
    title: 'others p99',
    align: 'right',
    cell: (row) => `${decimals(row.othersBefore?.p99)} → ${decimals(row.othersDuring?.p99)}`,
  },
  { title: '', align: 'right', cell: increase },
  { title: 'calls', align: 'right', cell: ({ calls, callsAllowed }) => `${calls} ≤ ${Math.floor(callsAllowed)}` },
  {
    title: 'well after',
    align: 'right',
    cell: ({ recoveredAfterMs }) =>
      recoveredAfterMs === null ? 'never' : `${(recoveredAfterMs / 1_000).toFixed(1)} s`,
  },
  { title: 'its rows', cell: rowsOf },
];

/** The report for people, as lines. */
export function sickReportLines({ load, modes }: SickReport): string[] {
  const { partner, ratePerSecond, seconds } = load;
  return [
    `${partner} ill for ${seconds} s at ${ratePerSecond} quote requests a second; milliseconds from the request to an answer`,
    '',
    ...tableLines(COLUMNS, modes),
  ];
}
