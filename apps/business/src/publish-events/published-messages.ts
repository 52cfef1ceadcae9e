import type { Clock, Outbox } from '@app/ports';

/** Well within the claim: until then they are nobody else's. */
const LINGER_MS = 200;
const RETRY_MS = 1_000;
const MAX_BATCH = 500;
/** Beyond this, ids are let go: their messages are published once more, which is allowed. */
const MAX_WAITING = 20_000;

/** Takes published messages out of the outbox, many at once and off the hot path. */
export class PublishedMessages {
  private waiting: string[] = [];
  private running: Promise<void> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  add(ids: readonly string[]): void {
    if (this.waiting.length < MAX_WAITING) this.waiting.push(...ids);
    this.running ??= this.run();
  }

  /** Removes what is waiting, without lingering. Rejects when the outbox cannot be reached. */
  async flush(): Promise<void> {
    const ids = this.waiting;
    this.waiting = [];
    await this.outbox.remove(ids);
  }

  private async run(): Promise<void> {
    await this.clock.sleep(LINGER_MS);
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_BATCH);
      try {
        await this.outbox.remove(batch);
      } catch {
        // The database says so itself, where it is used. The messages are still claimed for a while.
        this.waiting.unshift(...batch);
        await this.clock.sleep(RETRY_MS);
      }
    }
    this.running = undefined;
  }
}
