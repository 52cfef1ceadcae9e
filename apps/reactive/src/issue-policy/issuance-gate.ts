import type { Clock } from '@app/ports';
import type { PartnerOperation } from '../policy/partner-operation.js';

export interface IssuanceGateParts {
  readonly operation: Pick<PartnerOperation, 'usefulCalls' | 'refusesForMs'>;
  readonly isOffline: () => boolean;
  readonly clock: Clock;
}

/** What the fleet says may end by itself, without any news. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Whether a partner's issuance queue may be polled. What is received while nobody may be asked comes nearer to the
 * dead-letter queue for nothing, so it stays where it is: while the breaker is open until its probe, then for one probe
 * at a time; while the partner is offline, or has asked to be left alone.
 */
export class IssuanceGate {
  private readonly waiting = new Set<AbortController>();
  private polls = new AbortController();

  constructor(private readonly parts: IssuanceGateParts) {}

  /** Most messages that may be in hand at once now. */
  allows(): number {
    return this.parts.isOffline() ? 0 : this.parts.operation.usefulCalls;
  }

  /** Resolves when it allows some again, or at the signal. */
  async untilAllowed(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.allows() === 0) await this.untilLookedAt(signal);
  }

  /** Aborts when it allows none any more. */
  closing(): AbortSignal {
    return this.polls.signal;
  }

  /** Something has changed. */
  lookAgain(): void {
    for (const looked of this.waiting) looked.abort('something has changed');
    if (this.allows() > 0) return;
    this.polls.abort('the partner is not to be asked now');
    this.polls = new AbortController();
  }

  private async untilLookedAt(signal: AbortSignal): Promise<void> {
    const { clock, isOffline, operation } = this.parts;
    const looked = new AbortController();
    this.waiting.add(looked);
    const waitMs = isOffline() ? LOOK_AGAIN_MS : operation.refusesForMs;
    await clock.sleep(Math.max(1, waitMs), AbortSignal.any([signal, looked.signal]));
    this.waiting.delete(looked);
  }
}
