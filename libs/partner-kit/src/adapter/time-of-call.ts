import type { Clock } from '@app/ports';
import { LimitedTime } from '../limits/call-time.js';

/** How long a call to us may take. */
export interface CallLimit {
  /** After this nobody waits any more. Undefined: when the partner has had its time. */
  readonly deadline: Date | undefined;
  /** What the partner may take in all, in milliseconds; undefined: up to the deadline. */
  readonly timeoutMs: number | undefined;
  /** Aborts when the caller has gone. */
  readonly caller: AbortSignal;
}

/** Where a caller says nothing of its time. */
const WITHIN_MS = 30_000;
/** Kept back from the time left, so that the reply arrives before its reader stops waiting. */
const REPLY_TAKES_MS = 50;

/** The time of a call, to be ended when the call is done. */
export function timeOfCall({ deadline, timeoutMs, caller }: CallLimit, clock: Clock): LimitedTime {
  const latest = deadline?.getTime() ?? clock.now().getTime() + (timeoutMs ?? WITHIN_MS);
  return new LimitedTime({ clock, deadline: new Date(latest - REPLY_TAKES_MS), timeoutMs, caller });
}
