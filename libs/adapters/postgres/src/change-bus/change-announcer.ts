import { fullJitterMs, type QuoteChanged, UnannouncedChanges } from '@app/domain';
import type { Clock } from '@app/ports';
import { ANYTHING_CHANGED, payloadsOf } from './change-payloads.js';

export interface AnnouncerParts {
  /** Sends all of them or none, in one round trip. */
  readonly send: (payloads: readonly string[]) => Promise<void>;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Told once when sending begins to fail; it is tried again by itself. */
  readonly onError: (error: unknown) => void;
  /** Of so many requests changes are kept while they cannot be sent. */
  readonly capacity: number;
}

/** What is announced within this time goes in one round trip. */
const GATHER_MS = 2;
const RETRY = { baseMs: 50, capMs: 1_000 };

/** Gathers announcements and sends them in batches, the next one when the last one has arrived. */
export class ChangeAnnouncer {
  private readonly pending: UnannouncedChanges;
  private readonly closing = new AbortController();
  private running: Promise<void> | undefined;
  private failures = 0;

  constructor(private readonly parts: AnnouncerParts) {
    this.pending = new UnannouncedChanges(parts.capacity);
  }

  get dropped(): number {
    return this.pending.dropped;
  }

  announce(change: QuoteChanged): void {
    if (this.closing.signal.aborted) return;
    this.pending.add(change);
    this.running ??= this.run();
  }

  /** Resolves when everything was sent, or when that failed once more. */
  async close(): Promise<void> {
    this.closing.abort('closed');
    await this.running;
  }

  private async run(): Promise<void> {
    await this.sleep(GATHER_MS);
    while (!this.pending.isEmpty) {
      const isSent = await this.sendBatch();
      if (isSent) continue;
      if (this.closing.signal.aborted) break;
      await this.sleep(fullJitterMs(RETRY, this.failures, this.parts.random));
    }
    this.running = undefined;
  }

  private async sendBatch(): Promise<boolean> {
    const batch = this.pending.take();
    const payloads = payloadsOf(batch.changes);
    try {
      await this.parts.send(batch.missed ? [ANYTHING_CHANGED, ...payloads] : payloads);
      this.failures = 0;
      return true;
    } catch (error) {
      this.pending.putBack(batch);
      this.failures += 1;
      if (this.failures === 1) this.parts.onError(error);
      return false;
    }
  }

  private sleep(ms: number): Promise<void> {
    return this.parts.clock.sleep(ms, this.closing.signal);
  }
}
