import { type CanonicalError, type ErrorCategory, userMessageKey } from '@app/domain';

export interface FailureDetails {
  /** The same call may succeed later, unchanged. False by default. */
  readonly retryable?: boolean;
  readonly partnerCode?: string | undefined;
  readonly httpStatus?: number;
  readonly retryAfterMs?: number | undefined;
}

const MESSAGE_LIMIT = 1_000;

/**
 * A canonical error. `messageForOps` is ours: codes and field names, never a partner's text, a value, a URL or a secret.
 */
export function failure(
  category: ErrorCategory,
  messageForOps: string,
  { retryable = false, partnerCode, httpStatus, retryAfterMs }: FailureDetails = {},
): CanonicalError {
  return {
    category,
    retryable,
    partnerCode: partnerCode ?? null,
    messageForOps: messageForOps.slice(0, MESSAGE_LIMIT),
    messageKeyForUser: userMessageKey(category),
    // One call of an adapter; whoever repeats the call counts on.
    attempts: 1,
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
