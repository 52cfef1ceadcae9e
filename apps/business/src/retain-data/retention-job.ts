import { type Logger, Rounds } from '@app/platform';
import type { Clock, Retention, TimeSource } from '@app/ports';
import { RETENTION_STEPS, type RetentionStep } from './retention-steps.js';

export interface RetentionJobParts {
  readonly retention: Retention;
  /** The store's clock: a machine whose own is wrong by a month must not erase a month too much. */
  readonly time: TimeSource;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** Not while a service starts, and not every replica at once. */
const FIRST_RUN_AFTER_MS = 5 * 60_000;
const PERIOD_MS = 60 * 60_000;
/** Small enough that a batch never holds up a customer. */
const BATCH = 200;
const PAUSE_MS = 200;
/** The rest is for the next run; this also ends a step that finds the same again and again. */
const MAX_BATCHES = 1_000;

/**
 * Erases what has been kept for long enough. It runs in every replica, off the hot path: in small batches with pauses.
 * Running it twice, or at once in several places, changes nothing more; what a crash interrupts is the next run's.
 */
export class RetentionJob {
  private readonly rounds: Rounds;

  constructor(private readonly parts: RetentionJobParts) {
    this.rounds = new Rounds({
      clock: parts.clock,
      round: (stopping) => this.runSteps(stopping),
      pauseMs: () => this.about(PERIOD_MS),
      firstAfterMs: () => this.about(FIRST_RUN_AFTER_MS),
    });
  }

  start(): void {
    this.rounds.start();
  }

  /** Resolves when the batch in hand is done. */
  stop(): Promise<void> {
    return this.rounds.stop();
  }

  private async runSteps(stopping: AbortSignal): Promise<void> {
    for (const step of RETENTION_STEPS) await this.runStep(step, stopping);
  }

  /** Logs how many, or why not; a step that fails does not keep the others from running. */
  private async runStep(step: RetentionStep, stopping: AbortSignal): Promise<void> {
    const { logger } = this.parts;
    const progress = { count: 0 };
    try {
      await this.runBatches(step, progress, stopping);
    } catch (error) {
      logger.error({ step: step.name, count: progress.count, err: error }, 'a retention step failed');
      return;
    }
    if (progress.count > 0) logger.info({ step: step.name, count: progress.count }, 'retention');
  }

  private async runBatches(step: RetentionStep, progress: { count: number }, stopping: AbortSignal): Promise<void> {
    const { clock, retention, time } = this.parts;
    if (stopping.aborted) return;
    const now = await time.ask();
    for (let batches = 0; batches < MAX_BATCHES && !stopping.aborted; batches += 1) {
      const count = await step.run(retention, now, BATCH);
      progress.count += count;
      if (count < BATCH) return;
      await clock.sleep(this.about(PAUSE_MS), stopping);
    }
  }

  /** Not every replica at once: `ms` on average. */
  private about(ms: number): number {
    return ms * (0.5 + this.parts.random());
  }
}
