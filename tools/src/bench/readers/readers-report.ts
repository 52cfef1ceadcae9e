import { type Column, tableLines } from '../../quote/view/table.js';
import type { Distribution } from '../percentiles.js';
import type { ReadersArguments } from './readers-arguments.js';

/** What was measured; the document of `--json`. */
export interface ReadersReport {
  readonly load: Omit<ReadersArguments, 'json'>;
  readonly memory: {
    readonly beforeBytes: number;
    readonly withReadersBytes: number;
    readonly bytesPerReader: number;
    /** After the answers, the most. */
    readonly afterAnswersBytes: number;
  };
  /** From an answer's post to the last reader of its request having it; null when none was posted. */
  readonly milliseconds: {
    readonly fromSent: Distribution | null;
    /** From the answer to the post: 0 where the readers had it before whoever posted it was told. */
    readonly fromAccepted: Distribution | null;
  };
  /** Answers that a reader did not get in time. */
  readonly missed: number;
}

interface Timing {
  readonly name: string;
  readonly times: Distribution | null;
}

const decimals = (value: number | undefined): string => value?.toFixed(1) ?? '–';
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const COLUMNS: readonly Column<Timing>[] = [
  { title: 'Milliseconds until the last reader has an answer', cell: ({ name }) => name },
  { title: 'p50', align: 'right', cell: ({ times }) => decimals(times?.p50) },
  { title: 'p99', align: 'right', cell: ({ times }) => decimals(times?.p99) },
  { title: 'max', align: 'right', cell: ({ times }) => decimals(times?.max) },
  { title: 'of', align: 'right', cell: ({ times }) => String(times?.count ?? 0) },
];

/** The report for people, as lines. */
export function readersReportLines({ load, memory, milliseconds, missed }: ReadersReport): string[] {
  return [
    `${load.streams} streams on ${load.requests} quote requests, ${load.answers} answers`,
    '',
    ...tableLines(COLUMNS, [
      { name: 'from the post of the answer', times: milliseconds.fromSent },
      { name: 'from the acceptance of the post', times: milliseconds.fromAccepted },
    ]),
    '',
    `Business service: ${megabytes(memory.beforeBytes)} before, ${megabytes(memory.withReadersBytes)} with all readers, ` +
      `${megabytes(memory.afterAnswersBytes)} after the answers`,
    `Memory per reader: ${(memory.bytesPerReader / 1_000).toFixed(1)} kB`,
    ...(missed > 0 ? [`MISSED: ${missed} answers did not reach every reader.`] : []),
  ];
}
