import type { ApplicationView } from '@app/contracts';
import type { ErrorCategory, StepReason } from '@app/domain';

type Step = ApplicationView['events'][number];

/** What a state means where no reason is given. */
const STATES: Readonly<Record<Step['status'], string>> = {
  SUBMITTED: 'on its way to the insurer',
  PENDING_PARTNER: 'the insurer has it and takes its time; it is asked again',
  OUTCOME_UNKNOWN: 'nobody can say yet whether the insurer took it; it is asked before anything is repeated',
  PRICE_CHANGED: 'the insurer wants another price; nothing is issued unless it is accepted',
  ISSUED: 'the policy is there',
  REJECTED: 'the insurer does not insure this',
  EXPIRED: 'the offer has ended',
  NEEDS_ATTENTION: 'somebody has to look at it',
};

const CATEGORIES: Readonly<Record<ErrorCategory, string>> = {
  VALIDATION: 'the insurer does not take these details',
  UNSUPPORTED: 'the insurer does not insure this',
  AUTHENTICATION: 'the insurer did not let us in',
  AUTHORIZATION: 'the insurer does not allow us this',
  RATE_LIMITED: 'the insurer asked us to slow down',
  UNAVAILABLE: 'the insurer could not be reached',
  TIMEOUT: 'the insurer did not answer in time',
  PROTOCOL: 'the insurer gave an answer that nobody understands',
  PARTNER_INTERNAL: 'something broke at the insurer',
  CIRCUIT_OPEN: 'the insurer is left alone for a while',
  NOT_FOUND: 'the insurer does not know the quote any more',
  QUOTE_EXPIRED: 'the insurer says that the offer has ended',
  PRICE_CHANGED: 'the insurer wants another price, and does not say which',
  PAYMENT_MISMATCH: 'the insurer does not find the payment right',
  DUPLICATE: 'the insurer says that there is a policy already',
  UNDERWRITING: 'the insurer has looked at it and says no',
};

const REASONS: Readonly<Record<StepReason, string>> = {
  ...CATEGORIES,
  UNKNOWN: 'the answer got lost',
  FAILED: 'the insurer did not take it',
  PRICE_ACCEPTED: 'the new price is accepted; on its way to the insurer again',
  RESUBMITTED: 'an operator sent it again',
  MARKED_BY_OPERATOR: 'an operator found the policy',
  REJECTED_BY_OPERATOR: 'an operator ended it',
  REFUNDED: 'the money has gone back',
  ANOTHER_POLICY: 'the insurer has named another policy as well',
  DOCUMENTS_ANNOUNCED: 'the insurer has made the documents',
  ADOPTED: 'the policy was there already: its answer had been lost',
  ADOPTED_WITHOUT_DOCUMENTS: 'the policy was there already: its answer had been lost, and with it the documents',
  WITHOUT_DOCUMENTS: 'the policy is there, the insurer has made no documents',
  NOT_ACCEPTED_IN_TIME: 'nobody accepted the new price in time',
  LASTED_TOO_LONG: 'the insurer has left it open for too long',
  RETRIES_EXHAUSTED: 'it failed as often as it may',
  POLICY_AFTER_END: 'a policy turned up after the end',
};

const isKnown = (reason: string): reason is StepReason => Object.hasOwn(REASONS, reason);

/** A step in words; a reason that is newer than this is shown as it is, beside its state. */
export function stepWords({ status, reason }: Pick<Step, 'status' | 'reason'>): string {
  if (reason === null) return STATES[status];
  const words = isKnown(reason) ? REASONS[reason] : reason;
  const saysAll = status !== 'OUTCOME_UNKNOWN' && status !== 'NEEDS_ATTENTION';
  return saysAll ? words : `${words}: ${STATES[status]}`;
}
