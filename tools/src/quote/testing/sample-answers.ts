import type { AnswerView, QuoteResult } from '@app/contracts';
import { countAnswers, orderAnswers } from '@app/domain';

type Offer = AnswerView['offers'][number];

const CREATED_AT = '2026-11-25T10:00:00.000Z';
const ETA = '2026-11-25T10:00:20.000Z';

export const pending = (partner: string): AnswerView => ({
  partner,
  partnerName: `The ${partner}`,
  status: 'PENDING',
  late: false,
  partial: false,
  attempts: 0,
  startedAt: null,
  finishedAt: null,
  offers: [],
  declines: [],
  error: null,
});

const final = (partner: string, status: AnswerView['status']): AnswerView => ({
  ...pending(partner),
  status,
  attempts: 1,
  startedAt: CREATED_AT,
  finishedAt: '2026-11-25T10:00:00.200Z',
});

export const offer = (totalMinor: number): Offer => ({
  offerId: `off_${totalMinor}`,
  partnerQuoteRef: 'Q-1',
  planCode: 'PACKAGE',
  planName: 'Car Package',
  quality: 'FIRM',
  bindable: true,
  referralReasons: [],
  receivedAt: CREATED_AT,
  validUntil: '2026-12-10T10:00:00Z',
  validitySource: 'PARTNER',
  premium: {
    currency: 'INR',
    components: [{ kind: 'OWN_DAMAGE', partnerCode: 'OD', amountMinor: totalMinor }],
    netMinor: totalMinor,
    taxes: [],
    untaxedFeesMinor: 0,
    roundingMinor: 0,
    totalMinor,
    periodMonths: 12,
    instalments: [],
  },
  cover: {
    insuredValueMinor: 47_100_000,
    insuredValueRange: null,
    compulsoryDeductibleMinor: null,
    voluntaryDeductibleMinor: 0,
    addOns: [],
  },
  adjustments: [],
  documents: [],
});

export const quoted = (partner: string, totalMinor: number, changes: Partial<Offer> = {}): AnswerView => ({
  ...final(partner, 'QUOTED'),
  offers: [{ ...offer(totalMinor), ...changes }],
});

export const referred = (partner: string, totalMinor: number): AnswerView => ({
  ...final(partner, 'REFERRED'),
  offers: [{ ...offer(totalMinor), bindable: false, referralReasons: [{ code: 'R99', message: 'inspection needed' }] }],
});

export const declined = (partner: string): AnswerView => ({
  ...final(partner, 'DECLINED'),
  declines: [{ code: 'D99', source: 'PARTNER', category: 'OTHER', message: 'not our kind of car' }],
});

export const failed = (partner: string): AnswerView => ({
  ...final(partner, 'FAILED'),
  error: {
    category: 'UNAVAILABLE',
    messageKey: 'partner.noAnswer',
    message: 'This insurer could not answer right now.',
  },
});

export const timedOut = (partner: string): AnswerView => ({ ...final(partner, 'TIMED_OUT'), attempts: 0 });

/** A result with these rows; complete when none is pending. */
export function resultOf(answers: readonly AnswerView[], version = 1): QuoteResult {
  const id = '01970000-0000-7000-8000-000000000001';
  const self = `/v1/quote-requests/${id}`;
  const counts = countAnswers(answers.map((answer) => ({ ...answer, version, error: null })));
  const complete = counts.pending === 0;
  const order = orderAnswers(answers.map((answer) => ({ ...answer, version, error: null })));
  return {
    id,
    status: complete ? 'COMPLETED' : 'RUNNING',
    productLine: 'motor-four-wheeler',
    createdAt: CREATED_AT,
    eta: ETA,
    completedAt: complete ? CREATED_AT : null,
    version,
    counts,
    answers: order.flatMap(({ partner }) => answers.filter((answer) => answer.partner === partner)),
    links: { self, quotes: `${self}/quotes`, events: `${self}/events` },
  };
}
