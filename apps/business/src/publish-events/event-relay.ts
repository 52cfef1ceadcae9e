import type { Clock, EventPublisher, Outbox, OutboxMessage } from '@app/ports';
import { QUOTE_LIFECYCLE_TOPIC } from '@app/product-lines';
import { PublishedMessages } from './published-messages.js';
import { RevokedRequests } from './revoked-requests.js';
import { TopicLane } from './topic-lane.js';

export interface RelayParts {
  readonly publisher: EventPublisher;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly random: () => number;
  /** How long a message is claimed by this process, in milliseconds. */
  readonly leaseMs: number;
}

/** Messages held in memory at most; what is beyond stays in the outbox, for the sweeper. */
const MAX_HELD = 5_000;
const STOP_WITHIN_MS = 5_000;

/** In claims: a claim that was taken just before a withdrawal may reach us some time after it. */
const REMEMBER_REVOKED = 2;

/** Nobody waits for these: sent a few at a time they cost a fraction. */
const LINGER_MS: ReadonlyMap<string, number> = new Map([[QUOTE_LIFECYCLE_TOPIC, 100]]);

/**
 * Publishes what was committed, from memory and right after the commit. Every topic has a lane of its own, so that one
 * that is down does not hold up the others. Publishing twice is allowed, losing is not: a message leaves the outbox
 * only after its topic took it.
 */
export class EventRelay {
  private readonly lanes = new Map<string, TopicLane>();
  private readonly finished: PublishedMessages;
  private readonly revoked: RevokedRequests;
  private readonly hurry = new AbortController();
  private held = 0;

  constructor(private readonly parts: RelayParts) {
    this.finished = new PublishedMessages(parts.outbox, parts.clock);
    this.revoked = new RevokedRequests(parts.clock, parts.leaseMs * REMEMBER_REVOKED);
  }

  /** Takes messages that this process has just claimed, by storing them or from the outbox. */
  committed(messages: readonly OutboxMessage[]): void {
    if (messages.length > this.room) return;
    this.held += messages.length;
    const until = this.parts.clock.now().getTime() + this.parts.leaseMs;
    for (const [topic, ofTopic] of Map.groupBy(messages, (message) => message.topic)) {
      this.laneOf(topic).add(ofTopic, until);
    }
  }

  /**
   * The consent to a quote request was withdrawn: what still waits here of its revocable messages, or comes from a claim
   * that was taken before, is dropped. The store has taken them out of the outbox; those on their way cannot be recalled.
   */
  revoke(correlationId: string): void {
    this.revoked.add(correlationId);
    for (const lane of this.lanes.values()) lane.dropRevoked();
  }

  /** How many more messages it takes. */
  get room(): number {
    return MAX_HELD - this.held;
  }

  /** Finishes what is in hand, for a few seconds at most; the rest is the sweeper's after the next start. */
  async stop(): Promise<void> {
    this.hurry.abort();
    const idle = new AbortController();
    void Promise.all([...this.lanes.values()].map((lane) => lane.idle())).then(() => idle.abort());
    await this.parts.clock.sleep(STOP_WITHIN_MS, idle.signal);
    await this.finished.flush().catch(() => undefined);
  }

  private laneOf(topic: string): TopicLane {
    const lane = this.lanes.get(topic) ?? this.openLane(LINGER_MS.get(topic) ?? 0);
    this.lanes.set(topic, lane);
    return lane;
  }

  private openLane(lingerMs: number): TopicLane {
    return new TopicLane({
      ...this.parts,
      lingerMs,
      hurry: this.hurry.signal,
      isRevoked: ({ revocable, correlationId }) => revocable && this.revoked.has(correlationId),
      published: (ids) => this.finished.add(ids),
      released: (count) => {
        this.held -= count;
      },
    });
  }
}
