import type { Behaviour } from '../../behaviour/behaviour.js';
import type { MagicEffect } from '../../magic/magic-values.js';
import type { CheckedRisk, PlanAssessment, PlanError, Reason } from './lines/fizzbuzz-line.js';

/** What F says of one plan. */
export interface PlanDecision {
  readonly plan: string;
  readonly assessment: PlanAssessment;
  /** Why a priced plan does not bind; null when it does. */
  readonly referral: Reason | null;
}

const SANDBOX_DECLINE: Reason = { code: 'FZ-D99', text: 'Sandbox decline' };
const SANDBOX_REFERRAL: Reason = { code: 'FZ-R99', text: 'Sandbox referral' };
const RETRYABLE_ERROR: PlanError = { code: 'FZ-E11', retryable: true, text: 'Rating engine busy' };

const everyPlan = ({ plans }: CheckedRisk, assessment: PlanAssessment): PlanDecision[] =>
  plans.map((plan) => ({ plan, assessment, referral: null }));

/** Failures, magic decline, underwriting rules, price, in this order; only priced plans are referred. */
export function decidePlans(
  risk: CheckedRisk,
  { declines, refers }: MagicEffect,
  { mode }: Behaviour,
): readonly PlanDecision[] {
  if (mode === 'failed-result') return everyPlan(risk, { kind: 'failed', error: RETRYABLE_ERROR });
  if (declines) return everyPlan(risk, { kind: 'declined', reason: SANDBOX_DECLINE });
  const referral = refers ? SANDBOX_REFERRAL : null;
  return risk.assess().map((assessed) => ({ ...assessed, referral }));
}
