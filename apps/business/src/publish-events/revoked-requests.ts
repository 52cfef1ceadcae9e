import type { Clock } from '@app/ports';

/** Beyond this the oldest are let go; what was withdrawn is out of the outbox all the same. */
const MAX_REMEMBERED = 20_000;

/** Quote requests whose consent was withdrawn a moment ago: for as long as a message of theirs may still be in hand. */
export class RevokedRequests {
  /** Until when each is remembered, in milliseconds since the epoch; the oldest first. */
  private readonly until = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly rememberMs: number,
  ) {}

  add(correlationId: string): void {
    const now = this.clock.now().getTime();
    this.forget(now);
    this.until.delete(correlationId);
    this.until.set(correlationId, now + this.rememberMs);
  }

  has(correlationId: string): boolean {
    return this.until.has(correlationId);
  }

  get size(): number {
    return this.until.size;
  }

  private forget(now: number): void {
    for (const [id, until] of this.until) {
      if (until > now && this.until.size < MAX_REMEMBERED) return;
      this.until.delete(id);
    }
  }
}
