import type { QuoteProgress } from '@app/domain';
import type { HotQuotes, QuoteStore } from '@app/ports';

/**
 * Reads in front of a store: requests that are complete come from the cache while it has them. Those that still run are
 * always asked of the store, so that no reader misses an answer that another process has just stored.
 */
export class HotReads implements Pick<QuoteStore, 'read'> {
  constructor(
    private readonly store: Pick<QuoteStore, 'read'>,
    private readonly hot: HotQuotes,
  ) {}

  async read(id: string): Promise<QuoteProgress | undefined> {
    const found = await this.hot.find(id);
    if (found !== undefined && found.completedAt !== null) return found;
    const stored = await this.store.read(id);
    if (stored !== undefined) this.changed(stored);
    return stored;
  }

  changed(progress: QuoteProgress): void {
    if (progress.completedAt !== null) this.hot.keep(progress);
  }
}
