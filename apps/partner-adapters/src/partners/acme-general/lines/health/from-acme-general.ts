import type { CanonicalRequestOf, PartnerReply } from '@app/contracts';
import { adjusted, type OfferStamp, offered, type ReplyOffer } from '@app/partner-kit';
import { type LineMeanings, toDecline, toPremium, toVerdict } from '../answer.js';
import { PLAN_NAMES } from './cross-walk.js';
import type { AcmeHealthAnswer, AcmeHealthOffer, AcmeHealthRequest, AcmeLineCode } from './wire.js';

const LINES: LineMeanings<AcmeLineCode> = {
  BASE: { kind: 'BASE' },
  ZONE_DISCOUNT: { kind: 'DISCOUNT' },
  PED_LOADING: { kind: 'LOADING' },
  TOBACCO_LOADING: { kind: 'LOADING' },
  TENURE_EXTENSION: { kind: 'BASE' },
  LONG_TERM_DISCOUNT: { kind: 'DISCOUNT' },
};

type HealthRequest = CanonicalRequestOf<'health'>;

/** What A prices otherwise than asked: its own list of sums, no deductible, no credit for waiting served elsewhere. */
function adjustments({ risk }: HealthRequest, sumInsured: number): ReplyOffer['adjustments'] {
  const { sumInsuredMinor, deductibleMinor, portability } = risk;
  const noCredit = { field: 'portability', requested: portability, applied: null, reason: 'not credited' };
  return [
    ...adjusted('sumInsuredMinor', sumInsuredMinor, sumInsured, 'the next higher one that this insurer sells'),
    ...adjusted('deductibleMinor', deductibleMinor, 0, 'not offered by this insurer'),
    ...(portability === null ? [] : [noCredit]),
  ];
}

function toOffer(
  answer: AcmeHealthOffer,
  { sumInsured, tenureYears, policyType }: AcmeHealthRequest['proposal'],
  request: HealthRequest,
  stamp: OfferStamp,
): ReplyOffer {
  return {
    ...toVerdict(answer, stamp),
    planCode: policyType,
    planName: PLAN_NAMES[policyType],
    premium: toPremium(answer.premium, LINES, 12 * tenureYears),
    cover: { sumInsuredMinor: sumInsured, deductibleMinor: 0, basis: policyType, tenureYears },
    adjustments: adjustments(request, sumInsured),
  };
}

/** A's answer as ours: what it covers is what A was asked for, since the answer does not repeat it. */
export const fromAcmeGeneral = (
  answer: AcmeHealthAnswer,
  { proposal }: AcmeHealthRequest,
  request: HealthRequest,
  stamp: OfferStamp,
): PartnerReply =>
  answer.decision === 'DECLINED' ? toDecline(answer) : offered(toOffer(answer, proposal, request, stamp));
