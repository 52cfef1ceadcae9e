import type { RowStatus } from '@app/domain';
import type { BenchArguments } from './bench-arguments.js';
import { beyondPartner } from './beyond-partner.js';
import type { LoopOutcome } from './open-loop.js';
import { type Distribution, distributionOf } from './percentiles.js';
import type { GroupUse, ProcessMeter } from './process-meter.js';
import type { SandboxCall } from './sandbox-control.js';
import type { Tally } from './tally.js';

/** What the platform promises of itself. */
export const AIMS = { firstAnswerP50Ms: 20, firstAnswerP99Ms: 80, ownMemoryBytes: 1_000_000_000 } as const;

export interface ProcessCost {
  readonly name: string;
  readonly ours: boolean;
  /** Null when no request was completed. */
  readonly cpuMsPerRequest: number | null;
  readonly maxMemoryBytes: number;
}

/** What was measured; the document of `--json`. Null is what could not be measured. */
export interface BenchReport {
  readonly load: Pick<BenchArguments, 'ratePerSecond' | 'seconds' | 'warmupSeconds'> & {
    readonly arrivals: 'POISSON';
    readonly endedEarly: boolean;
  };
  readonly warnings: readonly string[];
  readonly requests: {
    readonly sent: number;
    readonly notSent: number;
    readonly completed: number;
    readonly cutShort: number;
    readonly errors: Readonly<Record<string, number>>;
  };
  readonly answers: Partial<Record<RowStatus, number>>;
  /** Answers that the sandbox has no call for: they are in no figure beyond the partner's own. */
  readonly unmatchedAnswers: number;
  readonly milliseconds: {
    readonly firstAnswerBeyondPartner: Distribution | null;
    readonly lastAnswerBeyondPartner: Distribution | null;
    readonly accepted: Distribution | null;
    readonly sentLate: Distribution | null;
  };
  readonly processes: readonly ProcessCost[];
  readonly ownProcesses: Pick<ProcessCost, 'cpuMsPerRequest' | 'maxMemoryBytes'>;
  readonly aims: typeof AIMS;
}

export interface Measured {
  readonly args: BenchArguments;
  readonly endedEarly: boolean;
  readonly warnings: readonly string[];
  readonly tally: Tally;
  readonly outcome: LoopOutcome;
  readonly calls: readonly SandboxCall[];
  readonly meter: ProcessMeter;
}

const distribution = (values: readonly number[]): Distribution | null => distributionOf(values) ?? null;

function costOf(use: Pick<GroupUse, 'cpuMs' | 'maxMemoryBytes'>, completed: number) {
  const { cpuMs, maxMemoryBytes } = use;
  return { cpuMsPerRequest: completed === 0 ? null : cpuMs / completed, maxMemoryBytes };
}

export function benchReport({ args, endedEarly, warnings, tally, outcome, calls, meter }: Measured): BenchReport {
  const { ratePerSecond, seconds, warmupSeconds } = args;
  const { sent, timings, cutShort, errors } = tally;
  const { first, last, unmatched } = beyondPartner(timings, calls);
  const completed = timings.length;
  return {
    load: { ratePerSecond, seconds, warmupSeconds, arrivals: 'POISSON', endedEarly },
    warnings,
    requests: { sent, notSent: outcome.notSent, completed, cutShort, errors: Object.fromEntries(errors) },
    answers: tally.answers(),
    unmatchedAnswers: unmatched,
    milliseconds: {
      firstAnswerBeyondPartner: distribution(first),
      lastAnswerBeyondPartner: distribution(last),
      accepted: distribution(timings.map(({ acceptedMs }) => acceptedMs)),
      sentLate: distribution(outcome.lateMs),
    },
    processes: meter.groups().map((use) => ({ name: use.name, ours: use.ours, ...costOf(use, completed) })),
    ownProcesses: costOf(meter.own(), completed),
    aims: AIMS,
  };
}
