import type { Behaviour } from '../../behaviour/behaviour.js';
import type { MagicEffect } from '../../magic/magic-values.js';
import type { Assessment, CheckedRisk, Verdict } from './lines/eleventh-hour-line.js';

/** What E makes of a risk that it can read: a failure, a decline or a price. */
export type Outcome =
  | { readonly kind: 'ERROR'; readonly error: { readonly code: string; readonly retryable: boolean } }
  | { readonly kind: 'DECLINE'; readonly reasons: readonly Verdict[] }
  | {
      readonly kind: 'OFFER' | 'REFER';
      readonly reasons: readonly Verdict[];
      readonly price: Extract<Assessment, { readonly decline: null }>;
    };

const INTERNAL_ERROR = { code: 'EH-5001', retryable: false };
const RETRYABLE_ERROR = { code: 'EH-5002', retryable: true };
const SANDBOX_DECLINE: Verdict = { code: 'EH-D9', text: 'Sandbox decline' };
const SANDBOX_REFERRAL: Verdict = { code: 'EH-R9', text: 'Sandbox referral' };

/** Failures, magic decline, underwriting rules, price, in this order; a magic referral comes after those of the rules. */
export function outcomeOf(risk: CheckedRisk, effect: MagicEffect, { mode }: Behaviour): Outcome {
  if (mode === 'failed-result') return { kind: 'ERROR', error: RETRYABLE_ERROR };
  if (effect.breaksQuote) return { kind: 'ERROR', error: INTERNAL_ERROR };
  if (effect.declines) return { kind: 'DECLINE', reasons: [SANDBOX_DECLINE] };
  const assessment = risk.assess();
  if (assessment.decline !== null) return { kind: 'DECLINE', reasons: [assessment.decline] };
  const reasons = effect.refers ? [...assessment.referrals, SANDBOX_REFERRAL] : assessment.referrals;
  return { kind: reasons.length === 0 ? 'OFFER' : 'REFER', reasons, price: assessment };
}
