import type { ErrorCategory } from '@app/domain';

/** Whose calls to count, from when on. */
export interface CountedFrom {
  readonly partner: string;
  readonly since: Date;
}

/** What one replica saw of one operation of a partner. */
export interface PartnerCalls {
  readonly partner: string;
  /** `quote`, `issuance` */
  readonly operation: string;
  readonly replica: string;
  /** Calls that ended, failures and slow ones among them. */
  readonly calls: number;
  /** Failures that say that the partner is ill, by category; none is left out that is not zero. */
  readonly failures: Readonly<Partial<Record<ErrorCategory, number>>>;
  /** Calls that took longer than the partner should, whatever became of them. */
  readonly slowCalls: number;
}

/**
 * How the calls to partners ended, for whoever judges them. Obligations: calls are counted from `since` on, by the
 * clock of the store, as far as it is known when each ended: one that may have ended before is not counted. One entry
 * at most for each partner, operation and replica; none for a replica that saw no call. What is older than ten minutes
 * may be forgotten.
 */
export interface PartnerCallCounts {
  since(partners: readonly CountedFrom[]): Promise<PartnerCalls[]>;
}
