import type { Result } from '@app/domain';
import type { Problem } from '../../../wire/check-body.js';

/** Why C declines or refers. */
export interface Verdict {
  readonly code: string;
  readonly text: string;
}

/** What underwriting and rating make of a risk. */
export type Assessment =
  | { readonly decline: Verdict }
  | {
      readonly decline: null;
      readonly referral: Verdict | null;
      readonly premiumMinor: number;
      /** The members of `quote` that a price brings with it, in the order they are written. */
      readonly members: Readonly<Record<string, unknown>>;
    };

/** A request that passed every check of its line. */
export interface CheckedRisk {
  readonly requestRef: string;
  readonly startDate: string;
  /** How long the policy runs. */
  readonly years: number;
  /** The value that may be magic; null when the risk carries none. */
  readonly magicValue: number | null;
  readonly assess: () => Assessment;
}

/** One product that C sells, with a quote path of its own. */
export interface CogwheelLine {
  readonly quotePath: string;
  /** What its quote numbers begin with. */
  readonly quoteLetters: string;
  /** Issuance wants the numbers of a vehicle. */
  readonly insuresVehicle: boolean;
  /** The first problem only. */
  readonly check: (body: unknown) => Result<CheckedRisk, Problem>;
}
