import type { Clock, PartnerCallOptions } from '@app/ports';
import type { CallVerdict } from './breaker/call-verdict.js';
import type { OperationOf } from './partner-operations.js';
import { type AnyReply, type AskOnce, LEAST_USEFUL_MS, noTimeLeft } from './policy-step.js';

export interface PartnerCallParts<Call, Reply extends AnyReply> {
  readonly send: (call: Call, options: PartnerCallOptions) => Promise<Reply>;
  /** `gaveMs` is what the deadline had left for the call, `timeoutMs` what the partner may take. */
  readonly verdictOn: (reply: Reply, gaveMs: number, timeoutMs: number) => CallVerdict;
  readonly operationOf: OperationOf;
  readonly clock: Clock;
}

const isGivenUp = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/**
 * The call itself, which ends after the partner's own timeout or when the time is up, whichever comes first. The steps
 * before may have waited: what could not be used any more is not asked for.
 */
export const callPartner =
  <Call, Reply extends AnyReply>({
    send,
    verdictOn,
    operationOf,
    clock,
  }: PartnerCallParts<Call, Reply>): AskOnce<Call, Reply> =>
  async ({ partner, call, deadline, traceparent, signal, onCall }) => {
    const operation = operationOf(partner);
    const startedAt = clock.now().getTime();
    const leftMs = deadline.getTime() - startedAt;
    if (leftMs < LEAST_USEFUL_MS || isGivenUp(signal)) return noTimeLeft();
    onCall?.();
    const timeoutMs = Math.min(operation.settings.timeoutMs, leftMs);
    const reply = await send(call, { deadline, timeoutMs, traceparent, ...(signal && { signal }) });
    const verdict = isGivenUp(signal) ? 'SAYS_NOTHING' : verdictOn(reply, timeoutMs, operation.settings.timeoutMs);
    operation.ended({ reply, verdict, tookMs: clock.now().getTime() - startedAt });
    return { reply, calls: 1, verdict };
  };
