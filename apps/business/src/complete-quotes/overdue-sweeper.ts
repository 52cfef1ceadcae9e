import type { Logger } from '@app/platform';
import type { Clock, QuoteStore } from '@app/ports';
import type { RunningRequests } from './running-requests.js';

/** What other processes accepted, and what a crash left behind, is completed this late at most. */
const PERIOD_MS = 2_000;
/** By then the store's clock has passed the deadline, too. */
const CLOCK_SKEW_MS = 20;
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
  private stopped = false;
  private nap = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(private readonly parts: OverdueSweeperParts) {
    parts.running.onFirst(() => this.nap.abort());
  }

  start(): void {
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.nap.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { clock, logger } = this.parts;
    for (;;) {
      await this.sweep().catch((error: unknown) => logger.warn({ err: error }, 'overdue requests were not completed'));
      this.nap = new AbortController();
      if (this.stopped) return;
      await clock.sleep(this.napMs(), this.nap.signal);
    }
  }

  private napMs(): number {
    const { running, clock } = this.parts;
    const untilNext = (running.next ?? Number.POSITIVE_INFINITY) - clock.now().getTime();
    return Math.max(0, Math.min(PERIOD_MS, untilNext + CLOCK_SKEW_MS));
  }

  private async sweep(): Promise<void> {
    const { store, running, clock } = this.parts;
    running.forget(clock.now().getTime() - CLOCK_SKEW_MS);
    let found: number;
    do found = await store.completeOverdue(MAX_AT_ONCE);
    while (found === MAX_AT_ONCE && !this.stopped);
  }
}
