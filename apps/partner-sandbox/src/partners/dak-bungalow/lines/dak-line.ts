import type { Result } from '@app/domain';
import type { Problem } from '../../../wire/check-body.js';
import type { Figures } from '../answers.js';

/** Why D declines or refers, and the field that it lies in. */
export interface Reason {
  readonly code: string;
  readonly field: string;
  readonly text: string;
}

export interface PriceLine {
  readonly description: string;
  /** Whole rupees. */
  readonly amount: number;
}

/** In whole rupees. */
export interface Price extends Figures {
  /** Null for liability cover, which insures no value. */
  readonly idv: number | null;
  readonly lines: readonly PriceLine[];
}

/** What underwriting and rating make of a risk. */
export type Assessment =
  | { readonly decline: Reason }
  | { readonly decline: null; readonly referral: Reason | null; readonly price: Price };

/** A request that passed every check of its line. */
export interface CheckedRisk {
  readonly transactionReference: string;
  readonly startDate: string;
  /** The letters of the policy number, `DB/PVT/26/0000123`. */
  readonly policyLetters: string;
  /** The value that may be magic; null when the risk carries none. */
  readonly magicValue: number | null;
  readonly assess: () => Assessment;
}

/** What D sells. */
export interface DakLine {
  /** The first problem only. */
  readonly check: (form: unknown) => Result<CheckedRisk, Problem>;
}
