import { notCalled, type PolicyStep } from './policy-step.js';

/** Whether the fleet has taken a partner offline. */
export type IsOffline = (partner: string) => boolean;

/** A partner that is offline is answered at once: `FAILED`, category `UNAVAILABLE`, without an attempt. */
export const unlessOffline =
  (isOffline: IsOffline): PolicyStep =>
  (next) =>
  async (attempt) =>
    isOffline(attempt.partner.id) ? notCalled('UNAVAILABLE', 'the partner is offline') : next(attempt);
