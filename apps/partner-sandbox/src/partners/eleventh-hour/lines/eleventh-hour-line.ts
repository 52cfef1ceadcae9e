import type { Result } from '@app/domain';
import type { Problem } from '../../../wire/check-body.js';

/** Why E declines or refers. */
export interface Verdict {
  readonly code: string;
  readonly text: string;
}

/** What underwriting and rating make of a risk. */
export type Assessment =
  | { readonly decline: Verdict }
  | {
      readonly decline: null;
      readonly referrals: readonly Verdict[];
      /** What is paid at issuance: the first instalment, or everything. */
      readonly payableMinor: number;
      /** The members of `offer` that a price brings with it, in the order they are written. */
      readonly members: Readonly<Record<string, unknown>>;
    };

/** A request that passed every check of its line. */
export interface CheckedRisk {
  readonly externalRef: string;
  readonly callbackUrl: string | null;
  readonly startDate: string;
  /** How long the policy runs. */
  readonly years: number;
  /** The value that may be magic. */
  readonly magicValue: number;
  readonly assess: () => Assessment;
}

/** One product that E sells. */
export interface EleventhHourLine {
  readonly line: string;
  /** The letter of its policy numbers, `EH-H-000000071`. */
  readonly policyLetter: string;
  /** From acceptance to the result. */
  readonly readyAfterMs: number;
  /** All problems at once. */
  readonly check: (body: unknown) => Result<CheckedRisk, readonly Problem[]>;
}
