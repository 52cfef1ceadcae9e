/**
 * Says when a queue may be polled. Receiving what cannot be worked on now would only bring healthy messages closer to
 * the dead-letter queue; it is left where it is instead. The queue counts as reachable meanwhile.
 */
export interface PollGate {
  /** Most messages that may be in hand at once now; 0: none, and the queue is not polled. `Infinity`: no limit. */
  allows(): number;

  /** Resolves when it allows some again, and no sooner; or at the signal. */
  untilAllowed(signal: AbortSignal): Promise<void>;

  /**
   * Asked for while it allows some, before each poll: aborts when it allows none any more, which ends a long poll that
   * is under way.
   */
  closing(): AbortSignal;
}
