import type { AnswerView, QuoteResult } from '@app/contracts';
import { compareOffers, type Offer, ok, type Result, refused } from '@app/domain';

/** An offer, and the answer that it is in. */
export interface Candidate {
  readonly answer: AnswerView;
  readonly offer: Offer;
}

/** The first by the order of the comparison among those that may be bound, or among those that may not. */
export function cheapest(answers: readonly AnswerView[], bindable: boolean): Candidate | undefined {
  const candidates = answers.flatMap((answer) => answer.offers.map((offer) => ({ answer, offer })));
  return candidates
    .filter(({ offer }) => offer.bindable === bindable)
    .sort((a, b) => compareOffers(a.offer, b.offer))[0];
}

/** Why there is nothing to apply for. */
export type NoOffer =
  | { readonly reason: 'NOT_ASKED'; readonly partner: string; readonly asked: readonly string[] }
  | { readonly reason: 'NONE_BINDABLE'; readonly rows: readonly AnswerView[] };

/** The cheapest offer that may be bound, of one partner when given. */
export function chooseOffer({ answers }: QuoteResult, partner: string | undefined): Result<Candidate, NoOffer> {
  const rows = answers.filter((answer) => partner === undefined || answer.partner === partner);
  if (partner !== undefined && rows.length === 0)
    return refused({ reason: 'NOT_ASKED', partner, asked: answers.map((answer) => answer.partner) });
  const best = cheapest(rows, true);
  return best === undefined ? refused({ reason: 'NONE_BINDABLE', rows }) : ok(best);
}

/** What is paid at issuance: the whole, or the first of several instalments. */
export const dueMinorOf = ({ premium }: Offer): number =>
  premium.instalments.find(({ count }) => count > 1)?.amountMinor ?? premium.totalMinor;
