import type { CanonicalError } from '../canonical-error.js';
import type { PolicyPeriod } from './application.js';

export const ISSUANCE_OUTCOMES = ['ISSUED', 'PENDING', 'REFUSED', 'UNKNOWN', 'FAILED'] as const;
export type IssuanceOutcome = (typeof ISSUANCE_OUTCOMES)[number];

/** A document that the partner says there is. */
export interface AnnouncedDocument {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
}

/** What one attempt brought, as a worker posts it (http-api.md, 'Internal port'). */
export interface IssuanceResult {
  readonly applicationId: string;
  readonly attempt: number;
  /**
   * `REFUSED`: the partner says no, for good. `UNKNOWN`: nobody can say whether it took it. `FAILED`: it has not taken
   * it, and the same attempt may succeed later.
   */
  readonly outcome: IssuanceOutcome;
  readonly policyNumber?: string | undefined;
  readonly period?: PolicyPeriod | undefined;
  readonly documents?: readonly AnnouncedDocument[] | undefined;
  /** For the whole first year, where the partner's price has changed. */
  readonly newTotalMinor?: number | undefined;
  readonly error?: CanonicalError | undefined;
}
