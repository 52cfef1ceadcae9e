import type { AnswerView } from '@app/contracts';
import { compareOffers, formatRupees, type Offer } from '@app/domain';
import type { Snapshot } from '../snapshot.js';
import { seconds } from './answer-table.js';
import { printable } from './table.js';

interface Candidate {
  readonly answer: AnswerView;
  readonly offer: Offer;
}

function cheapest(answers: readonly AnswerView[], bindable: boolean): Candidate | undefined {
  const candidates = answers.flatMap((answer) => answer.offers.map((offer) => ({ answer, offer })));
  return candidates
    .filter(({ offer }) => offer.bindable === bindable)
    .sort((a, b) => compareOffers(a.offer, b.offer))[0];
}

const describe = ({ answer, offer }: Candidate): string =>
  printable(`${answer.partnerName}, ${offer.planName}, ${formatRupees(offer.premium.totalMinor)}`);

function verdict({ answers }: Snapshot['result']): string {
  const best = cheapest(answers, true);
  if (best !== undefined) return `Cheapest offer: ${describe(best)} (valid until ${best.offer.validUntil}).`;
  const referred = cheapest(answers, false);
  if (referred !== undefined)
    return `No offer can be bought as it is; the cheapest to be looked at by its insurer: ${describe(referred)}.`;
  return 'No partner made an offer.';
}

/** How the quote ended, in two sentences. */
export const closingLines = ({ result, elapsedMs }: Snapshot): string[] => [
  verdict(result),
  `Complete after ${seconds(elapsedMs)} (quote request ${result.id}).`,
];
