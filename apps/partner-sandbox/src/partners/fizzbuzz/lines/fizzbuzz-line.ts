import type { Result } from '@app/domain';
import type { Problem } from '../../../wire/check-body.js';

export interface Reason {
  readonly code: string;
  readonly text: string;
}

export interface PlanError extends Reason {
  readonly retryable: boolean;
}

/** What underwriting and rating make of one plan. */
export type PlanAssessment =
  | { readonly kind: 'declined'; readonly reason: Reason }
  | { readonly kind: 'failed'; readonly error: PlanError }
  | {
      readonly kind: 'priced';
      readonly totalMinor: number;
      /** The members of the plan that a price brings with it, in the order they are written. */
      readonly members: Readonly<Record<string, unknown>>;
    };

/** Params that passed every check of their line. */
export interface CheckedRisk {
  readonly ref: string;
  /** Both days inclusive. */
  readonly period: { readonly from: string; readonly to: string };
  /** The value that may be magic; null when the risk carries none. */
  readonly magicValue: number | null;
  /** The plans that were asked for. */
  readonly plans: readonly string[];
  readonly assess: () => readonly { readonly plan: string; readonly assessment: PlanAssessment }[];
}

/** One product that F sells, with a method of its own. */
export interface FizzbuzzLine {
  readonly method: string;
  /** The letter of its policy numbers, `FZ-2026-M-00077`. */
  readonly policyLetter: string;
  /** Issuance wants the numbers of a vehicle. */
  readonly insuresVehicle: boolean;
  /** All problems at once, their paths below `params`. */
  readonly check: (params: unknown) => Result<CheckedRisk, readonly Problem[]>;
}
