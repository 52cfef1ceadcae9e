import { type PartnerReply, partnerReply } from '@app/contracts';
import type { CoverItem } from '@app/domain';
import type { MotorRequest } from '@app/partner-kit';

/** The one offer of a reply that keeps to its contract, sums included. */
export function soundOffer(reply: PartnerReply) {
  const sound = partnerReply.parse(reply);
  if (sound.outcome !== 'ANSWERED' || sound.offers[0] === undefined) throw new Error('no offer');
  return sound.offers[0];
}

type Offer = ReturnType<typeof soundOffer>;

/** The cover of a motor offer. */
export function motorCover({ cover }: Pick<Offer, 'cover'>) {
  if ('addOns' in cover) return cover;
  throw new Error('no motor cover');
}

/** Whether every wish is in the cover exactly once, and each that was left out has exactly one adjustment. */
function everyWish(field: string, wishes: readonly string[], items: readonly CoverItem[], { adjustments }: Offer) {
  return wishes.every((wish) => {
    const found = items.filter(({ code }) => code === wish);
    const entries = adjustments.filter((entry) => entry.field === field && entry.requested === wish);
    return found.length === 1 && entries.length === (found[0]?.state === 'LEFT_OUT' ? 1 : 0);
  });
}

/** Every wished add-on of a motor request is accounted for. */
export const accountsForEveryWish = (offer: Offer, { risk }: MotorRequest): boolean =>
  everyWish('addOns', risk.addOns, motorCover(offer).addOns, offer);

/** Every wished rider of a term life request is accounted for. */
export function accountsForEveryRider(offer: Offer, riders: readonly string[]): boolean {
  return 'riders' in offer.cover && everyWish('riders', riders, offer.cover.riders, offer);
}
