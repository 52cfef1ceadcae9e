import type { IssuanceReply, IssuanceRequestedData } from '@app/contracts';
import type { Logger, Sealer } from '@app/platform';
import { type CallLimit, timeOfCall } from '../adapter/time-of-call.js';
import { failure } from '../errors/canonical-failure.js';
import { isForOperators } from '../errors/for-operators.js';
import { type AttemptResult, type AttemptTools, attemptIssuance } from './attempt.js';
import { openOrder } from './open-order.js';
import type { PartnerPolicies, PolicyOrder } from './partner-policies.js';
import { soundSteps } from './sound-steps.js';

export interface IssuanceHandlerParts extends AttemptTools {
  readonly policies: PartnerPolicies;
  readonly sealer: Sealer;
  readonly logger: Logger;
}

export interface IssuanceCall extends CallLimit {
  readonly data: IssuanceRequestedData;
  /** This attempt may have reached the partner before. */
  readonly inquireFirst: boolean;
  readonly traceId: string;
}

function factsOf(reply: IssuanceReply) {
  if (!('error' in reply)) return { outcome: reply.outcome };
  const { category, partnerCode, messageForOps } = reply.error;
  return { outcome: reply.outcome, category, code: partnerCode, why: messageForOps };
}

/** One attempt at a policy, whatever the partner: opens the order, tries and inquires, lets only sound replies out. */
export class IssuanceHandler {
  constructor(private readonly parts: IssuanceHandlerParts) {}

  async handle(call: IssuanceCall): Promise<IssuanceReply> {
    const { clock, logger } = this.parts;
    const { applicationId, partner, attempt } = call.data;
    const startedAt = clock.now().getTime();
    const { reply, steps } = await this.attempt(call);
    const tookMs = clock.now().getTime() - startedAt;
    const facts = { applicationId, partner, attempt, ...factsOf(reply), tries: steps, tookMs, trace: call.traceId };
    logger['error' in reply && isForOperators(reply.error) ? 'error' : 'info'](facts, 'issuance call');
    return reply;
  }

  private async attempt(call: IssuanceCall): Promise<AttemptResult> {
    const { sealer, logger } = this.parts;
    const opened = await openOrder(call.data, sealer);
    if (opened.ok) return this.try(opened.value, call);
    // Our own mistake: the partner has refused nothing, and a repeat of the same bytes changes nothing.
    logger.error({ applicationId: call.data.applicationId, why: opened.error }, 'an order could not be opened');
    return { reply: { outcome: 'FAILED', error: failure('PROTOCOL', opened.error) }, steps: 0 };
  }

  private async try(order: PolicyOrder, call: IssuanceCall): Promise<AttemptResult> {
    const { policies, clock, logger } = this.parts;
    const time = timeOfCall(call, clock);
    const inquireFirst = call.inquireFirst || call.data.attempt > 1;
    try {
      const steps = soundSteps(policies, order, logger);
      return await attemptIssuance(steps, this.parts, { inquireFirst, signal: time.signal });
    } finally {
      time.end();
    }
  }
}
