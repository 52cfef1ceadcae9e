import { addDays } from '@app/domain';

export const NCB_SLABS = [0, 20, 25, 35, 45, 50] as const;

export interface ExpiringCover {
  /** Percent of the expiring policy. */
  readonly ncbPercent: number;
  readonly claims: number;
  readonly expiryDate: string;
}

/** The slab that a customer is entitled to, percent of own damage (rating.md §1, entitled NCB). */
export function entitledNcb(previous: ExpiringCover | null, startDate: string): number {
  if (previous === null || previous.claims > 0 || startDate > addDays(previous.expiryDate, 90)) return 0;
  return NCB_SLABS.find((slab) => slab > previous.ncbPercent) ?? 50;
}
