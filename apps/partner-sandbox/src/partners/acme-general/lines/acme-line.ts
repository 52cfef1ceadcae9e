import type { Result } from '@app/domain';
import type { Problem } from '../../../wire/check-body.js';

/** A reason of a decline or a referral. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}

/** What underwriting and rating make of a risk. */
export type Assessment =
  | { readonly decline: Reason }
  | {
      readonly decline: null;
      readonly referrals: readonly Reason[];
      readonly totalMinor: number;
      /** The members of the answer that a price brings with it, in the order they are written. */
      readonly members: Readonly<Record<string, unknown>>;
    };

/** A request that passed every check of its line. */
export interface CheckedRisk {
  readonly partnerReference: string;
  readonly inceptionDate: string;
  /** How long the policy runs. */
  readonly years: number;
  /** The value that may be magic; null when the risk carries none. */
  readonly magicValue: number | null;
  readonly assess: () => Assessment;
}

/** One product that A sells. */
export interface AcmeLine {
  readonly product: string;
  /** The letters of its policy numbers, `AG/PC/2026/0000031`. */
  readonly policyLetters: string;
  /** Issuance wants the numbers of a vehicle. */
  readonly insuresVehicle: boolean;
  /** All problems at once. */
  readonly check: (body: unknown) => Result<CheckedRisk, readonly Problem[]>;
}
