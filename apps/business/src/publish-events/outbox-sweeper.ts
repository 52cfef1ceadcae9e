import { type Logger, Rounds } from '@app/platform';
import type { Clock, Outbox } from '@app/ports';
import type { EventRelay } from './event-relay.js';

const PERIOD_MS = 1_000;
const MAX_CLAIM = 100;

export interface SweeperParts {
  readonly outbox: Outbox;
  readonly relay: Pick<EventRelay, 'committed' | 'room'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

/** Publishes what a crash left behind: at the start, and then whatever was claimed by nobody who still lives. */
export class OutboxSweeper {
  private readonly rounds: Rounds;

  constructor(private readonly parts: SweeperParts) {
    const { clock, random, logger } = parts;
    this.rounds = new Rounds({
      clock,
      round: (stopping) =>
        this.sweep(stopping).catch((error: unknown) => logger.warn({ err: error }, 'the outbox could not be swept')),
      pauseMs: () => PERIOD_MS * (0.5 + random()),
    });
  }

  start(): void {
    this.rounds.start();
  }

  stop(): Promise<void> {
    return this.rounds.stop();
  }

  private async sweep(stopping: AbortSignal): Promise<void> {
    const { outbox, relay } = this.parts;
    while (relay.room >= MAX_CLAIM && !stopping.aborted) {
      const messages = await outbox.claim(MAX_CLAIM);
      relay.committed(messages);
      if (messages.length < MAX_CLAIM) return;
    }
  }
}
