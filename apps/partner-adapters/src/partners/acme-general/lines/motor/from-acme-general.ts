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
import { ADD_ON_CODES, COVERAGES, PRODUCTS, planName } from './cross-walk.js';
import type { AcmeLineCode, AcmeMotorAnswer, AcmeMotorOffer } from './wire.js';

const LINES: LineMeanings<AcmeLineCode> = {
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
  VEHICLE_AGE: 'not sold for a vehicle of this age',
  NOT_OFFERED: NOT_SOLD,
  COVER_TYPE: 'not part of this kind of cover',
};

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

function toOffer(answer: AcmeMotorOffer, request: MotorRequest, stamp: OfferStamp): ReplyOffer {
  const { insuredValue, deductible } = answer;
  const { risk, productLine } = request;
  const premium = toPremium(answer.premium, LINES, 12);
  const addOns = settleAddOns(risk.addOns, pricedAddOns(premium.components), whyLeftOut(answer));
  const planCode = COVERAGES[risk.coverType];
  return {
    ...toVerdict(answer, stamp),
    planCode,
    planName: planName(PRODUCTS[productLine], planCode),
    premium,
    cover: cover(answer, addOns.items),
    adjustments: [
      ...insuredValueAdjustment(request, insuredValue?.applied ?? null, 'outside the range that this insurer allows'),
      ...adjusted('voluntaryDeductibleMinor', risk.voluntaryDeductibleMinor, deductible.voluntary, 'not offered'),
      ...addOns.adjustments,
      ...factsNobodyTakes(request),
    ],
  };
}

/** A's answer as ours. */
export const fromAcmeGeneral = (answer: AcmeMotorAnswer, request: MotorRequest, stamp: OfferStamp): PartnerReply =>
  answer.decision === 'DECLINED' ? toDecline(answer) : offered(toOffer(answer, request, stamp));
