/** Messages being worked on. */
export class InHand {
  private readonly working = new Set<Promise<void>>();
  private onEnd: (() => void) | undefined;

  get size(): number {
    return this.working.size;
  }

  /** `work` must not reject. */
  add(work: Promise<void>): void {
    this.working.add(work);
    void work.finally(() => {
      this.working.delete(work);
      this.onEnd?.();
    });
  }

  /** Resolves as soon as one of them is finished. For one waiter only. */
  async untilOneEnds(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.onEnd = resolve;
    });
    this.onEnd = undefined;
  }

  async untilNone(): Promise<void> {
    await Promise.all(this.working);
  }
}
