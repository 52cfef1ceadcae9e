import type { QuoteProgress } from '@app/domain';
import type { Clock } from '@app/ports';
import type { WatchedQuotes } from './watched-quotes.js';

export interface Hold {
  readonly id: string;
  /** Reads the request as it is stored, or throws. */
  readonly look: () => Promise<QuoteProgress>;
  /** Whether the reader does not have this version yet. */
  readonly isNews: (progress: QuoteProgress) => boolean;
  readonly waitMs: number;
  /** Aborts when the reader goes away. */
  readonly gone: AbortSignal;
  /** Called when the waiting begins; not at all when there is nothing to wait for. */
  readonly onWait?: () => void;
}

/** A reader beyond these is answered at once: to wait is a preference. */
const MAX_HOLDS = 10_000;

/** The newest state that a reader was told of. */
class Newest {
  progress: QuoteProgress | undefined;
  /** The request has left the store meanwhile. */
  isGone = false;

  take(progress: QuoteProgress | undefined): void {
    if (progress === undefined) this.isGone = true;
    else if (this.progress === undefined || this.progress.version < progress.version) this.progress = progress;
  }
}

/** Reads that are answered when something has changed. A hold costs no database work while it lasts. */
export class HeldReads {
  private readonly holds = new Set<AbortController>();
  private stopped = false;

  constructor(
    private readonly watched: WatchedQuotes,
    private readonly clock: Clock,
  ) {}

  /** The request as soon as it is news to the reader, or as it is when the time is over. */
  async read({ id, look, isNews, waitMs, gone, onWait }: Hold): Promise<QuoteProgress> {
    const until = this.clock.now().getTime() + waitMs;
    const newest = new Newest();
    const wake = new AbortController();
    const end = (): void => wake.abort('woken');
    // Before the first look: what changes after it must not be missed.
    const watching = this.watched.watch(id, (progress) => {
      newest.take(progress);
      if (progress === undefined || isNews(progress)) end();
    });
    gone.addEventListener('abort', end, { once: true });
    try {
      const first = await look();
      newest.take(first);
      this.watched.changed(first);
      const { progress: current = first } = newest;
      const leftMs = until - this.clock.now().getTime();
      if (isNews(current) || leftMs <= 0 || gone.aborted || !this.maySleep()) return current;
      onWait?.();
      await this.sleep(leftMs, wake);
      return newest.isGone ? await look() : (newest.progress ?? first);
    } finally {
      watching.stop();
      gone.removeEventListener('abort', end);
    }
  }

  /**
   * A request once it is complete, or as it is when the time is over. Undefined when nothing is known of it: the store
   * cannot be reached, or has lost it.
   */
  untilCompleted(id: string, { waitMs, gone }: Pick<Hold, 'waitMs' | 'gone'>): Promise<QuoteProgress | undefined> {
    const look = async (): Promise<QuoteProgress> => {
      const found = await this.watched.read(id);
      if (found === undefined) throw new Error(`Quote request ${id} is gone`);
      return found;
    };
    const isNews = ({ completedAt }: QuoteProgress): boolean => completedAt !== null;
    return this.read({ id, look, isNews, waitMs, gone }).catch(() => undefined);
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
