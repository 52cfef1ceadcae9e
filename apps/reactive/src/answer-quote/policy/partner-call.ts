import type { Clock, PartnerGateway } from '@app/ports';
import { verdictOn } from './breaker/call-verdict.js';
import type { PartnerOperations } from './partner-operations.js';
import { type AskOnce, LEAST_USEFUL_MS, noTimeLeft } from './policy-step.js';

export interface PartnerCallParts {
  readonly gateway: PartnerGateway;
  readonly operations: PartnerOperations;
  readonly clock: Clock;
}

const isGivenUp = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/**
 * The call itself, which ends after the partner's own timeout or when the time is up, whichever comes first. The steps
 * before may have waited: what could not be used any more is not asked for.
 */
export const callPartner =
  ({ gateway, operations, clock }: PartnerCallParts): AskOnce =>
  async ({ partner, call, deadline, traceparent, signal, onCall }) => {
    const operation = operations.of(partner);
    const startedAt = clock.now().getTime();
    const leftMs = deadline.getTime() - startedAt;
    if (leftMs < LEAST_USEFUL_MS || isGivenUp(signal)) return noTimeLeft();
    onCall?.();
    const timeoutMs = Math.min(operation.settings.timeoutMs, leftMs);
    const options = { deadline, timeoutMs, traceparent, ...(signal && { signal }) };
    const reply = await gateway.quote(call, options);
    const verdict = isGivenUp(signal) ? 'SAYS_NOTHING' : verdictOn(reply, timeoutMs, operation.settings.timeoutMs);
    operation.ended({ reply, verdict, tookMs: clock.now().getTime() - startedAt });
    return { reply, calls: 1, verdict };
  };
