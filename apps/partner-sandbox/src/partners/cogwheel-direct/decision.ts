import type { MagicEffect } from '../../magic/magic-values.js';
import type { Assessment, CheckedRisk, Verdict } from './lines/cogwheel-line.js';

const SANDBOX_DECLINE: Verdict = { code: 'C-UW-99', text: 'Sandbox decline' };
const SANDBOX_REFERRAL: Verdict = { code: 'C-RF-99', text: 'Sandbox referral' };

/** Magic decline, underwriting rules, price, in this order; a magic referral hides that of the rules (errata 3). */
export function decide(risk: CheckedRisk, { declines, refers }: MagicEffect): Assessment {
  if (declines) return { decline: SANDBOX_DECLINE };
  const assessment = risk.assess();
  if (assessment.decline !== null || !refers) return assessment;
  return { ...assessment, referral: SANDBOX_REFERRAL };
}
