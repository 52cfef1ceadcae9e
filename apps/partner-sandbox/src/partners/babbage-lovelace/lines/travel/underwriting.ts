import { amountElement } from '../../wire-forms.js';
import type { Assessment, Reason } from '../babbage-line.js';
import { agesOf, daysOf, type Journey, rateTravel } from './rating.js';
import { OLDEST_TRAVELLER } from './tariff.js';

interface DeclineRule extends Reason {
  readonly applies: (journey: Journey) => boolean;
}

const LONGEST_DAYS = 180;

/** In the order in which they are asked (rating.md §4.2). */
const DECLINES: readonly DeclineRule[] = [
  { code: 'BL-111', text: 'Trip is longer than 180 days', applies: (journey) => daysOf(journey) > LONGEST_DAYS },
  {
    code: 'BL-112',
    text: 'A traveller is older than 70 years',
    applies: (journey) => agesOf(journey).some((age) => age > OLDEST_TRAVELLER),
  },
];

/** Rules and price of a journey (rating.md §4.2). */
export function assessTravel(journey: Journey): Assessment {
  const decline = DECLINES.find(({ applies }) => applies(journey));
  if (decline !== undefined) return { decline: { code: decline.code, text: decline.text } };
  const price = rateTravel(journey);
  const Coverage = price.lines.map(({ code, amount }) => ({
    CoverageCd: code,
    CurrentTermAmt: amountElement(amount),
  }));
  return {
    decline: null,
    referrals: [],
    changes: [],
    leftOut: [],
    price,
    lineBusiness: { PersTravelLineBusiness: { Coverage } },
  };
}
