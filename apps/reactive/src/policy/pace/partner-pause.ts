import type { Clock } from '@app/ports';

/** No limit that we know lasts longer, and a partner that asks for more is looked at again by then. */
const LONGEST_PAUSE_MS = 60_000;

/** How long a partner wants to be left alone. */
export class PartnerPause {
  private endsAt = 0;

  constructor(private readonly clock: Clock) {}

  /** Never ends a pause that goes on longer. */
  startFor(ms: number): void {
    this.endsAt = Math.max(this.endsAt, this.clock.now().getTime() + Math.min(ms, LONGEST_PAUSE_MS));
  }

  /** In milliseconds; 0 when the partner may be called. */
  leftMs(): number {
    return Math.max(0, this.endsAt - this.clock.now().getTime());
  }

  /** Null when the partner may be called. */
  get until(): Date | null {
    return this.leftMs() > 0 ? new Date(this.endsAt) : null;
  }
}
