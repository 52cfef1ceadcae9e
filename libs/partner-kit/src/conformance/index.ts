export { type CoverageRow, coverageOf } from './coverage.js';
export type { NeededField, OrReason, WireAnswers } from './described.js';
export type {
  DeclineExample,
  Example,
  NotAsked,
  PartnerDescription,
  Refusal,
  Unsound,
} from './partner-description.js';
export { type PolicyCoverageRow, policyCoverageOf } from './policy-coverage.js';
export type {
  ExpectedReply,
  PolicyDescription,
  PolicyDocument,
  PolicyExample,
  PolicyInquiry,
  PolicyRefusal,
} from './policy-description.js';
export { partnerConformance } from './suite.js';
export { type WireAnswer, type WirePush, wireJson } from './wire-answer.js';
