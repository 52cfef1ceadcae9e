import type { PartnerReply } from '@app/contracts';
import { type CanonicalError, ok, type Result } from '@app/domain';
import {
  checkDocument,
  codedFailure,
  declined,
  failed,
  type OfferStamp,
  partnerDecline,
  type ReplyOffer,
} from '@app/partner-kit';
import { fizzbuzz } from '@app/partner-registry';
import type { z } from 'zod';
import { type PlanPrice, type QuoteSet, quoteSetFor } from './wire.js';

type PlanAnswer = QuoteSet['plans'][number];
type PricedAnswer = Extract<PlanAnswer, { state: 'OFFER' | 'REFER' }>;

/** What a line makes of a plan's price. */
export interface PlanTerms extends Pick<ReplyOffer, 'planCode' | 'planName' | 'cover' | 'adjustments'> {
  readonly components: ReplyOffer['premium']['components'];
  readonly periodMonths: number;
}

/** How the answers to one question are read. */
export interface PlanReading<Price extends PlanPrice> {
  readonly ref: string;
  readonly price: z.ZodType<Price>;
  readonly termsOf: (price: Price) => PlanTerms;
  readonly newStamp: () => OfferStamp;
}

function premiumOf(price: PlanPrice, { components, periodMonths }: PlanTerms): ReplyOffer['premium'] {
  const { tax, untaxedFees } = price;
  return {
    currency: 'INR',
    components,
    netMinor: price.netMinor,
    taxes: [{ scheme: tax.kind, rateBp: tax.bp, amountMinor: tax.minor }],
    untaxedFeesMinor: untaxedFees.reduce((sum, fee) => sum + fee.minor, 0),
    roundingMinor: price.roundingMinor,
    totalMinor: price.totalMinor,
    periodMonths,
    instalments: [],
  };
}

/** A plan that is subject to an underwriter is indicative. */
function standingOf(answer: PricedAnswer): Pick<ReplyOffer, 'quality' | 'bindable' | 'referralReasons'> {
  if (answer.state === 'OFFER') return { quality: 'FIRM', bindable: true, referralReasons: [] };
  const reasons = answer.reason === undefined ? [] : [{ code: answer.reason.code, message: answer.reason.text }];
  return { quality: 'INDICATIVE', bindable: false, referralReasons: reasons };
}

const isPriced = (answer: PlanAnswer): answer is PricedAnswer => answer.state === 'OFFER' || answer.state === 'REFER';

const declineOf = (answer: PlanAnswer) =>
  answer.state === 'DECLINE'
    ? [
        {
          ...partnerDecline(fizzbuzz.declineCodes, answer.reason.code, answer.reason.text),
          planCode: answer.plan,
        },
      ]
    : [];

const errorOf = (answer: PlanAnswer) =>
  answer.state === 'ERROR'
    ? [codedFailure(fizzbuzz.errorCodes, answer.error.code, { retryable: answer.error.retryable })]
    : [];

function toOffer<Price extends PlanPrice>(
  answer: PricedAnswer,
  validUntil: string,
  { price: schema, termsOf, newStamp }: PlanReading<Price>,
): Result<ReplyOffer, CanonicalError> {
  const read = checkDocument(answer, schema, 200);
  if (!read.ok) return read;
  const terms = termsOf(read.value);
  return ok({
    ...newStamp(),
    partnerQuoteRef: read.value.offerId,
    planCode: terms.planCode,
    planName: terms.planName,
    ...standingOf(answer),
    validUntil,
    validitySource: 'PARTNER',
    premium: premiumOf(read.value, terms),
    cover: terms.cover,
    adjustments: terms.adjustments,
    documents: [],
  });
}

/**
 * F's plans as one reply: of several plans the first status that applies wins, QUOTED, REFERRED, FAILED, DECLINED
 * (canonical-model.md §5). What one plan failed with stands beside the offers of the others.
 */
export function replyTo<Price extends PlanPrice>(result: unknown, reading: PlanReading<Price>): PartnerReply {
  const read = checkDocument(result, quoteSetFor(reading.ref), 200);
  if (!read.ok) return failed(read.error);
  const { plans, validUntilMs } = read.value;
  const validUntil = new Date(validUntilMs).toISOString();
  const priced = plans.filter(isPriced).map((answer) => toOffer(answer, validUntil, reading));
  const offers = priced.flatMap((offer) => (offer.ok ? [offer.value] : []));
  const declines = plans.flatMap(declineOf);
  // A plan that cannot be read has failed, as one has that says so; the others stand for themselves.
  const [error] = [...plans.flatMap(errorOf), ...priced.flatMap((offer) => (offer.ok ? [] : [offer.error]))];
  if (offers.length === 0) return error === undefined ? declined(...declines) : failed(error);
  const status = offers.some(({ bindable }) => bindable) ? 'QUOTED' : 'REFERRED';
  return { outcome: 'ANSWERED', status, offers, declines, error: error ?? null };
}
