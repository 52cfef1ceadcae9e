import type { PartnerManifest } from '@app/partner-registry';
import type { Logger } from '@app/platform';
import type { AnswerSink, Clock, PartnerGateway, WantedQuotes } from '@app/ports';
import { AnswerQuoteHandler } from './answer-quote/answer-quote.handler.js';
import { PartnerBreakers } from './answer-quote/policy/circuit-breaker.step.js';
import { PartnerCaller } from './answer-quote/policy/partner-caller.js';
import { withinPartnerTimeout } from './answer-quote/policy/partner-timeout.step.js';
import { behindSteps } from './answer-quote/policy/policy-step.js';
import { whileTimeIsLeft } from './answer-quote/policy/time-left.step.js';

/** What the reactive service is made of: ports and rules. */
export interface ReactiveParts {
  readonly partners: readonly PartnerManifest[];
  readonly gateway: PartnerGateway;
  readonly sink: AnswerSink;
  readonly wanted: WantedQuotes;
  readonly clock: Clock;
  /** New UUIDs. */
  readonly newId: () => string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** The service without its doors. */
export interface Reactive {
  readonly answerQuote: AnswerQuoteHandler;
  readonly breakers: PartnerBreakers;
}

/** Joins the parts. Nothing runs yet. */
export function assemble(parts: ReactiveParts): Reactive {
  const { clock, gateway, logger, partners, random, wanted } = parts;
  const onChange = (partner: string, breaker: string) => logger.warn({ partner, breaker }, 'circuit breaker changed');
  const breakers = new PartnerBreakers(partners, { random, onChange });
  const steps = [whileTimeIsLeft(clock), breakers.step, withinPartnerTimeout(clock)];
  const askOnce = behindSteps(steps, ({ call, deadline, traceparent }) =>
    gateway.quote(call, { deadline, traceparent }),
  );
  const caller = new PartnerCaller({ askOnce, wanted, clock, random });
  return { answerQuote: new AnswerQuoteHandler({ ...parts, caller }), breakers };
}
