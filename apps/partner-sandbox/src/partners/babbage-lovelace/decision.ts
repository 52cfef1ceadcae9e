import type { MagicEffect } from '../../magic/magic-values.js';
import type { Assessment, CheckedRisk, Reason } from './lines/babbage-line.js';

const SANDBOX_DECLINE: Reason = { code: 'BL-199', text: 'Sandbox decline' };
const SANDBOX_REFERRAL: Reason = { code: 'BL-299', text: 'Sandbox referral' };

/** Magic decline, underwriting rules, price, in this order; a magic referral comes after that of the rules (errata 3). */
export function decide(risk: CheckedRisk, { declines, refers }: MagicEffect): Assessment {
  if (declines) return { decline: SANDBOX_DECLINE };
  const assessment = risk.assess();
  if (assessment.decline !== null || !refers) return assessment;
  return { ...assessment, referrals: [...assessment.referrals, SANDBOX_REFERRAL] };
}
