import { decimalFromMinor } from '@app/domain';
import type { Assessment, Verdict } from '../eleventh-hour-line.js';
import { priceMembers } from '../price-members.js';
import { ageAtStart, type LifePrice, type LifeRisk, rateLife } from './rating.js';
import { incomeMultiple, OCCUPATION_FACTOR, YOUNGEST_AGE } from './tariff.js';

interface DeclineRule extends Verdict {
  readonly applies: (risk: LifeRisk, age: number) => boolean;
}

const OLDEST_AGE = 60;
const OLDEST_AGE_AT_END = 70;

/** In the order in which they are asked (rating.md §7.2). */
const DECLINES: readonly DeclineRule[] = [
  { code: 'EH-D3', text: 'Age outside 18 to 60', applies: (_risk, age) => age < YOUNGEST_AGE || age > OLDEST_AGE },
  {
    code: 'EH-D4',
    text: 'Age plus term above 70',
    applies: ({ termYears }, age) => age + termYears > OLDEST_AGE_AT_END,
  },
  {
    code: 'EH-D5',
    text: 'Occupation class not insured',
    applies: ({ occupationClass }) => OCCUPATION_FACTOR[occupationClass] === undefined,
  },
  {
    code: 'EH-D6',
    text: 'Sum assured too high for the income',
    applies: ({ sumAssured, annualIncome }, age) => sumAssured > incomeMultiple(age) * annualIncome,
  },
];

const LARGE: Verdict = { code: 'EH-R2', text: 'Sum assured of 2 crore or more' };
const REFERRED_SUM_ASSURED = 20_000_000;

const offerMembers = ({ base, instalment, count, total }: LifePrice): Readonly<Record<string, unknown>> => ({
  ...priceMembers([{ code: 'BASE', amount: base }], total),
  instalments: { count, amount: decimalFromMinor(instalment), firstDue: 'ON_ISSUE' },
});

/** Rules and price of a life (rating.md §7.2). */
export function assessLife(risk: LifeRisk): Assessment {
  const age = ageAtStart(risk);
  const decline = DECLINES.find(({ applies }) => applies(risk, age));
  if (decline !== undefined) return { decline: { code: decline.code, text: decline.text } };
  const price = rateLife(risk);
  return {
    decline: null,
    referrals: risk.sumAssured >= REFERRED_SUM_ASSURED ? [LARGE] : [],
    payableMinor: price.instalment,
    members: offerMembers(price),
  };
}
