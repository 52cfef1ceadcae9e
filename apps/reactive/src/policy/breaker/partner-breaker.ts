import type { OperationSettings } from '@app/partner-registry';
import type { Clock } from '@app/ports';
import {
  type BreakerPhase,
  type BreakerState,
  ClosedPhase,
  firstProbeAfterMs,
  type OpenCall,
  type PhaseResult,
  ProbingPhase,
  probeGapMs,
} from './breaker-phases.js';
import type { CallVerdict } from './call-verdict.js';

export interface PartnerBreakerParts {
  readonly settings: Pick<OperationSettings, 'breaker' | 'slowCallMs'>;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly onChange: (state: BreakerState) => void;
}

/** What a breaker has to know of a call: what its end says of the partner. */
interface Judged {
  readonly verdict: CallVerdict;
}

/**
 * Stops calling one operation of a partner while it is ill. A call that is unanswered after `slowCallMs` counts as a
 * failure in that moment, and goes on. A call counts in the phase that let it through, or not at all: what began before
 * the breaker opened can neither open nor close it later.
 */
export class PartnerBreaker {
  private phase: BreakerPhase;
  private toldState: BreakerState = 'CLOSED';

  constructor(private readonly parts: PartnerBreakerParts) {
    this.phase = new ClosedPhase(parts.settings, this.now());
  }

  get state(): BreakerState {
    return this.phase.state(this.now());
  }

  /** Whether a call would be refused now. */
  get refuses(): boolean {
    return this.phase.refuses(this.now());
  }

  /** When the next probe may be made; null while it is closed. */
  get probeAt(): Date | null {
    return this.phase instanceof ProbingPhase ? new Date(this.phase.probeAt) : null;
  }

  /** The call's own result; null when it was refused. */
  async pass<Result extends Judged>(makeCall: () => Promise<Result>): Promise<Result | null> {
    if (this.refuses) return null;
    const { phase } = this;
    const call: OpenCall = { startedAt: this.now(), isSlow: false };
    phase.begun();
    this.tell();
    const ended = new AbortController();
    void this.countWhenSlow(phase, call, ended.signal);
    let verdict: CallVerdict = 'SAYS_NOTHING';
    try {
      const result = await makeCall();
      ({ verdict } = result);
      return result;
    } finally {
      ended.abort('ended');
      this.countEnd(phase, call, verdict);
    }
  }

  private async countWhenSlow(phase: BreakerPhase, call: OpenCall, ended: AbortSignal): Promise<void> {
    await this.parts.clock.sleep(this.parts.settings.slowCallMs, ended);
    if (!ended.aborted) this.countSlow(phase, call);
  }

  private countSlow(phase: BreakerPhase, call: OpenCall): void {
    call.isSlow = true;
    this.follow(phase, phase.becameSlow(call, this.now()), call);
  }

  private countEnd(phase: BreakerPhase, call: OpenCall, verdict: CallVerdict): void {
    // A process that was busy may see the reply before it sees that it is late.
    const isLate = this.now() - call.startedAt >= this.parts.settings.slowCallMs;
    if (isLate && !call.isSlow && verdict !== 'SAYS_NOTHING') this.countSlow(phase, call);
    this.follow(phase, phase.ended(call, verdict, this.now()), call);
  }

  /** What the calls of an earlier phase tell comes too late. */
  private follow(phase: BreakerPhase, result: PhaseResult, call: OpenCall): void {
    if (result === 'STAY' || phase !== this.phase) return;
    this.phase = result === 'CLOSE' ? new ClosedPhase(this.parts.settings, this.now()) : this.openAfter(phase, call);
    this.tell();
  }

  /** A probe that hung has used up time that a healthy partner need not wait for once more. */
  private openAfter(phase: BreakerPhase, { startedAt }: OpenCall): ProbingPhase {
    const { random, settings } = this.parts;
    const since = phase instanceof ProbingPhase ? startedAt : this.now();
    const soonest = this.now() + probeGapMs(settings.breaker, random);
    const probeAt = Math.max(soonest, since + firstProbeAfterMs(settings.breaker, random));
    return new ProbingPhase(settings.breaker, random, probeAt);
  }

  private tell(): void {
    const { state } = this;
    if (state === this.toldState) return;
    this.toldState = state;
    this.parts.onChange(state);
  }

  private now(): number {
    return this.parts.clock.now().getTime();
  }
}
