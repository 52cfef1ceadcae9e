import type { MagicEffect } from '../../magic/magic-values.js';
import type { CheckedRisk, Reason } from './lines/acme-line.js';

/** What A says to a risk that it can read. */
export interface Decision {
  readonly decision: 'ACCEPTED' | 'REFERRED' | 'DECLINED';
  readonly reasons: readonly Reason[];
  /** Null when declined. */
  readonly totalMinor: number | null;
  readonly members: Readonly<Record<string, unknown>>;
}

const SANDBOX_DECLINE: Reason = { code: 'AG-D99', message: 'Sandbox decline' };
const SANDBOX_REFERRAL: Reason = { code: 'AG-R99', message: 'Sandbox referral' };

const declined = (reason: Reason): Decision => ({
  decision: 'DECLINED',
  reasons: [reason],
  totalMinor: null,
  members: {},
});

/** Magic decline, underwriting rules, price, in this order; a magic referral comes after those of the rules. */
export function decide(risk: CheckedRisk, { declines, refers }: MagicEffect): Decision {
  if (declines) return declined(SANDBOX_DECLINE);
  const assessment = risk.assess();
  if (assessment.decline !== null) return declined(assessment.decline);
  const { totalMinor, members } = assessment;
  const reasons = refers ? [...assessment.referrals, SANDBOX_REFERRAL] : assessment.referrals;
  return { decision: reasons.length === 0 ? 'ACCEPTED' : 'REFERRED', reasons, totalMinor, members };
}
