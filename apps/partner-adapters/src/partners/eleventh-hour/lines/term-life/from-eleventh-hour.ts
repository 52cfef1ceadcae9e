import type { PartnerReply } from '@app/contracts';
import { leftOut, type OfferStamp, type ReplyOffer } from '@app/partner-kit';
import { premiumOf, replyTo } from '../../outcome.js';
import type { TermLifeRequest } from './to-eleventh-hour.js';
import { type EleventhHourTermOffer, termOfferFor } from './wire.js';

type Components = ReplyOffer['premium']['components'];

/** E shows the yearly price alone; what paying by instalments costs is the difference to its net (errata 6). */
function components({ lines, net, instalments }: EleventhHourTermOffer): Components {
  const shown: Components = lines.map(({ code, amount }) => ({ kind: code, partnerCode: code, amountMinor: amount }));
  const loading = net - lines.reduce((sum, { amount }) => sum + amount, 0);
  const isPaidAtOnce = (instalments?.count ?? 1) === 1;
  if (isPaidAtOnce || loading === 0) return shown;
  return [...shown, { kind: 'LOADING', partnerCode: 'INSTALMENTS', amountMinor: loading }];
}

function premium(offer: EleventhHourTermOffer): ReplyOffer['premium'] {
  const { instalments } = offer;
  const inParts = instalments !== undefined && instalments.count > 1;
  return {
    ...premiumOf(offer, components(offer)),
    instalments: inParts
      ? [{ count: instalments.count, amountMinor: instalments.amount, firstDue: instalments.firstDue }]
      : [],
  };
}

/** A term life job's result as ours. */
export function fromEleventhHour(result: unknown, { risk }: TermLifeRequest, stamp: OfferStamp): PartnerReply {
  const { sumAssuredMinor, policyTermYears, premiumPaymentTermYears } = risk;
  const riders = leftOut('riders', risk.riders, 'this insurer sells no riders');
  return replyTo(result, termOfferFor(risk.frequency), (offer) => ({
    ...stamp,
    partnerQuoteRef: offer.offerId,
    planCode: 'TERM',
    planName: 'Term Life',
    validUntil: offer.expiresAt,
    validitySource: 'PARTNER',
    premium: premium(offer),
    cover: { sumAssuredMinor, policyTermYears, premiumPaymentTermYears, riders: riders.items },
    adjustments: riders.adjustments,
    documents: [],
  }));
}
