export type { AnswerSink } from './answer-sink.port.js';
export type { CallLimiter, CallLimits, CallToAdmit, Lease, NotNow } from './call-limiter.port.js';
export type { Clock } from './clock.port.js';
export type { EventPublisher } from './event-publisher.port.js';
export { done, type MessageOutcome, reject, retryLater } from './message-outcome.js';
export type { Outbox, OutboxMessage } from './outbox.port.js';
export type { PartnerGateway, QuoteCallOptions } from './partner-gateway.port.js';
export type { AnswerRecord, DescribeChange, NewQuoteRequest, QuoteStore, StoreObserver } from './quote-store.port.js';
