import type { Logger } from '@app/platform';
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
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: SweeperParts) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { clock, random, logger } = this.parts;
    while (!this.stopping.signal.aborted) {
      await this.sweep().catch((error: unknown) => logger.warn({ err: error }, 'the outbox could not be swept'));
      await clock.sleep(PERIOD_MS * (0.5 + random()), this.stopping.signal);
    }
  }

  private async sweep(): Promise<void> {
    const { outbox, relay } = this.parts;
    while (relay.room >= MAX_CLAIM && !this.stopping.signal.aborted) {
      const messages = await outbox.claim(MAX_CLAIM);
      relay.committed(messages);
      if (messages.length < MAX_CLAIM) return;
    }
  }
}
