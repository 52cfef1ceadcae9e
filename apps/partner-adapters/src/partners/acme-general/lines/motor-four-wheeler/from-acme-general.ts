import type { CanonicalRequest, PartnerReply } from '@app/contracts';
import type { ComponentKind, CoverItem } from '@app/domain';
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
import { acmeGeneral } from '@app/partner-registry';
import type { MotorAddOn } from '@app/product-lines';
import { ADD_ON_CODES, COVERAGES, PLAN_NAMES } from './cross-walk.js';
import type { AcmeLineCode, AcmeMotorAnswer, AcmeMotorOffer } from './wire.js';

const LINES: Readonly<Record<AcmeLineCode, { readonly kind: ComponentKind; readonly addOn?: MotorAddOn }>> = {
  OD_BASIC: { kind: 'OWN_DAMAGE' },
  OD_BIFUEL: { kind: 'LOADING' },
  OD_DISCOUNT: { kind: 'DISCOUNT' },
  VOLUNTARY_DEDUCTIBLE_DISCOUNT: { kind: 'DISCOUNT' },
  NCB_DISCOUNT: { kind: 'NCB_DISCOUNT' },
  ADDON_ZD: { kind: 'ADD_ON', addOn: 'ZERO_DEP' },
  ADDON_RSA: { kind: 'ADD_ON', addOn: 'ROADSIDE_ASSIST' },
  ADDON_EP: { kind: 'ADD_ON', addOn: 'ENGINE_PROTECT' },
  ADDON_RTI: { kind: 'ADD_ON', addOn: 'RETURN_TO_INVOICE' },
  ADDON_CON: { kind: 'ADD_ON', addOn: 'CONSUMABLES' },
  TP_BASIC: { kind: 'THIRD_PARTY' },
  PA_OWNER_DRIVER: { kind: 'PERSONAL_ACCIDENT' },
};

const NOT_SOLD = 'not sold by this insurer';

/** A's reasons in `unavailableAddOns`. */
const LEFT_OUT_REASONS: Readonly<Record<string, string>> = {
  VEHICLE_AGE: 'not sold for a car of this age',
  NOT_OFFERED: NOT_SOLD,
  COVER_TYPE: 'not part of this kind of cover',
};

function premium({ premium: { currency, lines, net, taxes, total } }: AcmeMotorOffer): ReplyOffer['premium'] {
  return {
    currency,
    components: lines.map(({ code, amount }) => ({ ...LINES[code], partnerCode: code, amountMinor: amount })),
    netMinor: net,
    taxes: taxes.map(({ code, rateBp, amount }) => ({ scheme: code, rateBp, amountMinor: amount })),
    untaxedFeesMinor: 0,
    roundingMinor: 0,
    totalMinor: total,
    periodMonths: 12,
    instalments: [],
  };
}

/** Why A left a wished add-on out. */
const whyLeftOut = ({ unavailableAddOns }: AcmeMotorOffer) => {
  const reasons = new Map(unavailableAddOns.map(({ code, reason }) => [code, reason]));
  return (addOn: MotorAddOn): string => {
    if (addOn === 'PA_OWNER_DRIVER') return 'not part of this kind of cover';
    const reason = reasons.get(ADD_ON_CODES[addOn] ?? '');
    return (reason === undefined ? undefined : LEFT_OUT_REASONS[reason]) ?? NOT_SOLD;
  };
};

function cover({ insuredValue, deductible }: AcmeMotorOffer, addOns: CoverItem[]): ReplyOffer['cover'] {
  return {
    insuredValueMinor: insuredValue?.applied ?? null,
    insuredValueRange: insuredValue === undefined ? null : [insuredValue.minimum, insuredValue.maximum],
    compulsoryDeductibleMinor: deductible.compulsory,
    voluntaryDeductibleMinor: deductible.voluntary,
    addOns,
  };
}

function toOffer(answer: AcmeMotorOffer, request: CanonicalRequest, stamp: OfferStamp): ReplyOffer {
  const { insuredValue, deductible, bindable } = answer;
  const { risk } = request;
  const price = premium(answer);
  const addOns = settleAddOns(risk.addOns, pricedAddOns(price.components), whyLeftOut(answer));
  const planCode = COVERAGES[risk.coverType];
  return {
    ...stamp,
    partnerQuoteRef: answer.quoteId,
    planCode,
    planName: PLAN_NAMES[planCode],
    quality: bindable ? 'FIRM' : 'INDICATIVE',
    bindable,
    referralReasons: bindable ? [] : answer.reasons,
    validUntil: answer.validUntil,
    validitySource: 'PARTNER',
    premium: price,
    cover: cover(answer, addOns.items),
    adjustments: [
      ...insuredValueAdjustment(request, insuredValue?.applied ?? null, 'outside the range that this insurer allows'),
      ...adjusted('voluntaryDeductibleMinor', risk.voluntaryDeductibleMinor, deductible.voluntary, 'not offered'),
      ...addOns.adjustments,
      ...factsNobodyTakes(request),
    ],
    documents: [],
  };
}

/** A's answer as ours. A price that is subject to an underwriter is indicative. */
export function fromAcmeGeneral(answer: AcmeMotorAnswer, request: CanonicalRequest, stamp: OfferStamp): PartnerReply {
  if (answer.decision !== 'DECLINED') return offered(toOffer(answer, request, stamp));
  return declined(
    ...answer.reasons.map(({ code, message }) => partnerDecline(acmeGeneral.declineCodes, code, message)),
  );
}
