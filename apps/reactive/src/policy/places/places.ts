import type { Clock } from '@app/ports';

export interface PlaceWanted<Instead> {
  /** How long it may wait, in milliseconds. */
  readonly waitMs: number;
  /** What whoever would have to wait gets at once in place of that; null when waiting makes sense. */
  readonly instead: () => Instead | null;
  /** Ends the wait. */
  readonly signal: AbortSignal | undefined;
}

export type Turn<Instead> = 'TAKEN' | 'TOO_LATE' | { readonly instead: Instead };

interface Waiter<Instead> extends PlaceWanted<Instead> {
  settle(turn: Turn<Instead>): void;
}

/** A number of places, given away in the order of asking. Whoever has got one leaves it, once. */
export class Places<Instead> {
  private readonly waiters = new Set<Waiter<Instead>>();
  private taken = 0;

  constructor(
    private readonly size: number,
    private readonly clock: Clock,
  ) {}

  get inUse(): number {
    return this.taken;
  }

  get isFree(): boolean {
    return this.taken < this.size;
  }

  get waiting(): number {
    return this.waiters.size;
  }

  /** `TAKEN` is a place; the other turns are none. */
  async take(wanted: PlaceWanted<Instead>): Promise<Turn<Instead>> {
    if (this.isFree) {
      this.taken += 1;
      return 'TAKEN';
    }
    const instead = wanted.instead();
    if (instead !== null) return { instead };
    if (wanted.waitMs <= 0 || wanted.signal?.aborted === true) return 'TOO_LATE';
    return this.wait(wanted);
  }

  /** Hands the place to whoever has waited longest; in between it is nobody's to snatch. */
  leave(): void {
    const first = this.waiters.values().next().value;
    if (first === undefined) this.taken -= 1;
    else first.settle('TAKEN');
  }

  /** Something has changed: whoever need not wait any more goes. */
  lookAgain(): void {
    for (const waiter of this.waiters) {
      const instead = waiter.instead();
      if (instead !== null) waiter.settle({ instead });
    }
  }

  private wait(wanted: PlaceWanted<Instead>): Promise<Turn<Instead>> {
    return new Promise((resolve) => {
      const settled = new AbortController();
      const giveUp = () => waiter.settle('TOO_LATE');
      const waiter: Waiter<Instead> = {
        ...wanted,
        settle: (turn) => {
          this.waiters.delete(waiter);
          wanted.signal?.removeEventListener('abort', giveUp);
          settled.abort('settled');
          resolve(turn);
        },
      };
      this.waiters.add(waiter);
      wanted.signal?.addEventListener('abort', giveUp, { once: true });
      void this.clock.sleep(wanted.waitMs, settled.signal).then(giveUp);
    });
  }
}
