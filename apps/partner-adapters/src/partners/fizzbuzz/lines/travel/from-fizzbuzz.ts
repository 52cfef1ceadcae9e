import type { PartnerReply } from '@app/contracts';
import { completedMonths } from '@app/domain';
import { leftOut, type OfferStamp, type ReplyOffer } from '@app/partner-kit';
import { type PlanTerms, replyTo } from '../../plans.js';
import { PLAN_NAMES } from './cross-walk.js';
import type { TravelRequest } from './to-fizzbuzz.js';
import { type FizzbuzzTravelPrice, travelPrice } from './wire.js';

type Limit = TravelRequest['risk']['medicalLimit'];

const limitAdjustment = (requested: Limit, applied: Limit): ReplyOffer['adjustments'] =>
  requested.amountMinor === applied.amountMinor && requested.currency === applied.currency
    ? []
    : [{ field: 'medicalLimit', requested, applied, reason: 'this plan has a limit of its own' }];

function termsOf({ plan, lines, medicalLimit }: FizzbuzzTravelPrice, { risk }: TravelRequest): PlanTerms {
  const limit = { amountMinor: medicalLimit.minor, currency: medicalLimit.ccy };
  const options = leftOut('options', risk.options, 'not sold by this insurer');
  return {
    planCode: plan,
    planName: PLAN_NAMES[plan],
    components: lines.map(({ code, minor }) => ({
      kind: code === 'FAMILY' ? 'DISCOUNT' : 'TRAVELLER',
      partnerCode: code,
      amountMinor: minor,
    })),
    // Months begun: a trip of ten days has one, a year has twelve.
    periodMonths: completedMonths(risk.departureDate, risk.returnDate) + 1,
    cover: { medicalLimit: limit, options: options.items },
    adjustments: [...limitAdjustment(risk.medicalLimit, limit), ...options.adjustments],
  };
}

/** The result of `travel.quotePlans` as ours. */
export const fromFizzbuzz = (result: unknown, request: TravelRequest, newStamp: () => OfferStamp): PartnerReply =>
  replyTo(result, {
    ref: request.requestId,
    price: travelPrice,
    termsOf: (price) => termsOf(price, request),
    newStamp,
  });
