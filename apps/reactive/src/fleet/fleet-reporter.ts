import type { PartnerObservation, ReplicaReport } from '@app/contracts';
import { type Logger, Rounds } from '@app/platform';
import type { Clock } from '@app/ports';
import { type FleetReports, type ObservedCalls, ReportsNotTakenError } from './fleet-reports.js';
import { BELIEVED_FOR_MS, type FleetStates } from './fleet-states.js';

export interface FleetReporterParts extends Pick<ReplicaReport, 'replicaId' | 'service'> {
  readonly reports: FleetReports;
  readonly observed: ObservedCalls;
  readonly states: FleetStates;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

const PERIOD_MS = 2_000;
/** Replicas that were started together must not report together: each wait is up to a fifth shorter or longer. */
const JITTER = 0.2;
/** What is older says nothing of a partner's health now, and would be taken for news once it got through. */
const KEPT_FOR_MS = 60_000;

/**
 * Tells the fleet what this replica sees of the partners, and learns what the fleet knows of them. Nothing waits for
 * it, and it never fails: without the fleet the replica goes by its own breakers.
 */
export class FleetReporter {
  private readonly rounds: Rounds;
  private countedSince: Date;
  private lastTurnAt: Date | null = null;
  private silentSince: Date | null = null;
  private hasWarned = false;

  constructor(private readonly parts: FleetReporterParts) {
    const { clock, random } = parts;
    this.countedSince = clock.now();
    this.rounds = new Rounds({
      clock,
      round: () => this.report(),
      pauseMs: () => Math.round(PERIOD_MS * (1 - JITTER + 2 * JITTER * random())),
    });
  }

  /** Reports at once and about every two seconds from now on, one report at a time. */
  start(): void {
    this.rounds.start();
  }

  /** Resolves when the report under way has ended, within its own timeout. */
  stop(): Promise<void> {
    return this.rounds.stop();
  }

  /** One report, for a process that has no time of its own between its calls; none within two seconds of another. */
  async reportIfDue(): Promise<void> {
    const { lastTurnAt, parts } = this;
    if (lastTurnAt === null || parts.clock.now().getTime() - lastTurnAt.getTime() >= PERIOD_MS) await this.report();
  }

  private async report(): Promise<void> {
    const { clock, observed, replicaId, reports, service, states } = this.parts;
    const now = clock.now();
    this.lastTurnAt = now;
    const observations = [...observed.observe()];
    const intervalMs = Math.max(0, now.getTime() - this.countedSince.getTime());
    try {
      states.learn(await reports.post({ replicaId, service, intervalMs, observations }));
      this.countedSince = now;
      this.noteHeard();
    } catch (error) {
      this.keep(observations, now, intervalMs);
      this.noteFailure(error);
    }
  }

  private keep(observations: readonly PartnerObservation[], now: Date, intervalMs: number): void {
    if (intervalMs <= KEPT_FOR_MS) this.parts.observed.giveBack(observations);
    else this.countedSince = now;
  }

  private noteHeard(): void {
    if (this.hasWarned) this.parts.logger.info('the fleet is heard again');
    this.silentSince = null;
    this.hasWarned = false;
  }

  /**
   * One warning, once the silence has lasted for so long that nothing heard before is believed any more: not while the
   * business service starts, and none when nobody is there to take reports.
   */
  private noteFailure(error: unknown): void {
    const { clock, logger } = this.parts;
    const now = clock.now();
    this.silentSince ??= now;
    const isLong = now.getTime() - this.silentSince.getTime() >= BELIEVED_FOR_MS;
    const isNews = isLong && !this.hasWarned && !(error instanceof ReportsNotTakenError);
    logger[isNews ? 'warn' : 'debug']({ err: error }, 'reports are not taken: own breakers alone count');
    if (isNews) this.hasWarned = true;
  }
}
