import { rupees } from '../../wire-forms.js';
import type { Assessment, Verdict } from '../cogwheel-line.js';
import { ageAtStart, type LifePrice, type LifeRisk, lakhsOf, rateLife } from './rating.js';
import { INSTALMENTS, YOUNGEST_AGE } from './tariff.js';

const AGE: Verdict = { code: 'C-UW-31', text: 'Age outside 18 to 65' };
const AGE_AT_END: Verdict = { code: 'C-UW-32', text: 'Age plus term above 75' };
const LARGE_OR_OLD: Verdict = { code: 'C-RF-02', text: 'Sum assured above 2 crore or age above 55' };

const OLDEST_AGE = 65;
const OLDEST_AGE_AT_END = 75;
const MOST_UNREFERRED_LAKHS = 200;
const OLDEST_UNREFERRED_AGE = 55;

function declineOf(risk: LifeRisk): Verdict | null {
  const age = ageAtStart(risk);
  if (age < YOUNGEST_AGE || age > OLDEST_AGE) return AGE;
  return age + risk.termYears > OLDEST_AGE_AT_END ? AGE_AT_END : null;
}

const isReferred = (risk: LifeRisk): boolean =>
  lakhsOf(risk) > MOST_UNREFERRED_LAKHS || ageAtStart(risk) > OLDEST_UNREFERRED_AGE;

const quoteMembers = (price: LifePrice, sumAssured: number): Readonly<Record<string, unknown>> => ({
  sum_assured: sumAssured,
  lines: [
    { k: 'base', amt: rupees(price.base) },
    ...(price.discount === 0 ? [] : [{ k: 'sum_assured_discount', amt: rupees(-price.discount) }]),
  ],
  net: rupees(price.net),
  tax: [],
  premium_annual: rupees(price.annual),
  instalment: { mode: 'monthly', count: INSTALMENTS, amt: rupees(price.instalment) },
  premium: rupees(price.premium),
});

/** Rules and price of a life (rating.md §5.2). */
export function assessLife(risk: LifeRisk): Assessment {
  const decline = declineOf(risk);
  if (decline !== null) return { decline };
  const price = rateLife(risk);
  return {
    decline: null,
    referral: isReferred(risk) ? LARGE_OR_OLD : null,
    premiumMinor: price.premium,
    members: quoteMembers(price, risk.sumAssured),
  };
}
