import type { PartnerStates } from '@app/contracts';
import type { Clock } from '@app/ports';

type PartnerState = PartnerStates['partners'][number];

/** So old may be what was heard last, in milliseconds: then each replica goes by its own breakers alone. */
export const BELIEVED_FOR_MS = 10_000;

/** What the fleet knows of the partners, as far as this replica has heard. */
export class FleetStates {
  private partners: ReadonlyMap<string, PartnerState> = new Map();
  private heardAt: Date | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly clock: Clock) {}

  /** Replaces all that was known. */
  learn({ partners }: PartnerStates): void {
    this.partners = new Map(partners.map((state) => [state.partner, state]));
    this.heardAt = this.clock.now();
    for (const listener of this.listeners) listener();
  }

  /** `listener` is told of everything that is heard, not when a mere time is over. */
  whenHeard(listener: () => void): void {
    this.listeners.push(listener);
  }

  /**
   * Whether nobody is to call this partner now. Unknown and `PROBING` partners are called, and so is one whose time is
   * over, or of which nothing was heard for ten seconds.
   */
  isOffline(partner: string): boolean {
    const known = this.partners.get(partner);
    return known?.state === 'OFFLINE' && this.isBelieved() && !this.isOver(known);
  }

  /** For people: what was heard last, and when. */
  snapshot(): { readonly heardAt: string | null; readonly partners: readonly PartnerState[] } {
    return { heardAt: this.heardAt?.toISOString() ?? null, partners: [...this.partners.values()] };
  }

  private isBelieved(): boolean {
    if (this.heardAt === null) return false;
    return this.clock.now().getTime() - this.heardAt.getTime() <= BELIEVED_FOR_MS;
  }

  private isOver({ until }: PartnerState): boolean {
    return until !== null && Date.parse(until) <= this.clock.now().getTime();
  }
}
