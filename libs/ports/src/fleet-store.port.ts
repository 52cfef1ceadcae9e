import type { PartnerObservation, ReplicaReport } from '@app/contracts';
import type { AuditRecord } from './audit-trail.port.js';
import type { Leases } from './leases.port.js';

/** What the supervisor makes of a partner. `PROBING`: a few calls are let through to see whether it is well again. */
export type SupervisedState = 'ONLINE' | 'PROBING' | 'OFFLINE';

/** What an operator has set. */
export interface ForcedState {
  readonly state: 'ONLINE' | 'OFFLINE';
  readonly reason: string;
  /** The client's id. */
  readonly by: string;
  readonly since: Date;
  /** From then on the supervisor decides again; null for as long as nobody says otherwise. */
  readonly until: Date | null;
}

/** What is known of one partner for the whole fleet. */
export interface PartnerCondition {
  readonly partner: string;
  /** Raised by one with every change; 0 for a partner of which nothing was ever stored. */
  readonly version: number;
  readonly state: SupervisedState;
  /** When it came into this state. */
  readonly since: Date;
  /** Why the supervisor has brought it there; null for a partner that was never taken offline. */
  readonly reason: string | null;
  /** When an offline partner is probed; null in the other states. */
  readonly probeAt: Date | null;
  /** Wins over `state` until its end. */
  readonly forced: ForcedState | null;
}

/** How one replica last said that it treats an operation of a partner. */
export interface ReplicaBreaker extends Pick<PartnerObservation, 'partner' | 'operation' | 'breaker'> {
  readonly replica: string;
  /** `reactive/motor` */
  readonly service: string;
  readonly reportedAt: Date;
}

/**
 * What all replicas know of the partners, and which of them supervises: whoever holds the lease. Its clock is the store's. Rejects with `StoreUnavailableError` when it cannot
 * be reached.
 */
export interface FleetStore extends Leases {
  /** Keeps what a replica saw; of several observations of one operation in a report, the breaker of one. */
  report(report: ReplicaReport): Promise<void>;

  /** The latest of each replica, partner and operation that was reported since then; by partner, operation, replica. */
  breakers(since: Date): Promise<ReplicaBreaker[]>;

  /** Forgets what was reported before; how many counts that were. */
  forget(before: Date): Promise<number>;

  /** Every partner of which something was stored. */
  conditions(): Promise<PartnerCondition[]>;

  /**
   * Stores a condition and its audit entry, both or neither: only where the stored version is the one before. False
   * when somebody else has changed it meanwhile, also under concurrency.
   */
  change(after: PartnerCondition, audit: AuditRecord): Promise<boolean>;
}
