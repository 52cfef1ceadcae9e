import type { PartnerReply } from '@app/contracts';
import { type ComponentKind, type CoverItem, endOfDayIst } from '@app/domain';
import {
  adjusted,
  declined,
  factsNobodyTakes,
  insuredValueAdjustment,
  type MotorRequest,
  type OfferStamp,
  offered,
  partnerDecline,
  pricedAddOns,
  type ReplyOffer,
  settleAddOns,
} from '@app/partner-kit';
import { dakBungalow } from '@app/partner-registry';
import type { MotorAddOn } from '@app/product-lines';
import { COVERS, planName, VEHICLE_CLASSES } from './cross-walk.js';
import type { DakItem, DakMotorAnswer, DakMotorOffer } from './wire.js';

const COMPONENTS: Readonly<Record<DakItem, { readonly kind: ComponentKind; readonly addOn?: MotorAddOn }>> = {
  'BASIC OD': { kind: 'OWN_DAMAGE' },
  'AGE LOADING': { kind: 'LOADING' },
  'OD DISCOUNT': { kind: 'DISCOUNT' },
  NCB: { kind: 'NCB_DISCOUNT' },
  'NIL DEP': { kind: 'ADD_ON', addOn: 'ZERO_DEP' },
  RSA: { kind: 'ADD_ON', addOn: 'ROADSIDE_ASSIST' },
  'BASIC TP': { kind: 'THIRD_PARTY' },
  'PA OWNER DRIVER': { kind: 'PERSONAL_ACCIDENT' },
};

/** D prints the amount alone; on motor insurance, all that it sells, the rate is 18 % (canonical-model.md §6). */
const GST_RATE_BP = 1_800;

function premium({ items, trailer: { net, gst, total } }: DakMotorOffer): ReplyOffer['premium'] {
  return {
    currency: 'INR',
    components: items.map(({ description, amount }) => ({
      ...COMPONENTS[description],
      partnerCode: description,
      amountMinor: amount,
    })),
    netMinor: net,
    taxes: [{ scheme: 'GST', rateBp: GST_RATE_BP, amountMinor: gst }],
    untaxedFeesMinor: 0,
    roundingMinor: 0,
    totalMinor: total,
    periodMonths: 12,
    instalments: [],
  };
}

/** Why a wished add-on was not priced: for zero depreciation because D was asked again without it (E33). */
const whyLeftOut =
  ({ coverType }: MotorRequest['risk']) =>
  (addOn: MotorAddOn): string => {
    const isSold = Object.values(COMPONENTS).some((component) => component.addOn === addOn);
    if (!isSold && addOn !== 'PA_OWNER_DRIVER') return 'not sold by this insurer';
    if (addOn === 'ZERO_DEP' && coverType !== 'THIRD_PARTY') return 'not sold for a vehicle of this age';
    return 'not part of this kind of cover';
  };

const cover = (insuredValueMinor: number | null, addOns: CoverItem[]): ReplyOffer['cover'] => ({
  insuredValueMinor,
  insuredValueRange: null,
  // D has one and does not print it.
  compulsoryDeductibleMinor: null,
  voluntaryDeductibleMinor: 0,
  addOns,
});

function toOffer(answer: DakMotorOffer, request: MotorRequest, stamp: OfferStamp): ReplyOffer {
  const { quoteNo, validUpto, idv } = answer.header;
  const { productLine, risk } = request;
  const price = premium(answer);
  const addOns = settleAddOns(risk.addOns, pricedAddOns(price.components), whyLeftOut(risk));
  const planCode = COVERS[risk.coverType];
  return {
    ...stamp,
    partnerQuoteRef: quoteNo,
    planCode,
    planName: planName(VEHICLE_CLASSES[productLine], planCode),
    // Firm only at the proposal, which comes with the application.
    quality: 'INDICATIVE',
    bindable: answer.rc === '00',
    referralReasons: answer.rc === '20' ? answer.details : [],
    validUntil: endOfDayIst(validUpto),
    validitySource: 'PARTNER',
    premium: price,
    cover: cover(idv, addOns.items),
    adjustments: [
      ...insuredValueAdjustment(request, idv, 'this insurer allows no value but its own'),
      ...adjusted('voluntaryDeductibleMinor', risk.voluntaryDeductibleMinor, 0, 'not offered by this insurer'),
      ...addOns.adjustments,
      ...factsNobodyTakes(request),
    ],
    documents: [],
  };
}

/** D's answer as ours. */
export function fromDakBungalow(answer: DakMotorAnswer, request: MotorRequest, stamp: OfferStamp): PartnerReply {
  if (answer.rc !== '10') return offered(toOffer(answer, request, stamp));
  return declined(
    ...answer.details.map(({ code, message }) => partnerDecline(dakBungalow.declineCodes, code, message)),
  );
}
