import { ERROR_CATEGORIES } from '@app/domain';
import { z } from 'zod';
import { instant } from '../canonical-request.js';

/** Where every replica that calls partners tells how they are, about every 2 s, and learns what the fleet knows. */
export const REPLICA_REPORTS_PATH = '/internal/v1/replica-reports';

const count = z.int().min(0).max(1_000_000_000);

/** What one replica saw of one partner's operation since its last report that arrived. */
export const partnerObservation = z.object({
  partner: z.string().min(1).max(100),
  operation: z.enum(['quote', 'issuance']),
  breaker: z.enum(['CLOSED', 'OPEN', 'HALF_OPEN']),
  /** Calls that ended, failures and slow ones among them. Calls that were never made (open breaker, no place) are none. */
  calls: count,
  /** Failures that say that the partner is ill, by category. */
  failures: z.partialRecord(z.enum(ERROR_CATEGORIES), count),
  /** Calls that took longer than the partner's `slowCallMs`, whatever became of them. */
  slowCalls: count,
});

export const replicaReport = z.object({
  /** Of one process, made at its start. */
  replicaId: z.string().min(1).max(100),
  /** `reactive/motor` */
  service: z.string().min(1).max(100),
  /** How long the counts were taken, in milliseconds. */
  intervalMs: z.int().min(0).max(3_600_000),
  observations: z.array(partnerObservation).max(200),
});

export type PartnerObservation = z.infer<typeof partnerObservation>;
export type ReplicaReport = z.infer<typeof replicaReport>;

/** What the fleet knows of each partner; one that is not named is online. */
export const partnerStates = z.object({
  partners: z.array(
    z.object({
      partner: z.string(),
      /** `PROBING`: a few calls are let through to see whether it is well again. */
      state: z.enum(['ONLINE', 'PROBING', 'OFFLINE']),
      /** An operator has set it. */
      forced: z.boolean(),
      until: instant.nullable(),
    }),
  ),
});

export type PartnerStates = z.infer<typeof partnerStates>;
