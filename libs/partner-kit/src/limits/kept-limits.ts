import type { CallLimits } from '@app/ports';

/**
 * We count a call when it leaves, the partner when it arrives. Two calls may travel differently long, a new connection
 * under way included: by up to this much the partner's window may be the shorter one.
 */
const TRAVEL_DIFFERS_BY_MS = 500;

/** The partner's limits as we keep them. */
export const keptLimits = ({ rateLimit, sessions }: CallLimits): CallLimits => ({
  rateLimit: rateLimit && { ...rateLimit, windowMs: rateLimit.windowMs + TRAVEL_DIFFERS_BY_MS },
  sessions,
});
