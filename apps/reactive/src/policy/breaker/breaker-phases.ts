import type { BreakerSettings, OperationSettings } from '@app/partner-registry';
import type { CallVerdict } from './call-verdict.js';
import { FailureWindow } from './failure-window.js';

export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export interface OpenCall {
  /** In epoch milliseconds, as every time here. */
  readonly startedAt: number;
  /** It was unanswered past `slowCallMs`, and counted in that moment. */
  isSlow: boolean;
}

/** What a phase makes of news: it goes on, or the breaker opens (again), or closes. */
export type PhaseResult = 'STAY' | 'OPEN' | 'CLOSE';

/** What a breaker is in until it opens or closes; begins with nothing remembered. */
export interface BreakerPhase {
  state(now: number): BreakerState;
  refuses(now: number): boolean;
  begun(): void;
  becameSlow(call: OpenCall, now: number): PhaseResult;
  /** Every call that has begun ends, whether it became slow or not. */
  ended(call: OpenCall, verdict: CallVerdict, now: number): PhaseResult;
}

/** A partner that answered this share of `slowCallMs` ago, or later, does not hang. */
const SILENCE_SHARE = 1 / 2;

/** Every call passes, until too many of the recent ones went ill or stay unanswered. */
export class ClosedPhase implements BreakerPhase {
  private readonly window: FailureWindow;
  private readonly hanging = new Set<OpenCall>();

  constructor(
    private readonly settings: Pick<OperationSettings, 'breaker' | 'slowCallMs'>,
    private answeredAt: number,
  ) {
    this.window = new FailureWindow(settings.breaker, answeredAt);
  }

  state(): BreakerState {
    return 'CLOSED';
  }

  refuses(): boolean {
    return false;
  }

  begun(): void {
    // Any number may be open.
  }

  becameSlow(call: OpenCall, now: number): PhaseResult {
    this.hanging.add(call);
    return this.window.isTooMuch(true, now) || this.partnerHangs(now) ? 'OPEN' : 'STAY';
  }

  ended(call: OpenCall, verdict: CallVerdict, now: number): PhaseResult {
    this.hanging.delete(call);
    if (verdict === 'WELL') this.answeredAt = now;
    if (call.isSlow || verdict === 'SAYS_NOTHING') return 'STAY';
    return this.window.isTooMuch(verdict === 'ILL', now) ? 'OPEN' : 'STAY';
  }

  /** Calls that hang keep others from being made: the answers before would outweigh them until their window is over. */
  private partnerHangs(now: number): boolean {
    const { breaker, slowCallMs } = this.settings;
    return this.hanging.size >= breaker.hangingCalls && now - this.answeredAt >= slowCallMs * SILENCE_SHARE;
  }
}

/** The first probe of a partner is made between these shares of `probeAfterMs`, each further one up to a share later. */
const FIRST_PROBE = { from: 1 / 2, spread: 1 / 4 };
const PROBE_GAP = 1 / 10;

/** A moment before the next probe, in milliseconds: replicas whose breakers opened together do not probe together. */
export const probeGapMs = ({ probeAfterMs }: BreakerSettings, random: () => number): number =>
  probeAfterMs * PROBE_GAP * random();

/** How long a breaker is open before its first probe, in milliseconds: another time whenever it opens. */
export const firstProbeAfterMs = ({ probeAfterMs }: BreakerSettings, random: () => number): number =>
  probeAfterMs * (FIRST_PROBE.from + FIRST_PROBE.spread * random());

/** No call passes but probes, one at a time. Enough good ones in a row close it; one bad one opens it again. */
export class ProbingPhase implements BreakerPhase {
  private isProbing = false;
  private wentWell = 0;

  constructor(
    private readonly settings: BreakerSettings,
    private readonly random: () => number,
    private nextProbeAt: number,
  ) {}

  get probeAt(): number {
    return this.nextProbeAt;
  }

  state(now: number): BreakerState {
    return this.isProbing || this.wentWell > 0 || now >= this.nextProbeAt ? 'HALF_OPEN' : 'OPEN';
  }

  refuses(now: number): boolean {
    return this.isProbing || now < this.nextProbeAt;
  }

  begun(): void {
    this.isProbing = true;
  }

  becameSlow(): PhaseResult {
    return 'OPEN';
  }

  /** A probe that says nothing was none: the next call is one. */
  ended(_: OpenCall, verdict: CallVerdict, now: number): PhaseResult {
    this.isProbing = false;
    if (verdict === 'ILL') return 'OPEN';
    if (verdict === 'SAYS_NOTHING') return 'STAY';
    this.wentWell += 1;
    this.nextProbeAt = now + probeGapMs(this.settings, this.random);
    return this.wentWell >= this.settings.probes ? 'CLOSE' : 'STAY';
  }
}
