import type { PartnerReply, QuoteRequestedData } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';
import { findPartner, type OperationSettings, type PartnerManifest } from '@app/partner-registry';
import type { Clock, PartnerCallOptions, PartnerGateway } from '@app/ports';
import { canonicalErrorOf, canonicalRequestOf, type ManualClock } from '@app/testing';
import type { QuoteAttempt } from '../policy/policy-step.js';
import { quoteRequestedEvent } from './quote-requested-event.js';
import { WithoutPolicies } from './without-policies.js';

type BreakerSettings = OperationSettings['breaker'];
export type SettingsOfPartner = Partial<Omit<OperationSettings, 'breaker'>> & {
  readonly breaker?: Partial<BreakerSettings>;
};

/** A partner of the registry, with other settings for its quotes. */
export function partnerWith({ breaker, ...changes }: SettingsOfPartner = {}): PartnerManifest {
  const partner = findPartner('acme-general');
  if (partner === undefined) throw new Error('the registry lost acme-general');
  const { quote } = partner.operations;
  const settings = { ...quote, ...changes, breaker: { ...quote.breaker, ...breaker } };
  return { ...partner, operations: { ...partner.operations, quote: settings } };
}

/** An attempt that begins now, with that much time. */
export function attemptAt(clock: Clock, leftMs = 20_000, partner = partnerWith()): QuoteAttempt {
  const { data, traceparent } = quoteRequestedEvent(canonicalRequestOf({ createdAt: clock.now() }));
  return { partner, call: data, deadline: new Date(clock.now().getTime() + leftMs), traceparent };
}

export const declinedReply: PartnerReply = {
  outcome: 'ANSWERED',
  status: 'DECLINED',
  offers: [],
  declines: [],
  error: null,
};

/** A failure of the partner, with a code of its own. */
export const failureReply = (
  category: ErrorCategory,
  changes: { retryable?: boolean; retryAfterMs?: number } = {},
) => ({
  outcome: 'FAILED' as const,
  error: canonicalErrorOf({ category, retryable: false, partnerCode: 'A-1', ...changes }),
});

/** What the partner does with a call; `HANGS`: nothing. */
export type Behaviour = { readonly afterMs: number; readonly reply: PartnerReply } | 'HANGS';

export interface SeenCall {
  /** In epoch milliseconds. */
  readonly at: number;
  readonly options: PartnerCallOptions;
}

/** A partner that behaves as it is told, in the time of a clock, behind an adapter that ends its calls in time. */
export class PartnerOnClock extends WithoutPolicies implements PartnerGateway {
  readonly calls: SeenCall[] = [];
  inFlight = 0;
  mostInFlight = 0;
  behaviour: (call: number) => Behaviour = () => ({ afterMs: 0, reply: declinedReply });

  constructor(private readonly clock: Clock) {
    super();
  }

  async quote(_: QuoteRequestedData, options: PartnerCallOptions): Promise<PartnerReply> {
    const at = this.clock.now().getTime();
    this.calls.push({ at, options });
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    const behaviour = this.behaviour(this.calls.length);
    const limitMs = Math.min(options.timeoutMs, options.deadline.getTime() - at);
    const answers = behaviour !== 'HANGS' && behaviour.afterMs <= limitMs;
    await this.clock.sleep(answers ? behaviour.afterMs : limitMs, options.signal);
    this.inFlight -= 1;
    const isGivenUp = options.signal?.aborted === true;
    return answers && !isGivenUp ? behaviour.reply : failureReply('TIMEOUT', { retryable: true });
  }
}

/** Lets everything that can go on now go on. */
export const moment = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Moves the clock on in steps, and lets everything happen in between. */
export async function passTime(clock: ManualClock, ms: number, stepMs = 100): Promise<void> {
  await moment();
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.advance(Math.min(stepMs, ms - passed));
    await moment();
  }
}
