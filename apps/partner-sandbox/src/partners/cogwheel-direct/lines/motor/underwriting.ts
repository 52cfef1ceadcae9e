import { rupees } from '../../wire-forms.js';
import type { Assessment, Verdict } from '../cogwheel-line.js';
import { ageInMonths, type MotorPrice, type MotorRisk, rateMotor } from './rating.js';

interface DeclineRule extends Verdict {
  readonly applies: (risk: MotorRisk) => boolean;
}

/** In the order in which they are asked (rating.md §5.1). */
const DECLINES: readonly DeclineRule[] = [
  { code: 'C-UW-10', text: 'Vehicle is 144 months or older', applies: (risk) => ageInMonths(risk) >= 144 },
  { code: 'C-UW-11', text: 'Capacity above 2500 cc', applies: ({ vehicle }) => vehicle.engineCapacityCc > 2500 },
  {
    code: 'C-UW-21',
    text: 'Bundle not sold for vehicles of 84 months or more',
    applies: (risk) => risk.bundle !== 'none' && ageInMonths(risk) >= 84,
  },
];

const MANY_CLAIMS: Verdict = { code: 'C-RF-01', text: 'Two or more prior claims' };

const quoteMembers = (price: MotorPrice): Readonly<Record<string, unknown>> => ({
  ...(price.idv === null ? {} : { idv: rupees(price.idv) }),
  lines: price.lines.map(({ k, minor }) => ({ k, amt: rupees(minor) })),
  net: rupees(price.net),
  tax: price.tax.map(({ k, pct, minor }) => ({ k, pct, amt: rupees(minor) })),
  rounding: rupees(price.rounding),
  premium: rupees(price.premium),
  excess: { compulsory: rupees(price.compulsoryExcess) },
});

/** Rules and price of a motor risk (rating.md §5.1). */
export function assessMotor(risk: MotorRisk): Assessment {
  const decline = DECLINES.find(({ applies }) => applies(risk));
  if (decline !== undefined) return { decline: { code: decline.code, text: decline.text } };
  const price = rateMotor(risk);
  return {
    decline: null,
    referral: risk.priorClaims >= 2 ? MANY_CLAIMS : null,
    premiumMinor: price.premium,
    members: quoteMembers(price),
  };
}
