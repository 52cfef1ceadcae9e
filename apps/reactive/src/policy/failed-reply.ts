import { type CanonicalError, type ErrorCategory, userMessageKey } from '@app/domain';

/** What every operation of a partner can end with: nothing came of it. */
export interface FailedReply {
  readonly outcome: 'FAILED';
  readonly error: CanonicalError;
}

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
