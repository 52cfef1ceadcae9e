import type { PartnerReply } from '@app/contracts';
import { QUOTE_ERROR_POLICY } from '@app/domain';
import type { PartnerManifest } from '@app/partner-registry';
import CircuitBreaker from 'opossum';
import { type FailedReply, failedReply } from '../failed-reply.js';

/** Carries a failure that says that the partner is ill past the breaker, which counts nothing but rejections. */
class PartnerIsIll extends Error {
  constructor(readonly reply: FailedReply) {
    super(reply.error.category);
  }
}

export type BreakerState = 'open' | 'halfOpen' | 'close';
export type OnBreakerChange = (partner: string, state: BreakerState) => void;

export interface PartnerBreakerOptions {
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly onChange: OnBreakerChange;
}

const STATES: readonly BreakerState[] = ['open', 'halfOpen', 'close'];
/** Replicas whose breakers opened together probe up to this much apart. */
const PROBE_SPREAD = 0.25;

async function countable(call: () => Promise<PartnerReply>): Promise<PartnerReply> {
  const reply = await call();
  if (reply.outcome === 'FAILED' && QUOTE_ERROR_POLICY[reply.error.category].tripsBreaker)
    throw new PartnerIsIll(reply);
  return reply;
}

/** opossum's own timeout and abort stay off: each call ends itself by its deadline, a probe of a half-open breaker too. */
function createBreaker({ operations: { quote } }: PartnerManifest, random: () => number) {
  const { errorThresholdPercent, minimumCalls, windowMs, probeAfterMs } = quote.breaker;
  return new CircuitBreaker(countable, {
    timeout: false,
    errorThresholdPercentage: errorThresholdPercent,
    volumeThreshold: minimumCalls,
    rollingCountTimeout: windowMs,
    resetTimeout: Math.round(probeAfterMs * (1 + random() * PROBE_SPREAD)),
    // Both cost timers and sorting, and nobody reads them.
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
  });
}

/** Stops calling one partner's quote operation while it is ill. */
export class PartnerBreaker {
  private readonly breaker: ReturnType<typeof createBreaker>;

  constructor(partner: PartnerManifest, { random, onChange }: PartnerBreakerOptions) {
    this.breaker = createBreaker(partner, random);
    // The overloads of `on` take one event each.
    for (const state of STATES) this.breaker.on(state as 'open', () => onChange(partner.id, state));
  }

  async pass(call: () => Promise<PartnerReply>): Promise<PartnerReply> {
    try {
      return await this.breaker.fire(call);
    } catch (error) {
      if (error instanceof PartnerIsIll) return error.reply;
      if (isOpenError(error)) return failedReply('CIRCUIT_OPEN', 'the breaker is open');
      throw error;
    }
  }

  shutdown(): void {
    this.breaker.shutdown();
  }
}

const isOpenError = (error: unknown): boolean =>
  error instanceof Error && CircuitBreaker.isOurError(error) && 'code' in error && error.code === 'EOPENBREAKER';
