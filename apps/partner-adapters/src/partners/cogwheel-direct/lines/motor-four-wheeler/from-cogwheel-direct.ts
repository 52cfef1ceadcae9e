import type { CanonicalRequest, PartnerReply } from '@app/contracts';
import type { CoverItem, PremiumComponent } from '@app/domain';
import {
  adjusted,
  declined,
  factsNobodyTakes,
  insuredValueAdjustment,
  type OfferStamp,
  offered,
  partnerDecline,
  pricedAddOns,
  type ReplyOffer,
  settleAddOns,
} from '@app/partner-kit';
import { cogwheelDirect } from '@app/partner-registry';
import type { MotorAddOn } from '@app/product-lines';
import { BUNDLES, COVERS, isInBundles, planName } from './cross-walk.js';
import type { CogwheelLineKey, CogwheelMotorAnswer, CogwheelMotorOffer } from './wire.js';

/** A bundle is one component for several add-ons, so it names none. */
const LINES: Readonly<Record<CogwheelLineKey, Pick<PremiumComponent, 'kind' | 'addOn'>>> = {
  own_damage: { kind: 'OWN_DAMAGE' },
  ncb: { kind: 'NCB_DISCOUNT' },
  bundle_smart: { kind: 'ADD_ON', addOn: null },
  bundle_max: { kind: 'ADD_ON', addOn: null },
  third_party: { kind: 'THIRD_PARTY' },
  pa_owner: { kind: 'PERSONAL_ACCIDENT' },
};

type Quote = CogwheelMotorOffer['quote'];

function premium({ lines, net, tax, rounding, premium: total }: Quote): ReplyOffer['premium'] {
  return {
    currency: 'INR',
    components: lines.map(({ k, amt }) => ({ ...LINES[k], partnerCode: k, amountMinor: amt })),
    netMinor: net,
    taxes: tax.map(({ k, pct, amt }) => ({ scheme: k, rateBp: pct, amountMinor: amt })),
    untaxedFeesMinor: 0,
    roundingMinor: rounding ?? 0,
    totalMinor: total,
    periodMonths: 12,
    instalments: [],
  };
}

/** The bundle that was priced. */
const bundleOf = ({ lines }: Quote) =>
  BUNDLES.find(({ bundle }) => lines.some(({ k }) => k === `bundle_${bundle}`)) ?? { bundle: 'none', addOns: [] };

const whyLeftOut = (addOn: MotorAddOn): string =>
  addOn === 'PA_OWNER_DRIVER' || isInBundles(addOn) ? 'not part of this kind of cover' : 'not sold by this insurer';

function cover({ idv, excess }: Quote, addOns: CoverItem[]): ReplyOffer['cover'] {
  return {
    insuredValueMinor: idv ?? null,
    insuredValueRange: null,
    compulsoryDeductibleMinor: excess.compulsory,
    voluntaryDeductibleMinor: 0,
    addOns,
  };
}

function toOffer(answer: CogwheelMotorOffer, request: CanonicalRequest, stamp: OfferStamp): ReplyOffer {
  const { quote } = answer;
  const { risk } = request;
  const { bundle, addOns } = bundleOf(quote);
  const price = premium(quote);
  const settled = settleAddOns(risk.addOns, [...addOns, ...pricedAddOns(price.components)], whyLeftOut);
  const firm = quote.firm === 'Y';
  return {
    ...stamp,
    partnerQuoteRef: quote.quote_no,
    planCode: bundle,
    planName: planName(COVERS[risk.coverType], bundle),
    quality: firm ? 'FIRM' : 'INDICATIVE',
    bindable: firm,
    referralReasons: answer.status === 'REFER' ? [{ code: answer.refer.code, message: answer.refer.text }] : [],
    validUntil: quote.valid_till,
    validitySource: 'PARTNER',
    premium: price,
    cover: cover(quote, settled.items),
    adjustments: [
      ...insuredValueAdjustment(request, quote.idv ?? null, 'this insurer sets the insured value itself'),
      ...adjusted('voluntaryDeductibleMinor', risk.voluntaryDeductibleMinor, 0, 'not offered by this insurer'),
      ...settled.adjustments,
      ...factsNobodyTakes(request),
    ],
    documents: [],
  };
}

/** C's answer as ours. A price that is subject to an underwriter is indicative. */
export function fromCogwheelDirect(
  answer: CogwheelMotorAnswer,
  request: CanonicalRequest,
  stamp: OfferStamp,
): PartnerReply {
  if (answer.status !== 'NO_QUOTE') return offered(toOffer(answer, request, stamp));
  const { code, text } = answer.decline;
  return declined(partnerDecline(cogwheelDirect.declineCodes, code, text));
}
