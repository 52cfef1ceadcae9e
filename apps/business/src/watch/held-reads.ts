import type { Clock } from '@app/ports';
import type { Versioned } from './versioned.js';
import type { WatchedResources } from './watched-resources.js';

export interface Hold<State> {
  readonly id: string;
  /** Reads it as it is stored, or throws. */
  readonly look: () => Promise<State>;
  /** Whether the reader does not have this version yet. */
  readonly isNews: (state: State) => boolean;
  readonly waitMs: number;
  /** Aborts when the reader goes away. */
  readonly gone: AbortSignal;
  /** Called when the waiting begins; not at all when there is nothing to wait for. */
  readonly onWait?: () => void;
}

/** A reader beyond these is answered at once: to wait is a preference. */
const MAX_HOLDS = 10_000;

/** The newest state that a reader was told of. */
class Newest<State extends Versioned> {
  state: State | undefined;
  /** It has left the store meanwhile. */
  isGone = false;

  take(state: State | undefined): void {
    if (state === undefined) this.isGone = true;
    else if (this.state === undefined || this.state.version < state.version) this.state = state;
  }
}

/** Reads that are answered when something has changed. A hold costs no database work while it lasts. */
export class HeldReads<State extends Versioned> {
  private readonly holds = new Set<AbortController>();
  private stopped = false;

  constructor(
    protected readonly watched: WatchedResources<State>,
    private readonly clock: Clock,
  ) {}

  /** It, as soon as it is news to the reader, or as it is when the time is over. */
  async read({ id, look, isNews, waitMs, gone, onWait }: Hold<State>): Promise<State> {
    const until = this.clock.now().getTime() + waitMs;
    const newest = new Newest<State>();
    const wake = new AbortController();
    const end = (): void => wake.abort('woken');
    // Before the first look: what changes after it must not be missed.
    const watching = this.watched.watch(id, (state) => {
      newest.take(state);
      if (state === undefined || isNews(state)) end();
    });
    gone.addEventListener('abort', end, { once: true });
    try {
      const first = await look();
      newest.take(first);
      this.watched.changed(first);
      const { state: current = first } = newest;
      const leftMs = until - this.clock.now().getTime();
      if (isNews(current) || leftMs <= 0 || gone.aborted || !this.maySleep()) return current;
      onWait?.();
      await this.sleep(leftMs, wake);
      return newest.isGone ? await look() : (newest.state ?? first);
    } finally {
      watching.stop();
      gone.removeEventListener('abort', end);
    }
  }

  /** Ends every hold, now and from now on. */
  stop(): void {
    this.stopped = true;
    for (const wake of this.holds) wake.abort('woken');
  }

  private maySleep(): boolean {
    return !this.stopped && this.holds.size < MAX_HOLDS;
  }

  private async sleep(ms: number, wake: AbortController): Promise<void> {
    this.holds.add(wake);
    await this.clock.sleep(ms, wake.signal);
    this.holds.delete(wake);
  }
}
