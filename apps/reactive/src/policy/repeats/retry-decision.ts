import { type CanonicalError, fullJitterMs, QUOTE_ERROR_POLICY } from '@app/domain';
import { LEAST_USEFUL_MS } from '../policy-step.js';

export interface FailedAttempt {
  readonly error: CanonicalError;
  /** Attempts made so far, this one included. */
  readonly attempts: number;
  readonly now: Date;
  readonly deadline: Date;
}

const BACKOFF = { baseMs: 200, capMs: 2_000 };

/**
 * How long to wait before the next attempt, in milliseconds; null when there is none: the error is final, its category
 * has no retry left, or the wait would leave no time for a call. What the partner asked for as a pause is kept in full.
 */
export function retryWaitMs({ error, attempts, now, deadline }: FailedAttempt, random: () => number): number | null {
  if (!error.retryable || attempts > QUOTE_ERROR_POLICY[error.category].retries) return null;
  const waitMs = (error.retryAfterMs ?? 0) + fullJitterMs(BACKOFF, attempts, random);
  return now.getTime() + waitMs + LEAST_USEFUL_MS <= deadline.getTime() ? waitMs : null;
}
