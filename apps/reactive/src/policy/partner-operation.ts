import type { PartnerObservation } from '@app/contracts';
import type { OperationSettings, PartnerManifest } from '@app/partner-registry';
import type { Clock } from '@app/ports';
import type { BreakerState } from './breaker/breaker-phases.js';
import type { CallVerdict } from './breaker/call-verdict.js';
import { PartnerBreaker } from './breaker/partner-breaker.js';
import { CallCounts } from './call-counts.js';
import { type FailedReply, failedReply } from './failed-reply.js';
import { PartnerPause } from './pace/partner-pause.js';
import { Places } from './places/places.js';
import { type AnyReply, type Asked, type Attempt, circuitOpen, isAnswer, LEAST_USEFUL_MS } from './policy-step.js';
import { CallDurations } from './repeats/call-durations.js';
import { RetryBudget } from './repeats/retry-budget.js';

export type OperationName = PartnerObservation['operation'] & keyof PartnerManifest['operations'];

export interface PartnerOperationParts {
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly onBreakerChange: (partner: string, operation: OperationName, state: BreakerState) => void;
}

export interface EndedCall {
  readonly reply: AnyReply;
  readonly verdict: CallVerdict;
  readonly tookMs: number;
}

/** What this process knows and allows of one operation of a partner. */
export class PartnerOperation {
  readonly settings: OperationSettings;
  readonly breaker: PartnerBreaker;
  readonly places: Places<Asked<FailedReply>>;
  readonly pause: PartnerPause;
  readonly budget: RetryBudget;
  readonly counts = new CallCounts();
  private readonly durations = new CallDurations();
  private readonly listeners: (() => void)[] = [];

  constructor(
    readonly partner: PartnerManifest,
    readonly name: OperationName,
    private readonly parts: PartnerOperationParts,
  ) {
    const { clock, onBreakerChange, random } = parts;
    this.settings = partner.operations[name];
    this.places = new Places(this.settings.concurrency, clock);
    this.pause = new PartnerPause(clock);
    this.budget = new RetryBudget(this.settings.retryBudget);
    const onChange = (state: BreakerState) => {
      this.changed();
      onBreakerChange(partner.id, name, state);
    };
    this.breaker = new PartnerBreaker({ settings: this.settings, clock, random, onChange });
  }

  /** How long recent calls took at most, leaving out the slowest twentieth; null while too few are known. */
  get p95Ms(): number | null {
    return this.durations.p95Ms;
  }

  /** Whether a call would be made at once. */
  get couldCallNow(): boolean {
    return this.breaker.state === 'CLOSED' && this.places.isFree && this.pause.leftMs() === 0;
  }

  /** How long every call would be refused from now on, in milliseconds; 0 when one would be let through. */
  get refusesForMs(): number {
    const { probeAt } = this.breaker;
    const untilProbeMs = probeAt === null ? 0 : probeAt.getTime() - this.parts.clock.now().getTime();
    return Math.max(0, untilProbeMs, this.pause.leftMs());
  }

  /** How many calls make sense at once now, those under way among them. */
  get usefulCalls(): number {
    if (this.refusesForMs > 0) return 0;
    return this.breaker.state === 'CLOSED' ? this.settings.concurrency : 1;
  }

  /** `listener` is told when calls may be refused from now on, or are not any more; not when a mere time is over. */
  whenChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  leaveAloneFor(ms: number): void {
    this.pause.startFor(ms);
    this.changed();
  }

  /** Calls that were given up, and refusals for want of capacity, say nothing: they are not counted. */
  ended({ reply, verdict, tookMs }: EndedCall): void {
    if (verdict === 'SAYS_NOTHING') return;
    const illness = verdict === 'ILL' ? (reply.error?.category ?? null) : null;
    this.counts.ended({ illness, isSlow: tookMs >= this.settings.slowCallMs });
    if (isAnswer(reply)) this.durations.add(tookMs);
  }

  /**
   * What an attempt gets that found no place, where waiting for one leads to nothing; null otherwise. Nobody waits for
   * calls that hang, to be refused after all.
   */
  insteadOfPlace(attempt: Pick<Attempt<unknown>, 'deadline'>): Asked<FailedReply> | null {
    return this.breaker.state === 'CLOSED' ? this.insteadOfPause(attempt) : circuitOpen();
  }

  /** What an attempt gets in place of waiting for the end of the partner's pause; null when there is time to wait. */
  insteadOfPause({ deadline }: Pick<Attempt<unknown>, 'deadline'>): Asked<FailedReply> | null {
    if (this.breaker.refuses) return circuitOpen();
    const pauseMs = this.pause.leftMs();
    const leftMs = deadline.getTime() - this.parts.clock.now().getTime();
    const isInTime = leftMs - pauseMs >= Math.max(LEAST_USEFUL_MS, this.p95Ms ?? 0);
    return pauseMs === 0 || isInTime ? null : pausedFor(pauseMs);
  }

  private changed(): void {
    this.places.lookAgain();
    for (const listener of this.listeners) listener();
  }
}

function pausedFor(retryAfterMs: number): Asked<FailedReply> {
  const { error } = failedReply('RATE_LIMITED', 'the partner is left alone for a while', { retryable: true });
  return { reply: { outcome: 'FAILED', error: { ...error, retryAfterMs } }, calls: 0, verdict: 'SAYS_NOTHING' };
}
