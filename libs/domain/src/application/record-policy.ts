import { type Application, hasPolicy, type PolicyPeriod, type StepReason } from './application.js';
import { type Circumstances, withStep } from './application-steps.js';
import type { AnnouncedDocument, IssuanceResult } from './issuance-result.js';

/** `isOfferTaken`: the customer has applied for its offer anew, so that it cannot stand beside that one. */
export interface IssuanceCircumstances extends Circumstances {
  readonly isOfferTaken?: boolean;
}

/** What one attempt brought, where it names a policy. */
export interface NamedPolicy extends Pick<IssuanceResult, 'attempt' | 'documents' | 'period'> {
  readonly policyNumber: string;
}

/**
 * The application with a policy that the partner names; the same object when it was known. Of two the first stays: a
 * second one must never be, and is somebody's to cancel.
 */
export function recordPolicy(
  before: Application,
  policy: NamedPolicy,
  circumstances: IssuanceCircumstances,
): Application {
  if (before.policyNumber === null) return issued(before, policy, circumstances);
  return before.policyNumber === policy.policyNumber
    ? toldAgain(before, policy, circumstances)
    : anotherNamed(before, policy, circumstances);
}

/** In the history of an application whose partner has named a second policy for it. */
export const ANOTHER_POLICY = 'ANOTHER_POLICY' satisfies StepReason;

function anotherNamed(
  before: Application,
  { attempt, policyNumber }: NamedPolicy,
  { now }: Circumstances,
): Application {
  const messageForOps = `the partner has named another policy beside the first: ${policyNumber}`;
  if (before.fault?.messageForOps === messageForOps) return before;
  const step = { at: now.toISOString(), status: before.status, attempt, reason: ANOTHER_POLICY } as const;
  return { ...withStep(before, step), fault: { category: 'DUPLICATE', partnerCode: null, messageForOps } };
}

/** One that was adopted without documents may be told of once more, by the answer that was believed lost. */
function toldAgain(
  before: Application,
  { attempt, documents = [], period }: NamedPolicy,
  { now }: Circumstances,
): Application {
  if (documents.length === 0 || before.documents.length > 0 || !hasPolicy(before)) return before;
  const step = { at: now.toISOString(), status: before.status, attempt, reason: 'DOCUMENTS_ANNOUNCED' } as const;
  const after = withStep(before, step);
  return { ...after, period: period ?? before.period, documents: documents.map(announced) };
}

const announced = (document: AnnouncedDocument) => ({ ...document, sha256: null });

function issued(
  before: Application,
  { attempt, documents = [], period, policyNumber }: NamedPolicy,
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
function issuedReason(period: PolicyPeriod | undefined, documents: readonly AnnouncedDocument[]): StepReason | null {
  if (documents.length === 0) return period === undefined ? 'ADOPTED_WITHOUT_DOCUMENTS' : 'WITHOUT_DOCUMENTS';
  return period === undefined ? 'ADOPTED' : null;
}
