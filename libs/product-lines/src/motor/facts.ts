import { addDays } from '@app/domain';
import { NCB_PERCENTS, type NcbPercent } from './codes.js';

interface ExpiringPolicy {
  readonly expiryDate: string;
  readonly ncbPercent: NcbPercent;
  readonly claimCount: number;
}

/**
 * The no-claims bonus a customer is entitled to, percent of own damage: nothing without a previous policy, after a
 * claim or when the policy lapsed more than 90 days ago; otherwise the previous slab moves up (rating.md §1).
 */
export function entitledNcbPercent(previous: ExpiringPolicy | null, policyStartDate: string): NcbPercent {
  if (previous === null || previous.claimCount > 0) return 0;
  if (policyStartDate > addDays(previous.expiryDate, 90)) return 0;
  const slab = NCB_PERCENTS.indexOf(previous.ncbPercent);
  return NCB_PERCENTS[Math.min(slab + 1, NCB_PERCENTS.length - 1)] ?? 0;
}

/** True when the car was uninsured before the start: an inspection is likely (canonical-model.md §3.1). */
export const isBreakIn = (previous: Pick<ExpiringPolicy, 'expiryDate'> | null, policyStartDate: string): boolean =>
  previous !== null && policyStartDate > addDays(previous.expiryDate, 1);
