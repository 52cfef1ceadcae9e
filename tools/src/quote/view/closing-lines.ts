import { formatRupees } from '@app/domain';
import { type Candidate, cheapest } from '../apply/choose-offer.js';
import type { Snapshot } from '../snapshot.js';
import { seconds } from './answer-table.js';
import { printable } from './table.js';

export const describeOffer = ({ answer, offer }: Candidate): string =>
  printable(`${answer.partnerName}, ${offer.planName}, ${formatRupees(offer.premium.totalMinor)}`);

function verdict({ answers }: Snapshot['result']): string {
  const best = cheapest(answers, true);
  if (best !== undefined) return `Cheapest offer: ${describeOffer(best)} (valid until ${best.offer.validUntil}).`;
  const referred = cheapest(answers, false);
  if (referred !== undefined)
    return `No offer can be bought as it is; the cheapest to be looked at by its insurer: ${describeOffer(referred)}.`;
  return 'No partner made an offer.';
}

/** How the quote ended, in two sentences. */
export const closingLines = ({ result, elapsedMs }: Snapshot): string[] => [
  verdict(result),
  `Complete after ${seconds(elapsedMs)} (quote request ${result.id}).`,
];
