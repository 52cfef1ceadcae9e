import type { PartnerReply } from '@app/contracts';
import { type CanonicalError, type ErrorCategory, userMessageKey } from '@app/domain';

export type FailedReply = Extract<PartnerReply, { outcome: 'FAILED' }>;

/** A failure on our way to the partner's integration service. `messageForOps` is ours: no body, no URL, no secret. */
export function failedReply(
  category: ErrorCategory,
  messageForOps: string,
  details: Pick<CanonicalError, 'retryable' | 'httpStatus'> = { retryable: false },
): FailedReply {
  const error = {
    category,
    partnerCode: null,
    messageForOps,
    messageKeyForUser: userMessageKey(category),
    attempts: 1,
  };
  return { outcome: 'FAILED', error: { ...error, ...details } };
}
