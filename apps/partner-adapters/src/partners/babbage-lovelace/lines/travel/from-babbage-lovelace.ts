import type { CanonicalRequestOf, PartnerReply } from '@app/contracts';
import { type CoverItem, completedMonths, type PremiumComponent } from '@app/domain';
import { leftOut, type OfferStamp, offered, type ReplyOffer } from '@app/partner-kit';
import type { BabbageAnswer } from '../../message-status.js';
import { premium, rejected, terms } from '../answer.js';
import type { BabbageTravelCoverage, BabbageTravelQuestion, BabbageTravelQuote } from './wire.js';

type TravelRequest = CanonicalRequestOf<'travel'>;
type Risk = TravelRequest['risk'];

/** How a coverage counts; what is not here is a traveller's. */
const SHARED: Readonly<Partial<Record<BabbageTravelCoverage, Pick<PremiumComponent, 'kind' | 'addOn'>>>> = {
  GROUP: { kind: 'DISCOUNT' },
  ADVENTURE: { kind: 'ADD_ON', addOn: 'ADVENTURE_SPORTS' },
};

const components = ({ PersTravelLineBusiness: { Coverage } }: BabbageTravelQuote): PremiumComponent[] =>
  Coverage.map(({ CoverageCd, CurrentTermAmt }) => ({
    ...(SHARED[CoverageCd] ?? { kind: 'TRAVELLER' }),
    partnerCode: CoverageCd,
    amountMinor: CurrentTermAmt,
  }));

/** Months that a trip has begun. */
const periodMonths = ({ departureDate, returnDate }: Risk): number => completedMonths(departureDate, returnDate) + 1;

/** The wished options: included are those that were priced. */
function settleOptions({ options }: Risk, priced: readonly PremiumComponent[]) {
  const isPriced = (option: string) => priced.some(({ addOn }) => addOn === option);
  const missing = options.filter((option) => !isPriced(option));
  const included = options.filter(isPriced).map((code): CoverItem => ({ code, state: 'INCLUDED' }));
  const { items, adjustments } = leftOut('options', missing, 'not sold by this insurer');
  return { items: [...included, ...items], adjustments };
}

function limitAdjustment({ medicalLimit }: Risk, applied: number): ReplyOffer['adjustments'] {
  if (medicalLimit.amountMinor === applied) return [];
  const reason = 'the next higher limit of this insurer';
  return [
    { field: 'medicalLimit', requested: medicalLimit, applied: { ...medicalLimit, amountMinor: applied }, reason },
  ];
}

type Priced = Exclude<BabbageAnswer<BabbageTravelQuote>, { verdict: 'REJECTED' }>;

function toOffer(
  answer: Priced,
  { medicalLimitMinor }: BabbageTravelQuestion,
  { risk }: TravelRequest,
  stamp: OfferStamp,
): ReplyOffer {
  const price = premium(answer.quote.PersPolicy, components(answer.quote), periodMonths(risk));
  const options = settleOptions(risk, price.components);
  return {
    ...stamp,
    ...terms(answer),
    planCode: 'TRAV',
    planName: 'Travel Single Trip',
    premium: price,
    cover: { medicalLimit: { amountMinor: medicalLimitMinor, currency: 'USD' }, options: options.items },
    adjustments: [...limitAdjustment(risk, medicalLimitMinor), ...options.adjustments],
    documents: [],
  };
}

/** B's answer as ours. */
export const fromBabbageLovelace = (
  answer: BabbageAnswer<BabbageTravelQuote>,
  question: BabbageTravelQuestion,
  request: TravelRequest,
  stamp: OfferStamp,
): PartnerReply =>
  answer.verdict === 'REJECTED' ? rejected(answer.reasons) : offered(toOffer(answer, question, request, stamp));
