import { WAITING_ALLOWANCE_MS } from '@app/contracts';
import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import type { CallLimiter, Clock, Lease, NotNow } from '@app/ports';
import { failure } from '../errors/canonical-failure.js';
import { timedOut } from '../http/transport-failure.js';
import { CallQueue } from './call-queue.js';
import { type CallTime, timeOf } from './call-time.js';

/** Waiting eats the time up to the deadline: a quarter of what is left, and never more than this. */
const LONGEST_WAIT_MS = 2_000;
const LARGEST_SHARE = 1 / 4;
/** What the steps of one quote call may wait in all. The rest of the allowance is for the reply to arrive. */
const LONGEST_WAITS_MS = WAITING_ALLOWANCE_MS - 500;
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

/** When a call has surely ended, and later than what it is not worth starting, both in epoch milliseconds. */
function limitsOf(time: CallTime | undefined, now: number): { endsBy: number; startBy: number } {
  if (time === undefined) return { endsBy: now + LONGEST_CALL_MS, startBy: now + LONGEST_WAIT_MS };
  const share = (time.endsBy - now) * LARGEST_SHARE;
  const waitMs = Math.max(0, Math.min(LONGEST_WAIT_MS, share, LONGEST_WAITS_MS - time.waitedMs()));
  return { endsBy: Math.min(time.endsBy, now + waitMs + time.leftMs()), startBy: now + waitMs };
}

/**
 * What every call passes on its way to the partner: a short wait for its turn is made here, a long one is refused at once
 * as `RATE_LIMITED` with the time to come back, so that no call is burnt and no time is lost. While a call waits, its
 * partner's clock stands still.
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
    const time = timeOf(signal);
    const goOn = time?.standStill();
    try {
      const { endsBy, startBy } = limitsOf(time, this.clock.now().getTime());
      const queue = requests === 0 ? this.uncounted : this.counted;
      const turn = await queue.turn({ requests, endsBy: endsBy + CLOSING_TAKES_MS, startBy, signal });
      if (turn.ok) return ok(turn.value);
      return refused(turn.error === 'GONE' ? timedOut() : rateLimited(turn.error));
    } finally {
      goOn?.();
    }
  }
}
