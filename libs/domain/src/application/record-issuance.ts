import type { CanonicalError, ErrorCategory } from '../canonical-error.js';
import {
  type Application,
  type ApplicationFault,
  type ApplicationStatus,
  isWaiting,
  type PolicyPeriod,
} from './application.js';
import { type Circumstances, ended, withStep } from './application-steps.js';
import { decideBy, nextAskAt } from './application-times.js';

export const ISSUANCE_OUTCOMES = ['ISSUED', 'PENDING', 'REFUSED', 'UNKNOWN', 'FAILED'] as const;
export type IssuanceOutcome = (typeof ISSUANCE_OUTCOMES)[number];

/** A document that the partner says there is. */
export interface AnnouncedDocument {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
}

/** What one attempt brought, as a worker posts it (http-api.md, 'Internal port'). */
export interface IssuanceResult {
  readonly applicationId: string;
  readonly attempt: number;
  /**
   * `REFUSED`: the partner says no, for good. `UNKNOWN`: nobody can say whether it took it. `FAILED`: it has not taken
   * it, and the same attempt may succeed later.
   */
  readonly outcome: IssuanceOutcome;
  readonly policyNumber?: string | undefined;
  readonly period?: PolicyPeriod | undefined;
  readonly documents?: readonly AnnouncedDocument[] | undefined;
  /** For the whole first year, where the partner's price has changed. */
  readonly newTotalMinor?: number | undefined;
  readonly error?: CanonicalError | undefined;
}

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

const stored = (application: Application): RecordedIssuance => ({ result: 'STORED', application });

/** `isOfferTaken`: the customer has applied for its offer anew, so that it cannot stand beside that one. */
export interface IssuanceCircumstances extends Circumstances {
  readonly isOfferTaken?: boolean;
}

/** One posted result applied. A policy always counts, whenever it is heard of; anything else only while it is awaited. */
export function recordIssuance(
  before: Application,
  result: IssuanceResult,
  circumstances: IssuanceCircumstances,
): RecordedIssuance {
  if (before.status === 'ISSUED') return toldAgain(before, result, circumstances);
  const { policyNumber } = result;
  const isPolicy = result.outcome === 'ISSUED' || result.error?.category === 'DUPLICATE';
  if (isPolicy && policyNumber !== undefined)
    return before.policyNumber === policyNumber
      ? { result: 'DUPLICATE', application: before }
      : stored(issued(before, { ...result, policyNumber }, circumstances));
  if (!isWaiting(before) || result.attempt < before.attempt) return { result: 'LATE', application: before };
  if (isKnown(before, result)) return { result: 'DUPLICATE', application: before };
  const application = { ...before, fault: faultOf(result) ?? before.fault };
  return stored(BY_OUTCOME[result.outcome](application, result, circumstances));
}

/** In the history of an application whose partner has named a second policy for it. */
export const ANOTHER_POLICY = 'ANOTHER_POLICY';

const ANOTHER_POLICY_FAULT: ApplicationFault = {
  category: 'DUPLICATE',
  partnerCode: null,
  messageForOps: 'the partner has named another policy beside the one that stands',
};

/**
 * What is heard once there is a policy. One that was adopted without documents may be told of once more, by the answer
 * that was believed lost; a second policy must never be, and is somebody's to cancel.
 */
function toldAgain(
  before: Application,
  { attempt, documents = [], period, policyNumber }: IssuanceResult,
  { now }: Circumstances,
): RecordedIssuance {
  const step = { at: now.toISOString(), status: 'ISSUED', attempt } as const;
  const isThis = policyNumber === before.policyNumber;
  if (isThis && documents.length > 0 && before.documents.length === 0) {
    const after = withStep(before, { ...step, reason: 'DOCUMENTS_ANNOUNCED' });
    return stored({ ...after, period: period ?? before.period, documents: documents.map(announced) });
  }
  const isKnownOf = before.events.some(({ reason }) => reason === ANOTHER_POLICY);
  if (isThis || policyNumber === undefined || isKnownOf) return { result: 'DUPLICATE', application: before };
  return stored({ ...withStep(before, { ...step, reason: ANOTHER_POLICY }), fault: ANOTHER_POLICY_FAULT });
}

const announced = (document: AnnouncedDocument) => ({ ...document, sha256: null });

const STATUS_OF: Partial<Readonly<Record<IssuanceOutcome, ApplicationStatus>>> = {
  PENDING: 'PENDING_PARTNER',
  UNKNOWN: 'OUTCOME_UNKNOWN',
};

/** The same message, delivered and worked on a second time. A failure is another one each time. */
function isKnown(before: Application, { attempt, outcome, error }: IssuanceResult): boolean {
  const last = before.events.at(-1);
  const isSame = last?.attempt === attempt && last.status === STATUS_OF[outcome];
  return isSame && before.askAt !== null && last.reason === reasonOf(outcome, error);
}

const reasonOf = (outcome: IssuanceOutcome, error: CanonicalError | undefined): string | null =>
  error?.category ?? (outcome === 'PENDING' ? null : outcome);

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
  // Without a number it is a claim that nobody can hand on.
  ISSUED: (before, result, circumstances) => askedAgain(before, { ...result, outcome: 'UNKNOWN' }, circumstances),
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

function issued(
  before: Application,
  { attempt, documents = [], period, policyNumber }: IssuanceResult & { readonly policyNumber: string },
  { isOfferTaken = false, now }: IssuanceCircumstances,
): Application {
  const at = now.toISOString();
  const facts = {
    policyNumber,
    period: period ?? before.expectedPeriod,
    documents: documents.map(announced),
  };
  const isAfterEnd = before.endedAt !== null;
  const status = isAfterEnd ? 'NEEDS_ATTENTION' : 'ISSUED';
  const reason = isAfterEnd ? 'POLICY_AFTER_END' : issuedReason(period, documents);
  const after = withStep(before, { at, status, reason, attempt });
  return { ...after, ...facts, givesWay: isOfferTaken, fault: isAfterEnd ? before.fault : null };
}

/** What the customer should know of how it was found out: the partner's own answer was lost, or there is no document. */
function issuedReason(period: PolicyPeriod | undefined, documents: readonly AnnouncedDocument[]): string | null {
  if (documents.length === 0) return period === undefined ? 'ADOPTED_WITHOUT_DOCUMENTS' : 'WITHOUT_DOCUMENTS';
  return period === undefined ? 'ADOPTED' : null;
}
