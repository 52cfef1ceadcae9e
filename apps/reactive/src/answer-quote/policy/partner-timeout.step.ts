import type { Clock } from '@app/ports';
import type { PolicyStep } from './policy-step.js';

/** A call ends after the partner's own timeout, or when the time is up, whichever comes first. */
export const withinPartnerTimeout =
  (clock: Clock): PolicyStep =>
  (next) =>
  (attempt) => {
    const timeout = clock.now().getTime() + attempt.partner.operations.quote.timeoutMs;
    return next({ ...attempt, deadline: new Date(Math.min(timeout, attempt.deadline.getTime())) });
  };
