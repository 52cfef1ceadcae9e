export type { AnswerSink } from './answer-sink.port.js';
export type {
  ApplicationChange,
  ApplicationContent,
  ApplicationQuery,
  ApplicationStore,
  DueApplication,
  KeepResult,
  KeyFinding,
  LoadedApplication,
  NewApplication,
  Submission,
} from './application-store.port.js';
export type { AuditEntry, AuditRecord, AuditTrail } from './audit-trail.port.js';
export type { CallLimiter, CallLimits, CallToAdmit, Lease, NotNow } from './call-limiter.port.js';
export type { ChangeBus, ChangeListener, QuoteChanged } from './change-bus.port.js';
export {
  type ApiClient,
  CLIENT_SCOPES,
  type ClientEntry,
  type ClientKind,
  type ClientScope,
  type ClientStore,
  type UsagePlan,
} from './client-store.port.js';
export type { Clock } from './clock.port.js';
export type {
  CollectedLetter,
  DeadLetter,
  DeadLetterGroup,
  DeadLetterStore,
  GroupQuery,
  LettersOfQueue,
  ReplaySchedule,
  ReplaySelection,
} from './dead-letter-store.port.js';
export type { EventPublisher } from './event-publisher.port.js';
export type {
  FleetStore,
  ForcedState,
  PartnerCondition,
  ReplicaBreaker,
  SupervisedState,
} from './fleet-store.port.js';
export type { HotQuotes } from './hot-quotes.port.js';
export {
  type FetchedDocument,
  type IssuanceCallback,
  type PostedAs,
  ResultRefusedError,
} from './issuance-callback.port.js';
export type { Leases } from './leases.port.js';
export { done, type MessageOutcome, reject, retryLater } from './message-outcome.js';
export type { Outbox, OutboxMessage } from './outbox.port.js';
export type { CountedFrom, PartnerCallCounts, PartnerCalls } from './partner-call-counts.port.js';
export type {
  DocumentReply,
  IssuanceCallOptions,
  PartnerCallOptions,
  PartnerGateway,
} from './partner-gateway.port.js';
export type { ClaimedPayment, PaymentVerifier } from './payment-verifier.port.js';
export type { LetterQueues, QueueDepth, QueueDepths, ReceivedLetter } from './queues.port.js';
export type {
  Acceptance,
  AnswerRecord,
  DescribeChange,
  IdempotencyKey,
  NewQuoteRequest,
  QuoteContent,
  QuoteStore,
  StoreObserver,
} from './quote-store.port.js';
export type { Retention } from './retention.port.js';
export { StoreUnavailableError } from './store-unavailable.js';
export type { TimeSource } from './time-source.port.js';
export type { UsageLimit, UsageMeter, UsageState, UsageVerdict } from './usage-meter.port.js';
export type { WantedQuotes } from './wanted-quotes.port.js';
