/** That a quote request has changed; what it is now stands in the store. */
export interface QuoteChanged {
  readonly id: string;
  /** The version that it has now. */
  readonly version: number;
  /** The customer has withdrawn the consent: what was not sent yet is not sent. */
  readonly withdrawn: boolean;
}

/** What is told together. */
export interface ChangeBatch {
  readonly changes: readonly QuoteChanged[];
  /** There was more than could be told: anything may have changed. */
  readonly missed: boolean;
}

/** Changes that nobody has been told of yet: of each request the newest, and a bounded number of requests. */
export class UnannouncedChanges {
  /** Changes that were not kept because there were too many. */
  dropped = 0;
  private readonly changes = new Map<string, QuoteChanged>();
  private hasLost = false;

  constructor(private readonly most: number) {}

  get isEmpty(): boolean {
    return this.changes.size === 0 && !this.hasLost;
  }

  add({ id, version, withdrawn }: QuoteChanged): void {
    const known = this.changes.get(id);
    if (known === undefined && this.changes.size >= this.most) {
      this.dropped += 1;
      this.hasLost = true;
      return;
    }
    const newest = Math.max(version, known?.version ?? version);
    this.changes.set(id, { id, version: newest, withdrawn: withdrawn || known?.withdrawn === true });
  }

  /** Up to `limit`, the oldest first. They are the caller's from then on. */
  take(limit = Number.POSITIVE_INFINITY): ChangeBatch {
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
