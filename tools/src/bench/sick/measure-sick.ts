import { setTimeout as delay } from 'node:timers/promises';
import { type ApiSchemas, createApiClient } from '@app/api-client';
import type { ReadyLine } from '../../local-stack/ready-line.js';
import { poissonArrivals } from '../arrivals.js';
import { runOpenLoop } from '../open-loop.js';
import { distributionOf } from '../percentiles.js';
import { FAILURE_MODES, type FailureMode } from './failure-modes.js';
import { followAnswers, type SeenAnswer } from './follow-answers.js';
import type { PartnerIllness } from './partner-illness.js';
import type { SickArguments } from './sick-arguments.js';
import type { ModeReport, SickReport } from './sick-report.js';

export interface SickTools {
  /** Aborts when the measurement is to end early. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly illness: PartnerIllness;
  readonly nextBody: () => ApiSchemas['QuoteRequest'];
  readonly log: (line: string) => void;
}

/** One request of a phase: when it was sent, and what came of it. */
interface Followed {
  readonly sentAt: number;
  readonly answers: readonly SeenAnswer[];
}

const MAX_IN_FLIGHT = 1_000;
/** A full retry budget, and what each request may add to it: one replica asks for this line. */
const BUDGET = 10;
const CALLS_PER_REQUEST = 1.1;
const RECOVERY_STEP_SECONDS = 2;
const RECOVERS_WITHIN_MS = 60_000;

class SickBench {
  private readonly client;

  constructor(
    { api, key }: ReadyLine,
    private readonly args: SickArguments,
    private readonly tools: SickTools,
  ) {
    this.client = createApiClient({ baseUrl: api, key });
  }

  /** Sends at the rate for that long; what fails at our own API throws. */
  async phase(seconds: number): Promise<Followed[]> {
    const { now, random, signal, nextBody } = this.tools;
    const followed: Followed[] = [];
    const failures: unknown[] = [];
    const send = async (): Promise<void> => {
      const sentAt = now();
      const tools = { client: this.client, signal, now };
      await followAnswers(nextBody(), tools).then(
        (answers) => void followed.push({ sentAt, answers }),
        (error: unknown) => void failures.push(error),
      );
    };
    const dueMs = poissonArrivals({ ratePerSecond: this.args.ratePerSecond, seconds, random });
    await runOpenLoop({ dueMs, maxInFlight: MAX_IN_FLIGHT, send, signal, now });
    signal.throwIfAborted();
    if (failures.length > 0) throw new Error(`${failures.length} requests failed, one by: ${String(failures[0])}`);
    return followed;
  }

  async mode(mode: FailureMode): Promise<ModeReport> {
    const { illness, log, now, signal } = this.tools;
    const { seconds, partner } = this.args;
    log(`${mode}: ${seconds} s while everybody is well …`);
    const before = await this.phase(seconds);
    log(`${mode}: ${seconds} s while ${partner} is ill …`);
    await illness.begin(FAILURE_MODES[mode]);
    const load = this.phase(seconds);
    try {
      // Until the last request was sent; some of them are still waiting for the sick one then.
      await Promise.race([load, delay(seconds * 1_000, undefined, { signal })]);
    } finally {
      await illness.end();
    }
    const [during, recoveredAfterMs] = await Promise.all([load, this.recovery(now())]);
    const calls = await illness.calls();
    return {
      mode,
      ...this.othersOf(before, during),
      requests: during.length,
      calls,
      callsAllowed: CALLS_PER_REQUEST * during.length + BUDGET,
      rows: this.rowsOf(during),
      recoveredAfterMs,
    };
  }

  private othersOf(before: readonly Followed[], during: readonly Followed[]) {
    const times = (phase: readonly Followed[]) =>
      phase.flatMap(({ answers }) => answers.filter(({ partner }) => partner !== this.args.partner));
    const distribution = (phase: readonly Followed[]) =>
      distributionOf(times(phase).map(({ afterMs }) => afterMs)) ?? null;
    return { othersBefore: distribution(before), othersDuring: distribution(during) };
  }

  private rowsOf(phase: readonly Followed[]): Record<string, number> {
    const rows = phase.flatMap(({ answers }) => answers.filter(({ partner }) => partner === this.args.partner));
    const names = rows.map(({ status, category }) => [status, category].filter(Boolean).join(' '));
    return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
  }

  /** Goes on with the load until the partner has an offer again. */
  private async recovery(healedAt: number): Promise<number | null> {
    const { now, log } = this.tools;
    log('… and until it is asked again');
    while (now() - healedAt < RECOVERS_WITHIN_MS) {
      const followed = await this.phase(RECOVERY_STEP_SECONDS);
      const well = followed
        .filter(({ answers }) => answers.some((each) => each.partner === this.args.partner && each.status === 'QUOTED'))
        .map(({ sentAt }) => sentAt);
      if (well.length > 0) return Math.min(...well) - healedAt;
    }
    return null;
  }
}

/** One way of being ill after the other, on one stack. */
export async function measureSick(ready: ReadyLine, args: SickArguments, tools: SickTools): Promise<SickReport> {
  const bench = new SickBench(ready, args, tools);
  const { partner, ratePerSecond, seconds } = args;
  await bench.phase(RECOVERY_STEP_SECONDS);
  const modes: ModeReport[] = [];
  for (const mode of args.modes) modes.push(await bench.mode(mode));
  return { load: { partner, ratePerSecond, seconds }, modes };
}
