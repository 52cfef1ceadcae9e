import type { QuoteProgress } from '@app/domain';
import type { Clock } from '@app/ports';
import type { ChangeFeed } from './change-feed.js';

export interface Hold {
  readonly id: string;
  /** Reads the request as it is stored, or throws. */
  readonly look: () => Promise<QuoteProgress>;
  /** Whether the reader does not have this version yet. */
  readonly isNews: (progress: QuoteProgress) => boolean;
  readonly waitMs: number;
  /** Aborts when the reader goes away. */
  readonly gone: AbortSignal;
}

/** After the deadline the store is asked again this often, until its clock has passed it too. */
const CLOCK_SKEW_MS = 50;

/**
 * Reads that are answered when something has changed. A hold costs no database work while it lasts: changes made by this
 * process wake it; what happens at the deadline or in another process it finds in the store then, or at its end.
 */
export class HeldReads {
  private readonly holds = new Set<AbortController>();
  private stopped = false;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /** The request as soon as it is news to the reader, or as it is when the time is over. */
  async read(hold: Hold): Promise<QuoteProgress> {
    const wake = new AbortController();
    const news: QuoteProgress[] = [];
    // Before the first look: what changes after it must not be missed.
    const unsubscribe = this.feed.subscribe(hold.id, (progress) => {
      if (!hold.isNews(progress)) return;
      news.push(progress);
      wake.abort('woken');
    });
    hold.gone.addEventListener('abort', () => wake.abort('woken'), { once: true });
    this.holds.add(wake);
    try {
      return await this.wait({ ...hold, look: () => newest(news, hold.look) }, wake.signal);
    } finally {
      unsubscribe();
      this.holds.delete(wake);
    }
  }

  /** Ends every hold, now and from now on. */
  stop(): void {
    this.stopped = true;
    for (const wake of this.holds) wake.abort('woken');
  }

  private async wait({ look, isNews, waitMs }: Hold, woken: AbortSignal): Promise<QuoteProgress> {
    const until = this.clock.now().getTime() + waitMs;
    for (;;) {
      const current = await look();
      const now = this.clock.now().getTime();
      if (isNews(current) || now >= until || woken.aborted || this.stopped) return current;
      await this.clock.sleep(Math.min(until, nextLook(current, now)) - now, woken);
    }
  }
}

/** What was heard of last; a change that comes during the look at the store is newer than what the look finds. */
async function newest(news: readonly QuoteProgress[], look: Hold['look']): Promise<QuoteProgress> {
  const seen = news.at(-1) ?? (await look());
  return news.at(-1) ?? seen;
}

/** When the store may have changed without a word: at the deadline of a request that runs. */
function nextLook({ completedAt, answerDeadline }: QuoteProgress, now: number): number {
  if (completedAt !== null) return Number.POSITIVE_INFINITY;
  return Math.max(Date.parse(answerDeadline), now) + CLOCK_SKEW_MS;
}
