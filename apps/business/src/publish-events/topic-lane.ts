import { type Backoff, fullJitterMs } from '@app/domain';
import type { Clock, EventPublisher, OutboxMessage } from '@app/ports';

export interface LaneParts {
  readonly publisher: EventPublisher;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** How long messages wait for others to go with, in milliseconds. */
  readonly lingerMs: number;
  /** Aborts when there is no time to wait for others any more. */
  readonly hurry: AbortSignal;
  /** Whether a message must not be sent any more. */
  readonly isRevoked: (message: OutboxMessage) => boolean;
  /** Told which messages the topic took. */
  readonly published: (ids: readonly string[]) => void;
  /** Told how many messages this process no longer has: published, revoked, or left to the sweeper. */
  readonly released: (count: number) => void;
}

interface Held {
  readonly message: OutboxMessage;
  /** Until then nobody else publishes it, in milliseconds since the epoch. */
  readonly until: number;
}

const MAX_BATCH = 80;
const BACKOFF: Backoff = { baseMs: 100, capMs: 2_000 };

/**
 * Messages of one topic on their way, one call at a time: what arrives meanwhile goes with the next one. What the topic
 * does not take is tried again until the claim on it ends; then it is the sweeper's, whose claim may be anywhere.
 */
export class TopicLane {
  private waiting: Held[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly parts: LaneParts) {}

  add(messages: readonly OutboxMessage[], until: number): void {
    this.waiting.push(...messages.map((message) => ({ message, until })));
    this.running ??= this.run();
  }

  /** Lets go of what waits here and must not be sent any more. */
  dropRevoked(): void {
    this.keep(({ message }) => !this.parts.isRevoked(message));
  }

  /** Resolves when nothing is waiting or on its way. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    let failures = 0;
    await this.linger();
    for (let batch = this.take(); batch.length > 0; batch = this.take()) {
      const left = await this.publish(batch);
      this.waiting.unshift(...left);
      failures = left.length === 0 ? 0 : failures + 1;
      if (failures === 0) await this.linger();
      else await this.parts.clock.sleep(fullJitterMs(BACKOFF, failures, this.parts.random));
    }
    this.running = undefined;
  }

  /** Without a time to wait, what is stored in the same turn still goes together. */
  private async linger(): Promise<void> {
    const { clock, lingerMs, hurry } = this.parts;
    if (lingerMs > 0) await clock.sleep(lingerMs, hurry);
  }

  /** The next batch; what nobody may publish any more from here is released. */
  private take(): Held[] {
    const now = this.parts.clock.now().getTime();
    this.keep(({ message, until }) => until > now && !this.parts.isRevoked(message));
    return this.waiting.splice(0, MAX_BATCH);
  }

  /** Releases everything that waits and is not to be kept. */
  private keep(isKept: (held: Held) => boolean): void {
    const kept = this.waiting.filter(isKept);
    if (kept.length < this.waiting.length) this.parts.released(this.waiting.length - kept.length);
    this.waiting = kept;
  }

  /** What the topic did not take. */
  private async publish(batch: readonly Held[]): Promise<Held[]> {
    const taken = new Set(await this.parts.publisher.publish(batch.map(({ message }) => message)).catch(() => []));
    if (taken.size > 0) this.parts.published([...taken]);
    this.parts.released(taken.size);
    return batch.filter(({ message }) => !taken.has(message.id));
  }
}
