import type { PartnerReply } from '@app/contracts';
import type { PremiumComponent } from '@app/domain';
import {
  adjusted,
  factsNobodyTakes,
  insuredValueAdjustment,
  type OfferStamp,
  pricedAddOns,
  settleAddOns,
} from '@app/partner-kit';
import type { MotorAddOn } from '@app/product-lines';
import { type PlanTerms, replyTo } from '../../plans.js';
import { isInAPlan, PLAN_ADD_ONS, PLAN_NAMES } from './cross-walk.js';
import type { CarRequest } from './to-fizzbuzz.js';
import { type FizzbuzzMotorLine, type FizzbuzzMotorPrice, motorPrice } from './wire.js';

/** A plan's add-ons are one component, so it names none. */
const LINES: Readonly<Record<FizzbuzzMotorLine, Pick<PremiumComponent, 'kind' | 'addOn'>>> = {
  OD: { kind: 'OWN_DAMAGE' },
  DISCOUNT: { kind: 'DISCOUNT' },
  NCB: { kind: 'NCB_DISCOUNT' },
  ADDONS: { kind: 'ADD_ON', addOn: null },
  TP: { kind: 'THIRD_PARTY' },
  PA: { kind: 'PERSONAL_ACCIDENT' },
};

function whyLeftOut(addOn: MotorAddOn): string {
  if (addOn === 'PA_OWNER_DRIVER') return 'not part of this kind of cover';
  return isInAPlan(addOn) ? 'not part of this plan' : 'not sold by this insurer';
}

function termsOf(price: FizzbuzzMotorPrice, request: CarRequest): PlanTerms {
  const { plan, idvMinor } = price;
  const { risk } = request;
  const components = price.lines.map(({ code, minor }) => ({ ...LINES[code], partnerCode: code, amountMinor: minor }));
  const addOns = settleAddOns(risk.addOns, [...PLAN_ADD_ONS[plan], ...pricedAddOns(components)], whyLeftOut);
  return {
    planCode: plan,
    planName: PLAN_NAMES[plan],
    components,
    periodMonths: 12,
    cover: {
      insuredValueMinor: idvMinor,
      insuredValueRange: null,
      // F does not say.
      compulsoryDeductibleMinor: null,
      voluntaryDeductibleMinor: 0,
      addOns: addOns.items,
    },
    adjustments: [
      ...insuredValueAdjustment(request, idvMinor, 'this plan has an insured value of its own'),
      ...adjusted('voluntaryDeductibleMinor', risk.voluntaryDeductibleMinor, 0, 'not offered by this insurer'),
      ...addOns.adjustments,
      ...factsNobodyTakes(request),
    ],
  };
}

/** The result of `motor.quotePlans` as ours. */
export const fromFizzbuzz = (result: unknown, request: CarRequest, newStamp: () => OfferStamp): PartnerReply =>
  replyTo(result, {
    ref: request.requestId,
    price: motorPrice,
    termsOf: (price) => termsOf(price, request),
    newStamp,
  });
