import type { Clock } from '@app/ports';
import type { PartnerOperation } from '../policy/partner-operation.js';
import type { BusinessAvailability } from './business-availability.js';

export interface IssuanceGateParts {
  readonly operation: Pick<PartnerOperation, 'usefulCalls' | 'refusesForMs'>;
  readonly isOffline: () => boolean;
  readonly business: Pick<BusinessAvailability, 'isAway' | 'usefulMessages' | 'untilAsked'>;
  readonly clock: Clock;
}

/** What the fleet says may end by itself, without any news. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Whether a partner's issuance queue may be polled. What is received while nobody may be asked comes nearer to the
 * dead-letter queue for nothing, so it stays where it is: while the breaker is open until its probe, then for one probe
 * at a time; while the partner is offline, or has asked to be left alone; and while the business service is away.
 */
export class IssuanceGate {
  private readonly waiting = new Set<AbortController>();
  private polls = new AbortController();

  constructor(private readonly parts: IssuanceGateParts) {}

  /** Most messages that may be in hand at once now. */
  allows(): number {
    const { business, isOffline, operation } = this.parts;
    return isOffline() ? 0 : Math.min(business.usefulMessages, operation.usefulCalls);
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
    this.polls.abort('nobody is to be asked now');
    this.polls = new AbortController();
  }

  private async untilLookedAt(signal: AbortSignal): Promise<void> {
    const looked = new AbortController();
    this.waiting.add(looked);
    await this.untilTime(AbortSignal.any([signal, looked.signal]));
    this.waiting.delete(looked);
  }

  private async untilTime(signal: AbortSignal): Promise<void> {
    const { business, clock, isOffline, operation } = this.parts;
    if (business.isAway) return business.untilAsked(signal);
    await clock.sleep(Math.max(1, isOffline() ? LOOK_AGAIN_MS : operation.refusesForMs), signal);
  }
}
