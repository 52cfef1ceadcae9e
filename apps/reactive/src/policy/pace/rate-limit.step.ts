import type { Clock } from '@app/ports';
import type { OperationOf } from '../partner-operations.js';
import { type AnyReply, type Asked, failureOf, type PolicyStep } from '../policy-step.js';

/** How long the reply asks to leave the partner alone, in milliseconds; 0 when it does not. */
function pauseAskedFor({ reply, calls }: Asked<AnyReply>): number {
  const failure = failureOf(reply);
  return calls > 0 && failure?.category === 'RATE_LIMITED' ? (failure.retryAfterMs ?? 0) : 0;
}

/**
 * The limits themselves are kept by the integration services. What this step knows is when one of them, or the partner,
 * last said how long to leave it alone: until then calls wait, or are answered `RATE_LIMITED` with the time to come back
 * where that would leave them no time.
 */
export const whenNotPaused =
  (operationOf: OperationOf, clock: Clock): PolicyStep =>
  (next) =>
  async (attempt) => {
    const operation = operationOf(attempt.partner);
    // The pause may grow while somebody waits for its end.
    for (let leftMs = operation.pause.leftMs(); leftMs > 0; leftMs = operation.pause.leftMs()) {
      const refusal = operation.insteadOfPause(attempt);
      if (refusal !== null) return refusal;
      await clock.sleep(leftMs, attempt.signal);
      if (attempt.signal?.aborted === true) break;
    }
    const asked = await next(attempt);
    const pauseMs = pauseAskedFor(asked);
    if (pauseMs > 0) operation.leaveAloneFor(pauseMs);
    return asked;
  };
