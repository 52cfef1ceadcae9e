import type { ApplicationBody } from '@app/contracts';
import type { AnswerRow, Offer, QuoteProgress } from '@app/domain';
import { domainOf, type Fault } from '@app/product-lines';
import { productLineOf } from '../product-line-of.js';

/** An offer where it was made. */
export interface FoundOffer {
  readonly progress: QuoteProgress;
  readonly row: AnswerRow;
  readonly offer: Offer;
}

const MARGIN_MS = 60_000;
/** A validity shorter than this has a margin of a tenth of it. */
const SHORT_VALIDITY_MS = 600_000;
const SHORT_MARGIN = 0.1;

/** The offer of this id in a quote request. */
export function offerIn(progress: QuoteProgress, offerId: string): FoundOffer | undefined {
  for (const row of progress.rows) {
    const offer = row.offers.find((one) => one.offerId === offerId);
    if (offer !== undefined) return { progress, row, offer };
  }
  return undefined;
}

/** What is paid at issuance: the whole, or the first of several instalments. */
export function dueMinorOf({ premium }: Offer): number {
  const instalments = premium.instalments.find(({ count }) => count > 1);
  return instalments === undefined ? premium.totalMinor : instalments.amountMinor;
}

/** Whether so little of the validity is left that the partner may not take it any more. */
function isExpired({ receivedAt, validUntil }: Offer, now: Date): boolean {
  const end = Date.parse(validUntil);
  const validityMs = end - Date.parse(receivedAt);
  const marginMs = validityMs < SHORT_VALIDITY_MS ? Math.max(0, validityMs) * SHORT_MARGIN : MARGIN_MS;
  return now.getTime() >= end - marginMs;
}

const isBindable = ({ progress, row, offer }: FoundOffer): boolean =>
  progress.consentWithdrawnAt === null && row.status === 'QUOTED' && offer.bindable;

export type OfferRefusal = 'OFFER_NOT_BINDABLE' | 'OFFER_EXPIRED' | 'PRICE_CHANGED' | 'PAYMENT_MISMATCH';

/** Why an offer cannot be applied for like this; null when it can. */
export function offerRefusal(
  found: FoundOffer,
  { acceptedTotalMinor, payment }: ApplicationBody,
  now: Date,
): OfferRefusal | null {
  const { premium } = found.offer;
  if (!isBindable(found)) return 'OFFER_NOT_BINDABLE';
  if (isExpired(found.offer, now)) return 'OFFER_EXPIRED';
  if (acceptedTotalMinor !== premium.totalMinor) return 'PRICE_CHANGED';
  const isDue = payment.amountMinor === dueMinorOf(found.offer) && payment.currency === premium.currency;
  return isDue ? null : 'PAYMENT_MISMATCH';
}

/** A vehicle is named where one is insured, and nowhere else. */
export function assetFaults({ asset }: ApplicationBody, { progress }: FoundOffer): Fault[] {
  const pointer = '/asset';
  const isMotor = domainOf(productLineOf(progress)) === 'motor';
  const isGiven = asset !== null && asset !== undefined;
  if (isMotor === isGiven) return [];
  return isMotor
    ? [{ pointer, code: 'REQUIRED', detail: 'this field is required for a vehicle' }]
    : [{ pointer, code: 'UNKNOWN_FIELD', detail: 'this product line insures no vehicle: leave it out' }];
}
