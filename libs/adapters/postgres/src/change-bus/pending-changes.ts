import type { QuoteChanged } from '@app/ports';

const newest = (one: QuoteChanged, other: QuoteChanged): QuoteChanged => ({
  id: one.id,
  version: Math.max(one.version, other.version),
  withdrawn: one.withdrawn || other.withdrawn,
});

/** Changes that are yet to be announced: the newest of each request, and of so many requests at most. */
export class PendingChanges {
  /** Changes that were not kept because there were too many. */
  dropped = 0;
  private readonly changes = new Map<string, QuoteChanged>();
  private isIncomplete = false;

  constructor(private readonly capacity: number) {}

  get isEmpty(): boolean {
    return this.changes.size === 0 && !this.isIncomplete;
  }

  add(change: QuoteChanged): void {
    const present = this.changes.get(change.id);
    if (present !== undefined) this.changes.set(change.id, newest(present, change));
    else if (this.changes.size < this.capacity) this.changes.set(change.id, change);
    else this.drop();
  }

  /** Everything there is, and whether something is missing from it. Nothing is left. */
  take(): { readonly changes: readonly QuoteChanged[]; readonly isIncomplete: boolean } {
    const taken = { changes: [...this.changes.values()], isIncomplete: this.isIncomplete };
    this.changes.clear();
    this.isIncomplete = false;
    return taken;
  }

  /** What was taken and could not be announced. */
  giveBack({ changes, isIncomplete }: ReturnType<PendingChanges['take']>): void {
    this.isIncomplete ||= isIncomplete;
    for (const change of changes) this.add(change);
  }

  private drop(): void {
    this.dropped += 1;
    this.isIncomplete = true;
  }
}
