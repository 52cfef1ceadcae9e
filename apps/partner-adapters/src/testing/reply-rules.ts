import { type PartnerReply, partnerReply } from '@app/contracts';
import type { requestFor } from './canonical-requests.js';

/** The one offer of a reply that keeps to its contract, sums included. */
export function soundOffer(reply: PartnerReply) {
  const sound = partnerReply.parse(reply);
  if (sound.outcome !== 'ANSWERED' || sound.offers[0] === undefined) throw new Error('no offer');
  return sound.offers[0];
}

type Offer = ReturnType<typeof soundOffer>;

/** Whether every wish is in the cover exactly once, and each that was left out has exactly one adjustment. */
export function accountsForEveryWish({ cover, adjustments }: Offer, request: ReturnType<typeof requestFor>): boolean {
  return request.risk.addOns.every((wish) => {
    const items = cover.addOns.filter(({ code }) => code === wish);
    const entries = adjustments.filter(({ field, requested }) => field === 'addOns' && requested === wish);
    return items.length === 1 && entries.length === (items[0]?.state === 'LEFT_OUT' ? 1 : 0);
  });
}
