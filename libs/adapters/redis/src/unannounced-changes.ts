import type { QuoteChanged } from '@app/ports';
import type { ChangeBatch } from './change-batch.js';

/** Changes that nobody has been told of yet: of each request the newest, and a bounded number of requests. */
export class UnannouncedChanges {
  private readonly changes = new Map<string, QuoteChanged>();
  private hasLost = false;

  constructor(private readonly most: number) {}

  get isEmpty(): boolean {
    return this.changes.size === 0 && !this.hasLost;
  }

  add({ id, version, withdrawn }: QuoteChanged): void {
    const known = this.changes.get(id);
    if (known === undefined && this.changes.size >= this.most) {
      this.hasLost = true;
      return;
    }
    const newest = Math.max(version, known?.version ?? version);
    this.changes.set(id, { id, version: newest, withdrawn: withdrawn || known?.withdrawn === true });
  }

  /** Up to `limit`, the oldest first. They are the caller's from then on. */
  take(limit: number): ChangeBatch {
    const changes = [...this.changes.values()].slice(0, limit);
    for (const { id } of changes) this.changes.delete(id);
    const missed = this.hasLost;
    this.hasLost = false;
    return { changes, missed };
  }

  /** What was taken and could not be told. */
  putBack({ changes, missed }: ChangeBatch): void {
    for (const change of changes) this.add(change);
    this.hasLost ||= missed;
  }
}
