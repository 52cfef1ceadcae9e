export { applicationStoreContract } from './application-store-contract/index.js';
export {
  applicationContentOf,
  applicationDetailsOf,
  applicationOf,
  newApplicationOf,
} from './builders/applications.js';
export { collectedLetter } from './builders/dead-letters.js';
export { nextMessageId, outboxMessage } from './builders/outbox-messages.js';
export { canonicalErrorOf, declinedAnswer, failedAnswer, offer, quotedAnswer } from './builders/partner-answers.js';
export { canonicalRequestOf, type ExampleName, exampleBody, newQuoteRequest } from './builders/quote-requests.js';
export { callLimiterContract } from './contracts/call-limiter.contract.js';
export { type BusesUnderTest, changeBusContract } from './contracts/change-bus.contract.js';
export { clientStoreContract } from './contracts/client-store.contract.js';
export { deadLetterStoreContract } from './contracts/dead-letter-store.contract.js';
export { type FleetUnderTest, fleetContract } from './contracts/fleet.contract.js';
export { usageMeterContract } from './contracts/usage-meter.contract.js';
export { eventually } from './eventually.js';
export { InMemoryApplicationStore } from './in-memory-application-store.js';
export { InMemoryAudit } from './in-memory-audit.js';
export { InMemoryChangeMedium } from './in-memory-change-bus.js';
export { InMemoryClientStore } from './in-memory-client-store.js';
export { InMemoryDeadLetterStore } from './in-memory-dead-letter-store.js';
export { InMemoryFleet } from './in-memory-fleet.js';
export { InMemoryOutbox } from './in-memory-outbox.js';
export { inMemoryPorts } from './in-memory-ports.js';
export { ManualClock } from './manual-clock.js';
export { quoteStoreContract } from './quote-store-contract/index.js';
export { describeInWords, progressOf, RecordingObserver } from './quote-store-contract/store-under-test.js';
export { RecordingPublisher } from './recording-publisher.js';
export { TcpProxy } from './tcp-proxy.js';
export { createTestDatabase, requiredVariable, type TestDatabase } from './test-database.js';
export { describeWithRedis } from './test-redis.js';
export { testSealer } from './test-sealer.js';
