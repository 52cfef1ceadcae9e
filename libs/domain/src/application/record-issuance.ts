import type { CanonicalError, ErrorCategory } from '../canonical-error.js';
import {
  type Application,
  type ApplicationFault,
  type ApplicationStatus,
  hasPolicy,
  isWaiting,
  type StepReason,
} from './application.js';
import { type Circumstances, ended, withStep } from './application-steps.js';
import { decideBy, nextAskAt } from './application-times.js';
import type { IssuanceOutcome, IssuanceResult } from './issuance-result.js';
import { type IssuanceCircumstances, recordPolicy } from './record-policy.js';

/** `LATE`: it says nothing any more, and changed nothing. `DUPLICATE`: it was known. */
export type IssuanceRecordResult = 'STORED' | 'DUPLICATE' | 'LATE';

export interface RecordedIssuance {
  readonly result: IssuanceRecordResult;
  readonly application: Application;
}

type Ending = 'REJECTED' | 'EXPIRED';

/** From the partner's category to the end; everything else needs somebody to look at it (http-api.md). */
const ENDINGS: Partial<Readonly<Record<ErrorCategory, Ending>>> = {
  QUOTE_EXPIRED: 'EXPIRED',
  UNDERWRITING: 'REJECTED',
  VALIDATION: 'REJECTED',
  UNSUPPORTED: 'REJECTED',
  NOT_FOUND: 'REJECTED',
};

const faultOf = ({ error }: IssuanceResult): ApplicationFault | null =>
  error === undefined
    ? null
    : { category: error.category, partnerCode: error.partnerCode, messageForOps: error.messageForOps };

const changed = (before: Application, application: Application): RecordedIssuance => ({
  result: application === before ? 'DUPLICATE' : 'STORED',
  application,
});

/** One posted result applied. A policy always counts, whenever it is heard of; anything else only while it is awaited. */
export function recordIssuance(
  before: Application,
  result: IssuanceResult,
  circumstances: IssuanceCircumstances,
): RecordedIssuance {
  const { policyNumber } = result;
  const isPolicy = result.outcome === 'ISSUED' || result.error?.category === 'DUPLICATE';
  if (isPolicy && policyNumber !== undefined)
    return changed(before, recordPolicy(before, { ...result, policyNumber }, circumstances));
  if (hasPolicy(before)) return changed(before, before);
  if (!isWaiting(before) || result.attempt < before.attempt) return { result: 'LATE', application: before };
  if (isKnown(before, result)) return changed(before, before);
  const application = { ...before, fault: faultOf(result) ?? before.fault };
  return changed(before, BY_OUTCOME[result.outcome](application, result, circumstances));
}

/** An issued policy without a number is a claim that nobody can hand on. */
const STATUS_OF: Partial<Readonly<Record<IssuanceOutcome, ApplicationStatus>>> = {
  ISSUED: 'OUTCOME_UNKNOWN',
  PENDING: 'PENDING_PARTNER',
  UNKNOWN: 'OUTCOME_UNKNOWN',
};

/** What the history says where the attempt brought no error to name. */
const REASON_OF: Partial<Readonly<Record<IssuanceOutcome, StepReason>>> = {
  ISSUED: 'UNKNOWN',
  UNKNOWN: 'UNKNOWN',
  FAILED: 'FAILED',
};

/** The same message, delivered and worked on a second time. A failure is another one each time. */
function isKnown(before: Application, { attempt, outcome, error }: IssuanceResult): boolean {
  const last = before.events.at(-1);
  const isSame = last?.attempt === attempt && last.status === STATUS_OF[outcome];
  return isSame && before.askAt !== null && last.reason === reasonOf(outcome, error);
}

const reasonOf = (outcome: IssuanceOutcome, error: CanonicalError | undefined): StepReason | null =>
  error?.category ?? REASON_OF[outcome] ?? null;

type Apply = (before: Application, result: IssuanceResult, circumstances: Circumstances) => Application;

/** The partner is asked again; where it said nothing at all the state stays as it is. */
const askedAgain: Apply = (before, { attempt, outcome, error }, { now, random }) => {
  const status = STATUS_OF[outcome] ?? before.status;
  const after = withStep(before, { at: now.toISOString(), status, attempt, reason: reasonOf(outcome, error) });
  // What was never taken comes again by its queue; nobody need ask what became of it.
  return status === 'SUBMITTED' ? after : { ...after, askAt: nextAskAt(now, before.asks, random) };
};

const refused: Apply = (before, result, circumstances) => {
  const { category } = result.error ?? { category: 'PROTOCOL' };
  // It is there, they say, and do not say under which number.
  if (category === 'DUPLICATE') return askedAgain(before, { ...result, outcome: 'UNKNOWN' }, circumstances);
  const spent = { ...before, isKeySpent: true };
  const at = circumstances.now.toISOString();
  const ending = ENDINGS[category];
  if (ending !== undefined) return ended(spent, at, ending, category);
  return category === 'PRICE_CHANGED'
    ? priceChanged(spent, result, circumstances.now)
    : withStep(spent, { at, status: 'NEEDS_ATTENTION', reason: category, attempt: result.attempt });
};

const BY_OUTCOME: Readonly<Record<IssuanceOutcome, Apply>> = {
  ISSUED: askedAgain,
  PENDING: askedAgain,
  UNKNOWN: askedAgain,
  FAILED: askedAgain,
  REFUSED: refused,
};

function priceChanged(before: Application, { attempt, newTotalMinor }: IssuanceResult, now: Date): Application {
  const at = now.toISOString();
  const { dueMinor, totalMinor: previousTotalMinor } = before;
  // With instalments the change falls on the first one (partners-errata.md 19).
  const newDueMinor = dueMinor + (newTotalMinor ?? 0) - previousTotalMinor;
  // No price at all, the one that was paid, or one of which nothing would be left to pay now: nobody can accept that.
  if (newTotalMinor === undefined || newTotalMinor === previousTotalMinor || newDueMinor < 1)
    return withStep(before, { at, status: 'NEEDS_ATTENTION', reason: 'PRICE_CHANGED', attempt });
  const priceChange = {
    ...{ previousTotalMinor, newTotalMinor, newDueMinor },
    decideBy: decideBy(now, before.offerValidUntil),
  };
  return withStep({ ...before, priceChange }, { at, status: 'PRICE_CHANGED', reason: null, attempt });
}
