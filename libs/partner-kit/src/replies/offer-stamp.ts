import type { AdapterTools } from '../adapter/adapter-tools.js';

/** What our side adds to an offer: an id of its own and when it came. */
export interface OfferStamp {
  readonly offerId: string;
  readonly receivedAt: string;
}

/** A stamp for an offer that has just come. */
export const stampOffer = ({ clock, newId }: AdapterTools): OfferStamp => ({
  offerId: `off_${newId()}`,
  receivedAt: clock.now().toISOString(),
});
