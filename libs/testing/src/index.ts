export { nextMessageId, outboxMessage } from './builders/outbox-messages.js';
export {
  type Addressed,
  canonicalErrorOf,
  declinedAnswer,
  failedAnswer,
  offer,
  quotedAnswer,
  referredAnswer,
} from './builders/partner-answers.js';
export {
  canonicalRequestOf,
  type ExampleName,
  exampleBody,
  type NewRequestOptions,
  newQuoteRequest,
  type RequestTimes,
} from './builders/quote-requests.js';
export { eventually, type Patience } from './eventually.js';
export { InMemoryOutbox } from './in-memory-outbox.js';
export { inMemoryPorts } from './in-memory-ports.js';
export { InMemoryQuoteStore, type InMemoryQuoteStoreParts } from './in-memory-quote-store.js';
export { ManualClock } from './manual-clock.js';
export { quoteStoreContract } from './quote-store-contract/index.js';
export {
  describeInWords,
  type MakeStore,
  RecordingObserver,
  type StoreOptions,
  type StoreUnderTest,
} from './quote-store-contract/store-under-test.js';
export { RecordingPublisher } from './recording-publisher.js';
export { createTestDatabase, requiredVariable, type TestDatabase } from './test-database.js';
