/** What every event carries beside its body (events.md); `partnerId` only one that is addressed to a partner. */
export const EVENT_ATTRIBUTES = ['type', 'schemaVersion', 'traceparent', 'partnerId'] as const;
export type EventAttribute = (typeof EVENT_ATTRIBUTES)[number];

/** How often a message came back out of a dead-letter queue. Missing: never. */
export const REPLAYS_ATTRIBUTE = 'sqs-dlq-replay-nb';

/** Why a message became a dead letter. Never personal data. */
export const REASON_ATTRIBUTE = 'reason';

/**
 * Most attributes of a message that we send (events.md). AWS drops raw deliveries with more than ten without a word; our
 * own limit leaves room for tracing.
 */
export const MAX_MESSAGE_ATTRIBUTES = 6;
