import type { PartnerReply } from '@app/contracts';
import type { Clock, WantedQuotes } from '@app/ports';
import type { OperationOf } from '../partner-operations.js';
import type { Asked, AskQuote, QuoteAttempt } from '../policy-step.js';
import type { RetryBudget } from './retry-budget.js';
import { retryWaitMs } from './retry-decision.js';

export interface PartnerCallerParts {
  readonly askOnce: AskQuote;
  readonly operationOf: OperationOf;
  readonly wanted: WantedQuotes;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

export interface CallResult {
  readonly reply: PartnerReply;
  /** Calls that were made: none, when the breaker was open from the start. */
  readonly attempts: number;
}

/**
 * Asks a partner for its quote, again where the policy and the partner's retry budget allow it and the customer still wants it, and
 * returns the last reply; null when the consent was withdrawn before a call was made again.
 */
export class PartnerCaller {
  constructor(private readonly parts: PartnerCallerParts) {}

  async ask(attempt: QuoteAttempt): Promise<CallResult | null> {
    const { askOnce, clock, operationOf, wanted } = this.parts;
    const { budget } = operationOf(attempt.partner);
    let calls = 0;
    for (let attempts = 1; ; attempts += 1) {
      const asked = await askOnce(attempt);
      calls += asked.calls;
      settle(budget, asked, attempts > 1);
      const waitMs = this.waitAfter(asked, attempts, attempt.deadline);
      if (waitMs === null || !budget.take()) return { reply: asked.reply, attempts: calls };
      await clock.sleep(waitMs);
      if (await wanted.isWanted(attempt.call.requestId)) continue;
      budget.giveBack();
      return null;
    }
  }

  /** What no call was made for is final: the step that answered has waited as long as that made sense. */
  private waitAfter({ reply, calls }: Asked<PartnerReply>, attempts: number, deadline: Date): number | null {
    if (reply.outcome !== 'FAILED' || calls === 0) return null;
    const { clock, random } = this.parts;
    return retryWaitMs({ error: reply.error, attempts, now: clock.now(), deadline }, random);
  }
}

/** Answers of the partner fill its budget, and a repeat that was not made has cost nothing. */
function settle(budget: RetryBudget, { calls, reply, verdict }: Asked<PartnerReply>, isRepeat: boolean): void {
  if (reply.outcome === 'ANSWERED' && verdict === 'WELL') budget.succeeded();
  if (isRepeat && calls === 0) budget.giveBack();
}
