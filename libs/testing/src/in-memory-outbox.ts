import type { Clock, Outbox, OutboxMessage } from '@app/ports';

interface Entry {
  readonly message: OutboxMessage;
  readonly claimedUntil: number;
}

/** An outbox that forgets everything with the process. */
export class InMemoryOutbox implements Outbox {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly clock: Clock,
    /** How long a claim lasts, in milliseconds. */
    private readonly leaseMs = 5_000,
  ) {}

  /** Messages as a store writes them: claimed by the writer. All of them or, when one is there already, none. */
  add(messages: readonly OutboxMessage[]): void {
    const known = messages.find(({ id }) => this.entries.has(id));
    if (known !== undefined) throw new Error(`Message ${known.id} is in the outbox already`);
    for (const message of messages) this.hold(message);
  }

  async claim(limit: number): Promise<OutboxMessage[]> {
    const now = this.clock.now().getTime();
    const free = [...this.entries.values()]
      .filter(({ claimedUntil }) => claimedUntil < now)
      .map(({ message }) => message)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit);
    for (const message of free) this.hold(message);
    return free;
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.entries.delete(id);
  }

  /** Forgets what a request still asks somebody, claimed or not; what tells of it stays. */
  revoke(requestId: string): void {
    for (const { id, correlationId, revocable } of this.messages) {
      if (revocable && correlationId === requestId) this.entries.delete(id);
    }
  }

  /** What is still to be published, claimed or not. */
  get messages(): OutboxMessage[] {
    return [...this.entries.values()].map(({ message }) => message);
  }

  private hold(message: OutboxMessage): void {
    this.entries.set(message.id, { message, claimedUntil: this.clock.now().getTime() + this.leaseMs });
  }
}
