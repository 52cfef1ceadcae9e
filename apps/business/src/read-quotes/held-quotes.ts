import type { QuoteProgress } from '@app/domain';
import { HeldReads, type Hold } from '../watch/held-reads.js';

/** Held reads of quote requests. */
export class HeldQuotes extends HeldReads<QuoteProgress> {
  /**
   * A request once it is complete, or as it is when the time is over. Undefined when nothing is known of it: the store
   * cannot be reached, or has lost it.
   */
  untilCompleted(
    id: string,
    { waitMs, gone }: Pick<Hold<QuoteProgress>, 'waitMs' | 'gone'>,
  ): Promise<QuoteProgress | undefined> {
    const look = async (): Promise<QuoteProgress> => {
      const found = await this.watched.read(id);
      if (found === undefined) throw new Error(`Quote request ${id} is gone`);
      return found;
    };
    const isNews = ({ completedAt }: QuoteProgress): boolean => completedAt !== null;
    return this.read({ id, look, isNews, waitMs, gone }).catch(() => undefined);
  }
}
