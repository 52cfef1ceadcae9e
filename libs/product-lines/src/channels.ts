import type { ProductDomain, ProductLineId } from './product-line.js';

/** Names of the channels that carry quote requests (events.md). */
export const quoteTopic = (line: ProductLineId): string => `quote-requested-${line}`;

export const quoteQueue = (domain: ProductDomain, partnerId: string): string =>
  `quote-requested-${domain}-${partnerId}`;

/** What became of quote requests, for anyone who listens: analytics, notifications. */
export const QUOTE_LIFECYCLE_TOPIC = 'quote-lifecycle';
