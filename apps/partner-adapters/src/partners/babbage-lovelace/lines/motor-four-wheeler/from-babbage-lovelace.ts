import type { PartnerReply } from '@app/contracts';
import type { ComponentKind, CoverItem } from '@app/domain';
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
import type { BabbageAnswer } from '../../message-status.js';
import { premium, rejected, terms } from '../answer.js';
import { COVERAGE_CODES, COVERS, PLAN_NAMES } from './cross-walk.js';
import type { BabbageMotorCoverage, BabbageMotorQuote } from './wire.js';

const COMPONENTS: Readonly<
  Record<BabbageMotorCoverage, { readonly kind: ComponentKind; readonly addOn?: MotorAddOn }>
> = {
  OD: { kind: 'OWN_DAMAGE' },
  NCB: { kind: 'NCB_DISCOUNT' },
  ZDEP: { kind: 'ADD_ON', addOn: 'ZERO_DEP' },
  RSA: { kind: 'ADD_ON', addOn: 'ROADSIDE_ASSIST' },
  ENGP: { kind: 'ADD_ON', addOn: 'ENGINE_PROTECT' },
  RTI: { kind: 'ADD_ON', addOn: 'RETURN_TO_INVOICE' },
  CONS: { kind: 'ADD_ON', addOn: 'CONSUMABLES' },
  TP: { kind: 'THIRD_PARTY' },
  PAOD: { kind: 'PERSONAL_ACCIDENT' },
  FEE: { kind: 'FEE_TAXED' },
};

type Vehicle = BabbageMotorQuote['PersAutoLineBusiness']['PersVeh'];

const components = ({ Coverage }: Vehicle) =>
  Coverage.map(({ CoverageCd, CurrentTermAmt }) => ({
    ...COMPONENTS[CoverageCd],
    partnerCode: CoverageCd,
    amountMinor: CurrentTermAmt,
  }));

/** Why B left a wished add-on out (BL-301, or silently where the kind of cover has none). */
const whyLeftOut =
  ({ coverType }: MotorRequest['risk']) =>
  (addOn: MotorAddOn): string => {
    if (COVERAGE_CODES[addOn] === undefined) return 'not sold by this insurer';
    if (coverType === 'THIRD_PARTY' || addOn === 'PA_OWNER_DRIVER') return 'not part of this kind of cover';
    return 'not sold for this vehicle';
  };

function cover({ StatedValueAmt, Deductible }: Vehicle, addOns: CoverItem[]): ReplyOffer['cover'] {
  const compulsory = Deductible.find(({ DeductibleTypeCd }) => DeductibleTypeCd === 'CL');
  return {
    insuredValueMinor: StatedValueAmt ?? null,
    insuredValueRange: null,
    compulsoryDeductibleMinor: compulsory?.FormatCurrencyAmt ?? null,
    voluntaryDeductibleMinor: 0,
    addOns,
  };
}

type Priced = Exclude<BabbageAnswer<BabbageMotorQuote>, { verdict: 'REJECTED' }>;

function toOffer(answer: Priced, request: MotorRequest, stamp: OfferStamp): ReplyOffer {
  const { PersPolicy, PersAutoLineBusiness } = answer.quote;
  const { PersVeh } = PersAutoLineBusiness;
  const { risk } = request;
  const price = premium(PersPolicy, components(PersVeh), 12);
  const addOns = settleAddOns(risk.addOns, pricedAddOns(price.components), whyLeftOut(risk));
  const planCode = COVERS[risk.coverType];
  return {
    ...stamp,
    ...terms(answer),
    planCode,
    planName: PLAN_NAMES[planCode],
    premium: price,
    cover: cover(PersVeh, addOns.items),
    adjustments: [
      ...insuredValueAdjustment(request, PersVeh.StatedValueAmt ?? null, 'capped to what this insurer allows'),
      ...adjusted('voluntaryDeductibleMinor', risk.voluntaryDeductibleMinor, 0, 'not offered by this insurer'),
      ...addOns.adjustments,
      ...factsNobodyTakes(request),
    ],
    documents: [],
  };
}

/** B's answer as ours. */
export const fromBabbageLovelace = (
  answer: BabbageAnswer<BabbageMotorQuote>,
  request: MotorRequest,
  stamp: OfferStamp,
): PartnerReply =>
  answer.verdict === 'REJECTED' ? rejected(answer.reasons) : offered(toOffer(answer, request, stamp));
