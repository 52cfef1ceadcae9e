import { CLOCK_SKEW_MS, type Logger, Nap, Rounds } from '@app/platform';
import type { Clock, QuoteStore } from '@app/ports';
import type { RunningRequests } from './running-requests.js';

/** What other processes accepted, and what a crash left behind, is completed this late at most. */
const PERIOD_MS = 2_000;
const MAX_AT_ONCE = 100;

export interface OverdueSweeperParts {
  readonly store: Pick<QuoteStore, 'completeOverdue'>;
  readonly running: RunningRequests;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Completes requests at their deadline, so that everybody is told, also when nobody reads. No correctness depends on it:
 * a reader after the deadline sees a complete request in any case.
 */
export class OverdueSweeper {
  private readonly rounds: Rounds;

  constructor(private readonly parts: OverdueSweeperParts) {
    const nap = new Nap(parts.clock);
    parts.running.onFirst(() => nap.wakeIfAsleep());
    this.rounds = new Rounds({
      clock: nap,
      round: (stopping) => this.tryToSweep(stopping),
      pauseMs: () => this.pauseMs(),
    });
  }

  start(): void {
    this.rounds.start();
  }

  /** Resolves when the sweep in hand is done. */
  stop(): Promise<void> {
    return this.rounds.stop();
  }

  private pauseMs(): number {
    const { running, clock } = this.parts;
    const untilNext = (running.next ?? Number.POSITIVE_INFINITY) - clock.now().getTime();
    return Math.max(0, Math.min(PERIOD_MS, untilNext + CLOCK_SKEW_MS));
  }

  private tryToSweep(stopping: AbortSignal): Promise<void> {
    return this.sweep(stopping).catch((error: unknown) =>
      this.parts.logger.warn({ err: error }, 'overdue requests were not completed'),
    );
  }

  private async sweep(stopping: AbortSignal): Promise<void> {
    const { store, running, clock } = this.parts;
    running.forget(clock.now().getTime() - CLOCK_SKEW_MS);
    let found: number;
    do found = await store.completeOverdue(MAX_AT_ONCE);
    while (found === MAX_AT_ONCE && !stopping.aborted);
  }
}
