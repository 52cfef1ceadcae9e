/** Messages being worked on, at most `limit` at once. */
export class InHand {
  private readonly working = new Set<Promise<void>>();
  private onRoom: (() => void) | undefined;

  constructor(private readonly limit: number) {}

  get room(): number {
    return Math.max(0, this.limit - this.working.size);
  }

  /** `work` must not reject. */
  add(work: Promise<void>): void {
    this.working.add(work);
    void work.finally(() => {
      this.working.delete(work);
      this.onRoom?.();
    });
  }

  /** Resolves as soon as one more may be taken. For one waiter only. */
  async untilRoom(): Promise<void> {
    if (this.room > 0) return;
    await new Promise<void>((resolve) => {
      this.onRoom = resolve;
    });
    this.onRoom = undefined;
  }

  async untilNone(): Promise<void> {
    await Promise.all(this.working);
  }
}
