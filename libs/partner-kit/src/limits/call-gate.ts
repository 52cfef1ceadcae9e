import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import type { CallLimiter, Clock, Lease, NotNow } from '@app/ports';
import { failure } from '../errors/canonical-failure.js';
import { timedOut } from '../http/transport-failure.js';
import { deadlineOf } from './call-deadline.js';
import { CallQueue } from './call-queue.js';

/** Waiting eats the time that the partner gets for its answer: a quarter of what is left, and never more than this. */
const LONGEST_WAIT_MS = 2_000;
const LARGEST_SHARE = 1 / 4;
/** For a call whose signal cannot tell when it ends. */
const LONGEST_CALL_MS = 60_000;
/** A call that its signal ended takes a moment to reach the partner as a closed connection. */
const CLOSING_TAKES_MS = 1_000;
/** A partner whose sessions are all taken wants to be left alone that long (partners.md D.4, rc 98). */
const ASK_FOR_SESSION_AFTER_MS = 1_000;

function rateLimited({ full, retryAfterMs }: NotNow): CanonicalError {
  const isRate = full === 'RATE';
  return failure('RATE_LIMITED', isRate ? 'held back by our own rate limit' : 'held back: all sessions are taken', {
    retryable: true,
    retryAfterMs: isRate ? Math.ceil(retryAfterMs) : ASK_FOR_SESSION_AFTER_MS,
  });
}

/**
 * What every call passes on its way to the partner: a short wait for its turn is made here, a long one is refused at once
 * as `RATE_LIMITED` with the time to come back, so that no call is burnt and no time is lost.
 */
export class CallGate {
  private readonly counted: CallQueue;
  /** What the rate limit leaves out does not wait behind what it holds back. */
  private readonly uncounted: CallQueue;

  constructor(
    limiter: CallLimiter,
    private readonly clock: Clock,
  ) {
    this.counted = new CallQueue(limiter, clock);
    this.uncounted = new CallQueue(limiter, clock);
  }

  /** A call that the partner counts as that many requests. Its lease is released when the exchange has ended. */
  async admit(requests: number, signal: AbortSignal): Promise<Result<Lease, CanonicalError>> {
    const now = this.clock.now().getTime();
    const endsBy = deadlineOf(signal)?.getTime() ?? now + LONGEST_CALL_MS;
    const startBy = now + Math.min(LONGEST_WAIT_MS, (endsBy - now) * LARGEST_SHARE);
    const queue = requests === 0 ? this.uncounted : this.counted;
    const turn = await queue.turn({ requests, endsBy: endsBy + CLOSING_TAKES_MS, startBy, signal });
    if (turn.ok) return ok(turn.value);
    return refused(turn.error === 'GONE' ? timedOut() : rateLimited(turn.error));
  }
}
