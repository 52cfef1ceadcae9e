import type { FizzbuzzTravelPlan } from './wire.js';

/** Medical limits of F's plans (partners.md F.2), in cents. Above the highest F insures nobody. */
export const LIMIT_CURRENCY = 'USD';
export const HIGHEST_LIMIT_MINOR = 50_000_000;

/** Where F insures no trip to: everything it sells starts there. */
export const HOME_COUNTRY = 'IN';

export const PLAN_NAMES: Readonly<Record<FizzbuzzTravelPlan, string>> = {
  SILVER: 'Travel Silver',
  GOLD: 'Travel Gold',
  PLATINUM: 'Travel Platinum',
};
