import type { Assessment, Verdict } from '../eleventh-hour-line.js';
import { priceMembers } from '../price-members.js';
import type { Condition } from './codes.js';
import { agesOf, type HealthRisk, rateHealth } from './rating.js';

const TOO_OLD: Verdict = { code: 'EH-D1', text: 'Member older than 75' };
const NOT_INSURABLE: Verdict = { code: 'EH-D2', text: 'Declared condition not insurable' };
const OLD_OR_LARGE: Verdict = { code: 'EH-R1', text: 'Member of 61 or older, or sum insured of 50 lakh or more' };

const OLDEST_AGE = 75;
const REFERRED_AGE = 61;
const REFERRED_SUM_INSURED = 5_000_000;
const NOT_INSURABLE_CONDITIONS: ReadonlySet<Condition> = new Set(['CARDIAC', 'CANCER'] as const);

function declineOf(risk: HealthRisk): Verdict | null {
  if (Math.max(...agesOf(risk)) > OLDEST_AGE) return TOO_OLD;
  const declared = risk.persons.flatMap(({ conditions }) => conditions);
  return declared.some((condition) => NOT_INSURABLE_CONDITIONS.has(condition)) ? NOT_INSURABLE : null;
}

const isReferred = (risk: HealthRisk): boolean =>
  Math.max(...agesOf(risk)) >= REFERRED_AGE || Number(risk.sumInsured) >= REFERRED_SUM_INSURED;

/** Rules and price of a health risk (rating.md §7.1). */
export function assessHealth(risk: HealthRisk): Assessment {
  const decline = declineOf(risk);
  if (decline !== null) return { decline };
  const { lines, net } = rateHealth(risk);
  return {
    decline: null,
    referrals: isReferred(risk) ? [OLD_OR_LARGE] : [],
    payableMinor: net,
    members: priceMembers(lines, net),
  };
}
