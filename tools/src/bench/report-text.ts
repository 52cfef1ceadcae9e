import { FINAL_STATUSES } from '@app/domain';
import { type Column, tableLines } from '../quote/view/table.js';
import type { BenchReport, ProcessCost } from './bench-report.js';
import type { Distribution } from './percentiles.js';

interface Timing {
  readonly name: string;
  readonly times: Distribution | null;
  readonly aim: string;
}

const decimals = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(1));
const megabytes = (bytes: number): string => Math.round(bytes / 1_000_000).toString();
const metOrMissed = (value: number | undefined, limit: number): string =>
  value === undefined ? 'not measured' : value <= limit ? 'met' : 'MISSED';

const TIMING_COLUMNS: readonly Column<Timing>[] = [
  { title: 'Milliseconds', cell: ({ name }) => name },
  { title: 'p50', align: 'right', cell: ({ times }) => decimals(times?.p50) },
  { title: 'p99', align: 'right', cell: ({ times }) => decimals(times?.p99) },
  { title: 'max', align: 'right', cell: ({ times }) => decimals(times?.max) },
  { title: 'of', align: 'right', cell: ({ times }) => String(times?.count ?? 0) },
  { title: 'aim', cell: ({ aim }) => aim },
];

type CostLine = Omit<ProcessCost, 'ours'> & { readonly aim: string };

const COST_COLUMNS: readonly Column<CostLine>[] = [
  { title: 'Process', cell: ({ name }) => name },
  { title: 'CPU ms/request', align: 'right', cell: ({ cpuMsPerRequest }) => decimals(cpuMsPerRequest) },
  { title: 'max MB', align: 'right', cell: ({ maxMemoryBytes }) => megabytes(maxMemoryBytes) },
  { title: 'aim', cell: ({ aim }) => aim },
];

function timings({ milliseconds, aims }: BenchReport): Timing[] {
  const first = milliseconds.firstAnswerBeyondPartner;
  const p50 = `p50 ≤ ${aims.firstAnswerP50Ms}: ${metOrMissed(first?.p50, aims.firstAnswerP50Ms)}`;
  const p99 = `p99 ≤ ${aims.firstAnswerP99Ms}: ${metOrMissed(first?.p99, aims.firstAnswerP99Ms)}`;
  return [
    { name: 'first answer beyond the partner’s own', times: first, aim: `${p50}, ${p99}` },
    { name: 'last answer beyond the partner’s own', times: milliseconds.lastAnswerBeyondPartner, aim: '' },
    { name: 'POST to 202', times: milliseconds.accepted, aim: '' },
    { name: 'sent after it was due (the bench itself)', times: milliseconds.sentLate, aim: '' },
  ];
}

function costs({ processes, ownProcesses, aims }: BenchReport): CostLine[] {
  const limit = aims.ownMemoryBytes;
  const aim = `memory < ${megabytes(limit)}: ${metOrMissed(ownProcesses.maxMemoryBytes, limit)}`;
  const linesOf = (ours: boolean): CostLine[] =>
    processes.filter((process) => process.ours === ours).map((process) => ({ ...process, aim: '' }));
  const apart = linesOf(false).map((line) => ({ ...line, name: `apart: ${line.name}` }));
  return [...linesOf(true), { name: 'our own together', ...ownProcesses, aim }, ...apart];
}

function countLines({ requests, answers, unmatchedAnswers }: BenchReport): string[] {
  const { sent, completed, notSent, cutShort, errors } = requests;
  const byKind = Object.entries(errors).map(([kind, count]) => `${count} × ${kind}`);
  const statuses = FINAL_STATUSES.map((status) => `${answers[status] ?? 0} ${status}`);
  const lines = [
    `Requests: ${sent} sent, ${completed} completed, errors: ${byKind.join(', ') || 'none'}`,
    `Answers:  ${statuses.join(', ')}`,
  ];
  if (notSent > 0) lines.push(`${notSent} requests were due and not sent: too many were under way.`);
  if (cutShort > 0) lines.push(`${cutShort} requests were under way when the load was ended.`);
  if (unmatchedAnswers > 0)
    lines.push(`${unmatchedAnswers} answers came without a call to their partner and are in no figure.`);
  return lines;
}

/** The report for people, as lines. */
export function reportLines(report: BenchReport): string[] {
  const { ratePerSecond, seconds, warmupSeconds, endedEarly } = report.load;
  const load = `${ratePerSecond} quote requests a second for ${seconds} s, Poisson arrivals`;
  return [
    `${load}, after ${warmupSeconds} s of warm-up${endedEarly ? '; ENDED EARLY' : ''}`,
    ...report.warnings.map((warning) => `WARNING: ${warning}`),
    '',
    ...countLines(report),
    '',
    ...tableLines(TIMING_COLUMNS, timings(report)),
    '',
    ...tableLines(COST_COLUMNS, costs(report)),
    'PostgreSQL with all its processes; memory that processes share is divided among them (PSS).',
  ];
}
