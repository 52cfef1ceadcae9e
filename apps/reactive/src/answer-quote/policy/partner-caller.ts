import type { PartnerReply } from '@app/contracts';
import type { Clock, WantedQuotes } from '@app/ports';
import type { AskOnce, QuoteAttempt } from './policy-step.js';
import { retryWaitMs } from './retry-decision.js';

export interface PartnerCallerParts {
  readonly askOnce: AskOnce;
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
 * Asks a partner, again where the policy allows it and the customer still wants it, and returns the last reply; null
 * when the consent was withdrawn before a call was made again.
 */
export class PartnerCaller {
  constructor(private readonly parts: PartnerCallerParts) {}

  async ask(attempt: QuoteAttempt): Promise<CallResult | null> {
    const { askOnce, clock, wanted } = this.parts;
    for (let attempts = 1; ; attempts += 1) {
      const reply = await askOnce(attempt);
      const waitMs = this.waitAfter(reply, attempts, attempt.deadline);
      if (waitMs === null) return { reply, attempts: wasCalled(reply) ? attempts : attempts - 1 };
      await clock.sleep(waitMs);
      if (!(await wanted.isWanted(attempt.call.requestId))) return null;
    }
  }

  private waitAfter(reply: PartnerReply, attempts: number, deadline: Date): number | null {
    if (reply.outcome !== 'FAILED') return null;
    const { clock, random } = this.parts;
    return retryWaitMs({ error: reply.error, attempts, now: clock.now(), deadline }, random);
  }
}

const wasCalled = (reply: PartnerReply): boolean =>
  reply.outcome !== 'FAILED' || reply.error.category !== 'CIRCUIT_OPEN';
