/** Of the most recent calls; older ones say nothing about now. */
const REMEMBERED = 100;
/** Fewer calls have no tail. */
const ENOUGH = 20;
const SHARE = 0.95;

/** How long the recent answered calls of a partner took. */
export class CallDurations {
  private readonly durations: number[] = [];
  private next = 0;

  /** In milliseconds. */
  add(ms: number): void {
    this.durations[this.next] = ms;
    this.next = (this.next + 1) % REMEMBERED;
  }

  /** 95 of 100 calls took no longer, in milliseconds; null while too few are known. */
  get p95Ms(): number | null {
    const sorted = this.durations.toSorted((one, other) => one - other);
    return sorted.length < ENOUGH ? null : (sorted[Math.ceil(sorted.length * SHARE) - 1] ?? null);
  }
}
