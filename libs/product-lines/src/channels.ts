import type { ProductDomain, ProductLineId } from './product-line.js';

/** Names of the channels that carry quote requests (events.md). */
export const quoteTopic = (line: ProductLineId): string => `quote-requested-${line}`;

export const quoteQueue = (domain: ProductDomain, partnerId: string): string =>
  `quote-requested-${domain}-${partnerId}`;

/** What became of quote requests, for anyone who listens: analytics, notifications. */
export const QUOTE_LIFECYCLE_TOPIC = 'quote-lifecycle';

/** The one queue for a partner's policies: the chosen partner is told, nobody else. */
export const issuanceQueue = (partnerId: string): string => `policy-issuance-${partnerId}`;

/** Where messages go that were replayed as often as they may: people look after them. */
export const ISSUANCE_OPERATOR_QUEUE = 'policy-issuance-operator';

/** What became of applications, for anyone who listens. */
export const POLICY_LIFECYCLE_TOPIC = 'policy-lifecycle';

/** What operators should hear of at once, with the root cause. */
export const OPERATOR_ALERTS_TOPIC = 'operator-alerts';
