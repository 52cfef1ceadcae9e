export {
  APPLICATION_STATUSES,
  type Application,
  type ApplicationDocument,
  type ApplicationEvent,
  type ApplicationFault,
  type ApplicationPayment,
  type ApplicationStatus,
  isAttemptWanted,
  isLive,
  isWaiting,
  type NewApplicationFacts,
  type PolicyPeriod,
  type PriceChange,
  type Refund,
  refundOf,
  type StepReason,
} from './application/application.js';
export { type Circumstances, startApplication } from './application/application-steps.js';
export { wakesAt } from './application/application-times.js';
export {
  type AcceptanceRefusal,
  acceptPrice,
  applicationAtTime,
  askAgain,
  documentKept,
  giveUp,
  type PriceAcceptance,
  RESOLUTION_ACTIONS,
  type Resolution,
  type ResolutionAction,
  type ResolutionRefusal,
  resolveApplication,
} from './application/change-application.js';
export {
  type AnnouncedDocument,
  ISSUANCE_OUTCOMES,
  type IssuanceOutcome,
  type IssuanceResult,
} from './application/issuance-result.js';
export { type IssuanceRecordResult, type RecordedIssuance, recordIssuance } from './application/record-issuance.js';
export { ANOTHER_POLICY } from './application/record-policy.js';
export { type Backoff, fullJitterMs } from './backoff.js';
export {
  addDays,
  addYears,
  ageOn,
  completedMonths,
  daysInclusive,
  endOfDayIst,
  instantOfIstWallClock,
  isCivilDate,
  istDateAt,
  istWallClock,
} from './calendar.js';
export {
  type CanonicalError,
  ERROR_CATEGORIES,
  type ErrorCategory,
  QUOTE_ERROR_POLICY,
  type QuoteErrorPolicy,
  type UserMessageKey,
  userMessage,
  userMessageKey,
} from './canonical-error.js';
export { type AnswerCounts, bestOffer, compareOffers, countAnswers, orderAnswers } from './comparison.js';
export {
  changeQuote,
  type Decide,
  type LoadedQuotes,
  type QuoteKeeping,
  recordAnswers,
} from './decide-quotes.js';
export { decimalFromMinor, formatRupees, minorFromDecimal } from './money.js';
export {
  type Adjustment,
  type Cover,
  type CoverItem,
  DECLINE_CATEGORIES,
  type Decline,
  type DeclineCategory,
  FINAL_STATUSES,
  type FinalStatus,
  type HealthCover,
  insuredAmountOf,
  type MotorCover,
  type Offer,
  type PartnerAnswer,
  POSTED_STATUSES,
  type PostedStatus,
  type ReferralReason,
  type RowStatus,
  type TermLifeCover,
  type TravelCover,
} from './partner-answer.js';
export {
  type ComponentKind,
  type Instalment,
  type Premium,
  type PremiumComponent,
  type PremiumTax,
  premiumFaults,
} from './premium.js';
export { changeByTime, changeByWithdrawal, isChange, type QuoteChange } from './quote-change.js';
export {
  type AnswerRow,
  atTime,
  pendingRow,
  type QuoteProgress,
  type Recorded,
  type RecordResult,
  recordAnswer,
  startProgress,
  withdrawConsent,
} from './quote-progress.js';
export { ok, type Result, refused } from './result.js';
export { type ChangeBatch, type QuoteChanged, UnannouncedChanges } from './unannounced-changes.js';
