import type { CanonicalError, ErrorCategory } from '../canonical-error.js';

/** Where an application stands (http-api.md, 'Applications'). */
export const APPLICATION_STATUSES = [
  'SUBMITTED',
  'PENDING_PARTNER',
  'OUTCOME_UNKNOWN',
  'PRICE_CHANGED',
  'ISSUED',
  'REJECTED',
  'EXPIRED',
  'NEEDS_ATTENTION',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Calendar days in India, both inclusive. */
export interface PolicyPeriod {
  readonly from: string;
  readonly to: string;
}

/** Why a step was taken, where no category of canonical-model.md §7 says it. */
type StepWord =
  | 'ADOPTED'
  | 'ADOPTED_WITHOUT_DOCUMENTS'
  | 'ANOTHER_POLICY'
  | 'DOCUMENTS_ANNOUNCED'
  | 'FAILED'
  | 'LASTED_TOO_LONG'
  | 'MARKED_BY_OPERATOR'
  | 'NOT_ACCEPTED_IN_TIME'
  | 'POLICY_AFTER_END'
  | 'PRICE_ACCEPTED'
  | 'REFUNDED'
  | 'REJECTED_BY_OPERATOR'
  | 'RESUBMITTED'
  | 'RETRIES_EXHAUSTED'
  | 'UNKNOWN'
  | 'WITHOUT_DOCUMENTS';

/** Never a partner's text. */
export type StepReason = ErrorCategory | StepWord;

/** One step of its history. */
export interface ApplicationEvent {
  readonly at: string;
  readonly status: ApplicationStatus;
  readonly attempt: number;
  /** Null where nothing is to be said. */
  readonly reason: StepReason | null;
}

/** Money that the customer has paid for it. The reference itself is sealed and stands elsewhere. */
export interface ApplicationPayment {
  readonly amountMinor: number;
  readonly status: 'HELD' | 'REFUND_DUE' | 'REFUNDED';
}

/** A price that waits for the customer's word. */
export interface PriceChange {
  readonly previousTotalMinor: number;
  readonly newTotalMinor: number;
  /** What has to be paid to accept: the new total, or the new first instalment. */
  readonly newDueMinor: number;
  readonly decideBy: string;
}

/** A document that the partner has made; its bytes are kept once `sha256` is known. */
export interface ApplicationDocument {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly sha256: string | null;
}

/** The root cause of the last failure, for operators. */
export type ApplicationFault = Pick<CanonicalError, 'category' | 'partnerCode' | 'messageForOps'>;

/** A customer's choice of one offer, on its way to a policy. Instants are RFC 3339, money is in the minor unit. */
export interface Application {
  readonly id: string;
  readonly clientId: string;
  readonly quoteRequestId: string;
  readonly offerId: string;
  readonly partner: string;
  readonly productLine: string;
  readonly partnerQuoteRef: string;
  readonly planCode: string;
  readonly createdAt: string;
  readonly offerValidUntil: string;
  /** SHA-256 of the offer as canonical JSON, in hex: what it was that the customer chose. */
  readonly offerSnapshot: string;
  /** Every change raises it by one. */
  readonly version: number;
  readonly status: ApplicationStatus;
  readonly statusSince: string;
  /** The price that the customer has accepted, and what is paid of it at issuance. */
  readonly totalMinor: number;
  readonly dueMinor: number;
  readonly currency: string;
  readonly policyNumber: string | null;
  readonly period: PolicyPeriod | null;
  /** From the offer: for a policy whose answer was lost (partners.md 0.6b). */
  readonly expectedPeriod: PolicyPeriod;
  readonly priceChange: PriceChange | null;
  readonly payments: readonly ApplicationPayment[];
  readonly documents: readonly ApplicationDocument[];
  /** How often the partner's integration was asked to see to it. What an earlier one brings is over, but for a policy. */
  readonly attempt: number;
  /** How often the partner's key changed: a price was accepted, or an operator resubmitted after a definite refusal. */
  readonly acceptances: number;
  /** The partner has stored a refusal under the present key: a repeat would get it for ever. */
  readonly isKeySpent: boolean;
  /** When the present price was submitted. */
  readonly submittedAt: string;
  /** How often the partner was asked what became of it. */
  readonly asks: number;
  /** When it is asked again; null when nobody is going to. */
  readonly askAt: string | null;
  /** When it ended without a policy for the first time. */
  readonly endedAt: string | null;
  /** The customer had applied for its offer anew before a policy came of it after all. */
  readonly givesWay: boolean;
  readonly fault: ApplicationFault | null;
  readonly events: readonly ApplicationEvent[];
}

/** What is known when the customer applies. */
export type NewApplicationFacts = Pick<
  Application,
  | 'id'
  | 'clientId'
  | 'quoteRequestId'
  | 'offerId'
  | 'partner'
  | 'productLine'
  | 'partnerQuoteRef'
  | 'planCode'
  | 'offerValidUntil'
  | 'offerSnapshot'
  | 'totalMinor'
  | 'dueMinor'
  | 'currency'
  | 'expectedPeriod'
>;

/** Money that goes back, or went back: what is due first. */
export interface Refund {
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: 'DUE' | 'REFUNDED';
}

const WAITING: ReadonlySet<ApplicationStatus> = new Set(['SUBMITTED', 'PENDING_PARTNER', 'OUTCOME_UNKNOWN']);

/** Whether the partner's word is awaited. */
export const isWaiting = ({ status }: Pick<Application, 'status'>): boolean => WAITING.has(status);

/**
 * Whether it keeps others from applying for its offer: until it has ended, and again with a policy after the end, unless
 * it gives way.
 */
export const isLive = ({ givesWay, status }: Pick<Application, 'givesWay' | 'status'>): boolean =>
  status === 'ISSUED' || (status !== 'REJECTED' && status !== 'EXPIRED' && !givesWay);

/** Whether there is a policy: one that stands, or one that came after the end and waits for somebody's decision. */
export const hasPolicy = ({ policyNumber, status }: Pick<Application, 'policyNumber' | 'status'>): boolean =>
  policyNumber !== null && (status === 'ISSUED' || status === 'NEEDS_ATTENTION');

/** Whether this attempt still has something to do: the partner's word, or documents, are missing. */
export function isAttemptWanted(application: Application, attempt: number): boolean {
  if (attempt !== application.attempt) return false;
  return isWaiting(application) || (hasPolicy(application) && lacksDocuments(application));
}

const lacksDocuments = ({ documents }: Application): boolean => documents.some(({ sha256 }) => sha256 === null);

/** What the customer gets back; null when nothing is or was due. */
export function refundOf({ payments, currency }: Application): Refund | null {
  for (const [paid, status] of [
    ['REFUND_DUE', 'DUE'],
    ['REFUNDED', 'REFUNDED'],
  ] as const) {
    const those = payments.filter((payment) => payment.status === paid);
    const amountMinor = those.reduce((sum, payment) => sum + payment.amountMinor, 0);
    if (those.length > 0) return { amountMinor, currency, status };
  }
  return null;
}
