import { type PartnerReply, partnerReply } from '@app/contracts';
import type { CanonicalError, PartnerAnswer } from '@app/domain';
import { PARTNERS } from '@app/partner-registry';
import { createLogger } from '@app/platform';
import type { AnswerSink, MessageOutcome, PartnerCallOptions, PartnerGateway, WantedQuotes } from '@app/ports';
import { canonicalRequestOf, ManualClock, offer } from '@app/testing';
import { assemble } from '../assemble.js';
import { FleetInMemory } from './fleet-in-memory.js';
import { quoteRequestedEvent } from './quote-requested-event.js';
import { WithoutPolicies, withoutIssuance } from './without-policies.js';

export const quoted = answered({ error: null });

export function answered(changes: { readonly error: CanonicalError | null }): PartnerReply {
  return partnerReply.parse({ outcome: 'ANSWERED', status: 'QUOTED', offers: [offer()], declines: [], ...changes });
}

class SinkInMemory implements AnswerSink {
  readonly posted: PartnerAnswer[] = [];
  readonly failures: Error[] = [];

  async post(answer: PartnerAnswer): Promise<void> {
    this.posted.push(answer);
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
  }
}

class PartnerInMemory extends WithoutPolicies implements PartnerGateway {
  readonly calls: PartnerCallOptions[] = [];
  reply: () => PartnerReply = () => quoted;

  async quote(_: unknown, options: PartnerCallOptions): Promise<PartnerReply> {
    this.calls.push(options);
    return this.reply();
  }
}

class WantedInMemory implements WantedQuotes {
  readonly asked: string[] = [];
  readonly withdrawn = new Set<string>();

  async isWanted(requestId: string): Promise<boolean> {
    this.asked.push(requestId);
    return !this.withdrawn.has(requestId);
  }
}

/** The service without its doors, and everything around it in memory. */
export function answeringInMemory() {
  const [clock, sink, partner, wanted] = [
    new ManualClock(),
    new SinkInMemory(),
    new PartnerInMemory(),
    new WantedInMemory(),
  ];
  const log: string[] = [];
  let ids = 0;
  const parts = {
    partners: PARTNERS,
    gateway: partner,
    sink,
    wanted,
    issuanceCallback: withoutIssuance,
    stopping: new AbortController().signal,
    fleet: new FleetInMemory(),
    replica: { replicaId: 'replica-1', service: 'reactive/motor' },
    hedgeQuotes: false,
    clock,
    newId: () => `answer-${++ids}`,
    random: () => 0.5,
    logger: createLogger('test', 'trace', { write: (line) => log.push(line) }),
  };
  return {
    clock,
    sink,
    partner,
    wanted,
    /** Every line that was logged. */
    log,
    /** An event that asks for a quote, written now. */
    requested: () => quoteRequestedEvent(canonicalRequestOf({ createdAt: clock.now() })),
    async handle(event: unknown, callsUntil?: Date): Promise<MessageOutcome> {
      return assemble(parts).answerQuote.handle(event, callsUntil);
    },
  };
}

export type AnsweringInMemory = ReturnType<typeof answeringInMemory>;
