import type { Assessment, Reason } from '../acme-line.js';
import { agesOf, conditionedMembers, type HealthPrice, type HealthRisk, rateHealth } from './rating.js';
import { OLDEST_AGE } from './tariff.js';

const TOO_OLD: Reason = { code: 'AG-D11', message: 'Eldest member is older than 65' };
const TOO_MANY_CONDITIONED: Reason = {
  code: 'AG-D12',
  message: 'More than two members with pre-existing conditions',
};
const MEDICAL_TEST: Reason = { code: 'AG-R11', message: 'Medical test needed' };

const MOST_CONDITIONED = 2;
const LOWEST_TESTED_SUM_INSURED = 100_000_000;

function declineOf(risk: HealthRisk): Reason | null {
  if (Math.max(...agesOf(risk)) > OLDEST_AGE) return TOO_OLD;
  return conditionedMembers(risk) > MOST_CONDITIONED ? TOO_MANY_CONDITIONED : null;
}

const needsMedicalTest = (risk: HealthRisk): boolean =>
  conditionedMembers(risk) > 0 && risk.sumInsured >= LOWEST_TESTED_SUM_INSURED;

const answerMembers = ({ lines, net }: HealthPrice): Readonly<Record<string, unknown>> => ({
  premium: {
    currency: 'INR',
    lines,
    net,
    taxes: [{ code: 'GST', rateBp: 0, amount: 0, exemption: 'INDIVIDUAL_HEALTH' }],
    total: net,
  },
});

/** Rules and price of a health risk (rating.md §3.2). */
export function assessHealth(risk: HealthRisk): Assessment {
  const decline = declineOf(risk);
  if (decline !== null) return { decline };
  const price = rateHealth(risk);
  return {
    decline: null,
    referrals: needsMedicalTest(risk) ? [MEDICAL_TEST] : [],
    totalMinor: price.net,
    members: answerMembers(price),
  };
}
