import type { PartnerReply } from '@app/contracts';
import type { CoverItem } from '@app/domain';
import {
  adjusted,
  factsNobodyTakes,
  insuredValueAdjustment,
  type MotorRequest,
  type OfferStamp,
  offered,
  pricedAddOns,
  type ReplyOffer,
  settleAddOns,
} from '@app/partner-kit';
import type { MotorAddOn } from '@app/product-lines';
import { type LineMeanings, toDecline, toPremium, toVerdict } from '../answer.js';
import { BUNDLES, CLASSES, COVERS, isInBundles, planName } from './cross-walk.js';
import type { CogwheelLineKey, CogwheelMotorAnswer, CogwheelMotorOffer } from './wire.js';

/** A bundle is one component for several add-ons, so it names none. */
const LINES: LineMeanings<CogwheelLineKey> = {
  own_damage: { kind: 'OWN_DAMAGE' },
  ncb: { kind: 'NCB_DISCOUNT' },
  bundle_smart: { kind: 'ADD_ON', addOn: null },
  bundle_max: { kind: 'ADD_ON', addOn: null },
  third_party: { kind: 'THIRD_PARTY' },
  pa_owner: { kind: 'PERSONAL_ACCIDENT' },
};

type Quote = CogwheelMotorOffer['quote'];

/** The bundle that was priced. */
const bundleOf = ({ lines }: Quote) =>
  BUNDLES.find(({ bundle }) => lines.some(({ k }) => k === `bundle_${bundle}`)) ?? { bundle: 'none', addOns: [] };

/** Why C left a wished add-on out: an accident cover or a bundle is there for some covers and classes only. */
const whyLeftOut =
  ({ coverType }: MotorRequest['risk']) =>
  (addOn: MotorAddOn): string => {
    if (addOn !== 'PA_OWNER_DRIVER' && !isInBundles(addOn)) return 'not sold by this insurer';
    if (addOn === 'PA_OWNER_DRIVER' || coverType === 'THIRD_PARTY') return 'not part of this kind of cover';
    return 'not sold for this vehicle';
  };

function cover({ idv, excess }: Quote, addOns: CoverItem[]): ReplyOffer['cover'] {
  return {
    insuredValueMinor: idv ?? null,
    insuredValueRange: null,
    compulsoryDeductibleMinor: excess.compulsory,
    voluntaryDeductibleMinor: 0,
    addOns,
  };
}

function toOffer(answer: CogwheelMotorOffer, request: MotorRequest, stamp: OfferStamp): ReplyOffer {
  const { quote } = answer;
  const { productLine, risk } = request;
  const { bundle, addOns } = bundleOf(quote);
  const premium = toPremium(quote, LINES, quote.rounding ?? 0);
  const settled = settleAddOns(risk.addOns, [...addOns, ...pricedAddOns(premium.components)], whyLeftOut(risk));
  return {
    ...toVerdict(answer, stamp),
    planCode: bundle,
    planName: planName(CLASSES[productLine], COVERS[risk.coverType], bundle),
    premium,
    cover: cover(quote, settled.items),
    adjustments: [
      ...insuredValueAdjustment(request, quote.idv ?? null, 'this insurer sets the insured value itself'),
      ...adjusted('voluntaryDeductibleMinor', risk.voluntaryDeductibleMinor, 0, 'not offered by this insurer'),
      ...settled.adjustments,
      ...factsNobodyTakes(request),
    ],
  };
}

/** C's answer as ours. */
export const fromCogwheelDirect = (
  answer: CogwheelMotorAnswer,
  request: MotorRequest,
  stamp: OfferStamp,
): PartnerReply => (answer.status === 'NO_QUOTE' ? toDecline(answer) : offered(toOffer(answer, request, stamp)));
