export {
  type CanonicalRequest,
  type CanonicalRequestOf,
  canonicalRequest,
  type Proposer,
} from './canonical-request.js';
export { completeRequest, type RequestFrame } from './complete-request.js';
export { asyncApiDocument } from './events/asyncapi-document.js';
export {
  type CloudEvent,
  type EventDefinition,
  type EventFrame,
  eventFrame,
  eventSchema,
  queueAddress,
  queueOf,
  versionOf,
} from './events/cloud-event.js';
export {
  EVENT_ATTRIBUTES,
  MAX_MESSAGE_ATTRIBUTES,
  REASON_ATTRIBUTE,
  REPLAYS_ATTRIBUTE,
} from './events/message-attributes.js';
export {
  ISSUANCE_RETURN_ADDRESS,
  type IssuanceRequestedData,
  issuanceRequested,
  issuanceRequestedData,
  operatorAlert,
  policyIssuanceFailed,
  policyIssued,
} from './events/policy-events.js';
export {
  QUOTE_RETURN_ADDRESS,
  type QuoteRequestedData,
  quoteAnswered,
  quoteCompleted,
  quoteRequested,
  quoteRequestedData,
} from './events/quote-events.js';
export { expectedPeriod } from './expected-period.js';
export {
  ADAPTER_QUOTE_PATH,
  DEADLINE_HEADER,
  type PartnerReply,
  partnerReply,
  TIMEOUT_HEADER,
  WAITING_ALLOWANCE_MS,
} from './internal/adapter-api.js';
export {
  ADAPTER_DOCUMENT_PATH,
  ADAPTER_ISSUANCE_PATH,
  type DocumentCall,
  documentCall,
  documentFailure,
  INQUIRE_FIRST_HEADER,
  type IssuanceReply,
  issuanceReply,
  type PartnerDocument,
} from './internal/adapter-issuance-api.js';
export {
  type AnswerReceipt,
  type AnswerReceipts,
  answerReceipts,
  MAX_ANSWERS_PER_POST,
  PARTNER_ANSWERS_PATH,
} from './internal/callback-api.js';
export {
  announcedDocument,
  documentPath,
  ISSUANCE_RESULTS_PATH,
  type IssuanceReceipt,
  type IssuanceReceipts,
  issuanceReceipts,
  issuanceResult,
  MAX_DOCUMENT_BYTES,
  MAX_POLICY_DOCUMENTS,
  MAX_RESULTS_PER_POST,
  WANTED_ATTEMPT_PATH,
  wantedAttemptAnswer,
  wantedAttemptQuestion,
} from './internal/issuance-api.js';
export {
  type PartnerObservation,
  type PartnerStates,
  partnerObservation,
  partnerStates,
  REPLICA_REPORTS_PATH,
  type ReplicaReport,
  replicaReport,
} from './internal/replica-reports.js';
export {
  MAX_WANTED_PER_POST,
  WANTED_PATH,
  type WantedAnswer,
  type WantedQuestion,
  wantedAnswer,
  wantedQuestion,
} from './internal/wanted-api.js';
export { partnerAnswer } from './partner-answer.js';
export {
  joinPersonal,
  type PersonalFields,
  personalFieldsOf,
  type SeparatedRequest,
  separatePersonal,
} from './personal-fields.js';
export {
  type ApplicationDetails,
  type IssuanceSecrets,
  issuanceSecrets,
  type Payment,
  type PolicyHolder,
} from './policy-application.js';
export {
  type AcceptanceBody,
  type ApplicationBody,
  checkAcceptance,
  checkApplication,
} from './public/application-body.js';
export {
  type ApplicationView,
  applicationView,
  type OperatorApplicationView,
} from './public/application-view.js';
export type { SellersOf } from './public/cross-faults.js';
export {
  type DeadLetterGroupView,
  discardOrder,
  type QueueView,
  type ReplayOrder,
  type ReplayReceipt,
  replayOrder,
} from './public/dead-letters.js';
export { faultsOf } from './public/faults.js';
export {
  type AuditItem,
  type PartnerStateChange,
  type PartnerView,
  partnerStateChange,
} from './public/fleet.js';
export { listLimit, listSearch } from './public/lists.js';
export { type OpenApiDocument, openApiDocument } from './public/openapi-document.js';
export { type Problem, problem } from './public/problem.js';
export {
  checkQuoteRequest,
  type QuoteRequestBody,
  type QuoteRequestBodyOf,
} from './public/quote-request-body.js';
export {
  type AnswerView,
  answerView,
  type QuoteResult,
  type QuoteTask,
  quoteResult,
  quoteTask,
} from './public/quote-result.js';
export type { AnswerEvent, CompletedEvent } from './public/quote-stream.js';
export {
  type CountryList,
  countryList,
  type ProductLineList,
  productLineList,
  type RtoList,
  rtoList,
  type VehicleList,
  vehicleClass,
  vehicleList,
} from './public/reference-data.js';
export { type ResolutionOrder, resolutionOrder } from './public/resolution.js';
