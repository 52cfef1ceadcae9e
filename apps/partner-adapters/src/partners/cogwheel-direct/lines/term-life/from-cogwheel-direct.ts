import type { CanonicalRequestOf, PartnerReply } from '@app/contracts';
import { leftOut, type OfferStamp, offered, type ReplyOffer } from '@app/partner-kit';
import { type LineMeanings, toDecline, toPremium, toVerdict } from '../answer.js';
import type { CogwheelLineKey, CogwheelTermAnswer, CogwheelTermOffer } from './wire.js';

const LINES: LineMeanings<CogwheelLineKey> = {
  base: { kind: 'BASE' },
  sum_assured_discount: { kind: 'DISCOUNT' },
};

const A_RUPEE = 100;

type Premium = ReplyOffer['premium'];

/**
 * C's price of a year, whose sums C leaves open (errata 5): what is missing below a rupee is rounding; anything more is
 * what paying monthly costs, a loading (or a discount) in net.
 */
function toYearlyPremium(quote: CogwheelTermOffer['quote']): Premium {
  const missing = quote.premium - quote.net - quote.tax.reduce((sum, { amt }) => sum + amt, 0);
  if (Math.abs(missing) < A_RUPEE) return toPremium(quote, LINES, missing);
  const kind = missing > 0 ? 'LOADING' : 'DISCOUNT';
  const premium = toPremium(quote, LINES, 0);
  return {
    ...premium,
    components: [...premium.components, { kind, partnerCode: 'instalment', amountMinor: missing }],
    netMinor: quote.net + missing,
  };
}

type TermLifeRequest = CanonicalRequestOf<'term-life'>;

function toOffer(answer: CogwheelTermOffer, { risk }: TermLifeRequest, stamp: OfferStamp): ReplyOffer {
  const { policyTermYears, premiumPaymentTermYears } = risk;
  const riders = leftOut('riders', risk.riders, 'not sold by this insurer');
  return {
    ...toVerdict(answer, stamp),
    planCode: 'term',
    planName: 'Term Life',
    premium: toYearlyPremium(answer.quote),
    cover: {
      sumAssuredMinor: answer.quote.sum_assured,
      policyTermYears,
      premiumPaymentTermYears,
      riders: riders.items,
    },
    adjustments: riders.adjustments,
  };
}

/** C's answer as ours. */
export const fromCogwheelDirect = (
  answer: CogwheelTermAnswer,
  request: TermLifeRequest,
  stamp: OfferStamp,
): PartnerReply => (answer.status === 'NO_QUOTE' ? toDecline(answer) : offered(toOffer(answer, request, stamp)));
