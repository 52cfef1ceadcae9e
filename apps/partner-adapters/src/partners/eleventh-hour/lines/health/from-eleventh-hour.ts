import type { PartnerReply } from '@app/contracts';
import { adjusted, type OfferStamp, type ReplyOffer } from '@app/partner-kit';
import { premiumOf, replyTo } from '../../outcome.js';
import { appliedAmounts, type HealthRequest } from './to-eleventh-hour.js';
import { type EleventhHourHealthOffer, healthOffer } from './wire.js';

const PLAN_NAMES: Readonly<Record<HealthRequest['risk']['basis'], string>> = {
  FLOATER: 'Health Floater',
  INDIVIDUAL: 'Health Individual',
};

const components = ({ lines }: EleventhHourHealthOffer): ReplyOffer['premium']['components'] =>
  lines.map(({ code, amount }) => ({
    kind: code === 'DEDUCTIBLE_DISCOUNT' ? 'DISCOUNT' : 'MEMBER',
    partnerCode: code,
    amountMinor: amount,
  }));

/** What E was asked for is what it covers: its answer does not repeat it. */
function coverAndAdjustments({ risk }: HealthRequest): Pick<ReplyOffer, 'cover' | 'adjustments'> {
  const { sumInsuredMinor, deductibleMinor, basis, tenureYears } = risk;
  const applied = appliedAmounts(risk) ?? { sumInsuredMinor, deductibleMinor };
  return {
    cover: { ...applied, basis, tenureYears: 1 },
    adjustments: [
      ...adjusted('sumInsuredMinor', sumInsuredMinor, applied.sumInsuredMinor, 'the next higher sum of this insurer'),
      ...adjusted('deductibleMinor', deductibleMinor, applied.deductibleMinor, 'the nearest one of this insurer'),
      ...adjusted('tenureYears', tenureYears, 1, 'priced for one year'),
    ],
  };
}

/** A health job's result as ours. */
export const fromEleventhHour = (result: unknown, request: HealthRequest, stamp: OfferStamp): PartnerReply =>
  replyTo(result, healthOffer, (offer) => ({
    ...stamp,
    partnerQuoteRef: offer.offerId,
    planCode: request.risk.basis,
    planName: PLAN_NAMES[request.risk.basis],
    validUntil: offer.expiresAt,
    validitySource: 'PARTNER',
    premium: premiumOf(offer, components(offer)),
    ...coverAndAdjustments(request),
    documents: [],
  }));
