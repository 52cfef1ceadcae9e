import type { PartnerStates } from '@app/contracts';
import type { Clock, PartnerCondition } from '@app/ports';
import { effectiveState, unknownCondition } from './effective-state.js';

/** Whether a partner is asked, at intake. */
export interface PartnerAvailability {
  /** False for a partner that is offline. Asked once for each request: of a partner that is probed it lets few through. */
  admits(partner: string): boolean;
}

/** What was read so long ago is not believed any more: then everybody is online. */
const BELIEVED_MS = 60_000;
/** How many requests may try a partner that is probed: one in so long. */
const PROBE_EVERY_MS = 1_000;

/** The partners' conditions as this process last read or changed them; nobody waits for the store to know them. */
export class FleetView implements PartnerAvailability {
  private readonly conditions = new Map<string, PartnerCondition>();
  private readonly nextProbe = new Map<string, number>();
  private believedUntil = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: Clock) {}

  /** What the store said. It may have been said before a change that this process made, and knows. */
  refresh(conditions: readonly PartnerCondition[]): void {
    for (const condition of conditions) this.learn(condition);
    this.believedUntil = this.clock.now().getTime() + BELIEVED_MS;
  }

  /** A change that was just stored. */
  learn(condition: PartnerCondition): void {
    if (condition.version > this.conditionOf(condition.partner).version) {
      this.conditions.set(condition.partner, condition);
    }
  }

  conditionOf(partner: string): PartnerCondition {
    return this.conditions.get(partner) ?? unknownCondition(partner);
  }

  admits(partner: string): boolean {
    const now = this.clock.now();
    if (now.getTime() > this.believedUntil) return true;
    const { state } = effectiveState(this.conditionOf(partner), now);
    return state === 'PROBING' ? this.mayProbe(partner, now.getTime()) : state === 'ONLINE';
  }

  /** In the form of `partnerStates`: whoever is not simply online. */
  states(): PartnerStates['partners'] {
    const now = this.clock.now();
    if (now.getTime() > this.believedUntil) return [];
    return [...this.conditions.values()].flatMap((condition) => {
      const { state, forced } = effectiveState(condition, now);
      if (state === 'ONLINE' && forced === null) return [];
      const until = forced?.until?.toISOString() ?? null;
      return { partner: condition.partner, state, forced: forced !== null, until };
    });
  }

  private mayProbe(partner: string, now: number): boolean {
    if (now < (this.nextProbe.get(partner) ?? now)) return false;
    this.nextProbe.set(partner, now + PROBE_EVERY_MS);
    return true;
  }
}
