import type { Clock } from '@app/ports';

export interface LoadLimits {
  /** How many may be in work at once. */
  readonly inWork: number;
  /** How many more may wait for their turn. */
  readonly waiting: number;
  /** How long they may wait, in milliseconds. */
  readonly waitMs: number;
}

/** One request at the gate. */
export interface GateTicket {
  /** True when it is its turn; false when it waited too long or there was no room to wait. */
  readonly admitted: Promise<boolean>;
  /** It is done, or gone: the next may come. A second time changes nothing. */
  leave(): void;
}

interface Waiting {
  readonly untilMs: number;
  answer(admitted: boolean): void;
}

const REFUSED: GateTicket = { admitted: Promise.resolve(false), leave: () => undefined };

/** Lets in as many requests as can be worked on; the rest wait, first in first out, or are refused before any work. */
export class LoadGate {
  private readonly queue = new Set<Waiting>();
  private inWork = 0;
  private ending = false;

  constructor(
    private readonly limits: LoadLimits,
    private readonly clock: Clock,
  ) {}

  /** Whether whoever comes now would be refused. */
  get isFull(): boolean {
    return this.inWork >= this.limits.inWork && this.queue.size >= this.limits.waiting;
  }

  enter(): GateTicket {
    if (this.isFull) return REFUSED;
    if (this.inWork >= this.limits.inWork) return this.wait();
    this.inWork += 1;
    return { admitted: Promise.resolve(true), leave: once(() => this.release()) };
  }

  private wait(): GateTicket {
    let isIn = false;
    let waiting: Waiting | undefined;
    const admitted = new Promise<boolean>((resolve) => {
      waiting = {
        untilMs: this.clock.now().getTime() + this.limits.waitMs,
        answer(admit) {
          isIn = admit;
          resolve(admit);
        },
      };
      this.queue.add(waiting);
    });
    void this.endOverdue();
    const leave = once(() => {
      if (isIn) this.release();
      else if (waiting !== undefined && this.queue.delete(waiting)) waiting.answer(false);
    });
    return { admitted, leave };
  }

  /** The slot goes to whoever has waited longest. */
  private release(): void {
    const [next] = this.queue;
    if (next === undefined) {
      this.inWork -= 1;
      return;
    }
    this.queue.delete(next);
    next.answer(true);
  }

  /** Everybody waits equally long, so that the first in the queue is always the first to have waited too long. */
  private async endOverdue(): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    for (let [first] = this.queue; first !== undefined; [first] = this.queue) {
      const leftMs = first.untilMs - this.clock.now().getTime();
      if (leftMs > 0) await this.clock.sleep(leftMs);
      else if (this.queue.delete(first)) first.answer(false);
    }
    this.ending = false;
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
