import type { Result } from '@app/domain';

/** What a partner allows over all our replicas; null where it sets no limit. */
export interface CallLimits {
  readonly rateLimit: { readonly requests: number; readonly windowMs: number } | null;
  /** Calls that may be open at once. */
  readonly sessions: number | null;
}

export interface CallToAdmit {
  /** How many requests the partner will count: usually 1, more for a batch, 0 for what it does not count. */
  readonly requests: number;
  /** The call has surely ended by then, even if nobody says so. */
  readonly holdMs: number;
}

/** A call that may start now. */
export interface Lease {
  /** The call has ended: its session is free. The request stays counted. Never throws; a second time changes nothing. */
  release(): void;
}

/** Why a call may not start now. */
export interface NotNow {
  /** `RATE`: nothing changes before `retryAfterMs`. `SESSIONS`: a session ends by then, or sooner. */
  readonly full: 'RATE' | 'SESSIONS';
  readonly retryAfterMs: number;
}

/**
 * The limits of one partner. Answers at once: waiting is the business of whoever asks.
 *
 * Obligations, over all holders of the same limits and by the limiter's own clock: no window of `windowMs` ever holds
 * more than `requests` admitted requests, and no more than `sessions` leases are open. Asking and counting are one step.
 * A batch that is larger than the limit starts in an empty window. A refused call counts nothing. The lease of a holder that was killed ends by itself after `holdMs`. Rejects only when
 * the limiter cannot be reached; it is then unknown whether the call was counted.
 */
export interface CallLimiter {
  acquire(call: CallToAdmit): Promise<Result<Lease, NotNow>>;
}
