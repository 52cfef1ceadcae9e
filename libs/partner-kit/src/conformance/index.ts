export { type CoverageRow, coverageOf } from './coverage.js';
export type {
  DeclineExample,
  Example,
  NeededField,
  NotAsked,
  OrReason,
  PartnerDescription,
  Refusal,
  Unsound,
  WireAnswers,
} from './partner-description.js';
export { partnerConformance } from './suite.js';
export { type WireAnswer, type WirePush, wireJson } from './wire-answer.js';
