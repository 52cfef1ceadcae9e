import type { Clock } from '@app/ports';
import { LEAST_USEFUL_MS, noTimeLeft, type PolicyStep } from './policy-step.js';

/** Asks nobody for an answer that would come too late. */
export const whileTimeIsLeft =
  (clock: Clock): PolicyStep =>
  (next) =>
  async (attempt) =>
    attempt.deadline.getTime() - clock.now().getTime() < LEAST_USEFUL_MS ? noTimeLeft() : next(attempt);
