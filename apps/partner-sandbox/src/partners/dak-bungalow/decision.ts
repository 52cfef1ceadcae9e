import type { MagicEffect } from '../../magic/magic-values.js';
import type { Assessment, CheckedRisk, Reason } from './lines/dak-line.js';

const SANDBOX_DECLINE: Reason = { code: 'E39', field: 'regn4', text: 'SANDBOX DECLINE' };
const SANDBOX_REFERRAL: Reason = { code: 'E29', field: 'regn4', text: 'SANDBOX REFERRAL' };

/** Magic decline, underwriting rules, price, in this order (errata 3). */
export function decide(risk: CheckedRisk, { declines, refers }: MagicEffect): Assessment {
  if (declines) return { decline: SANDBOX_DECLINE };
  const assessment = risk.assess();
  if (assessment.decline !== null || !refers) return assessment;
  return { ...assessment, referral: SANDBOX_REFERRAL };
}
