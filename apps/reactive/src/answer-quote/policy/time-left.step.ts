import type { Clock } from '@app/ports';
import { failedReply } from '../failed-reply.js';
import type { PolicyStep } from './policy-step.js';

/** Asks nobody for an answer that would come too late. */
export const whileTimeIsLeft =
  (clock: Clock): PolicyStep =>
  (next) =>
  async (attempt) =>
    clock.now() < attempt.deadline ? next(attempt) : failedReply('TIMEOUT', 'no time was left for the call');
