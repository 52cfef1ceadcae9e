import type { QuoteProgress } from '@app/domain';

/**
 * Quote requests that are read often, a few seconds old at most. Obligations: an older version never replaces a newer
 * one. Neither method ever rejects or throws: where the cache is away, nothing is found.
 */
export interface HotQuotes {
  find(id: string): Promise<QuoteProgress | undefined>;
  keep(progress: QuoteProgress): void;
}
