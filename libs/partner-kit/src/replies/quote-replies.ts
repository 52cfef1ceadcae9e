import type { PartnerReply } from '@app/contracts';
import type { CanonicalError, Decline, DeclineCategory } from '@app/domain';

/** A partner's decline codes by category. One that is not here is `OTHER`. */
export type DeclineCodes = Readonly<Record<string, DeclineCategory>>;

/** An offer as a reply carries it. */
export type ReplyOffer = Extract<PartnerReply, { outcome: 'ANSWERED' }>['offers'][number];

export const failed = (error: CanonicalError): PartnerReply => ({ outcome: 'FAILED', error });

export const declined = (...declines: Decline[]): PartnerReply => ({
  outcome: 'ANSWERED',
  status: 'DECLINED',
  offers: [],
  declines,
  error: null,
});

/** The answer of a partner with one plan: `REFERRED` while the offer cannot be bought as it stands. */
export const offered = (offer: ReplyOffer): PartnerReply => ({
  outcome: 'ANSWERED',
  status: offer.bindable ? 'QUOTED' : 'REFERRED',
  offers: [offer],
  declines: [],
  error: null,
});

/** No offer for this risk, known without asking the partner: no cross-walk entry, a cover it does not sell. */
export const unsupported = (message: string): Decline => ({
  code: 'UNSUPPORTED',
  source: 'PLATFORM',
  category: 'UNSUPPORTED',
  message,
});

export const partnerDecline = (codes: DeclineCodes, code: string, message: string): Decline => ({
  code,
  source: 'PARTNER',
  category: (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? 'OTHER',
  message,
});
