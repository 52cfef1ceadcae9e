import type { Result } from '@app/domain';
import type { Problem } from '../../../wire/check-body.js';
import type { XmlContents } from '../soap.js';

/** Why B declines or refers. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** What B has put in place of what was asked for. */
export interface Change {
  readonly elementPath: string;
  readonly oldValue: string;
  readonly newValue: string;
}

/** Amounts in paise. */
export interface Price {
  readonly net: number;
  readonly tax: number;
  readonly taxPercent: number;
  readonly rounding: number;
  readonly total: number;
}

/** What underwriting and rating make of a risk. */
export type Assessment =
  | { readonly decline: Reason }
  | {
      readonly decline: null;
      readonly referrals: readonly Reason[];
      readonly changes: readonly Change[];
      /** The codes of the coverages that were asked for and cannot be sold. */
      readonly leftOut: readonly string[];
      readonly price: Price;
      /** The element of the line, as it stands in the answer beside `PersPolicy`. */
      readonly lineBusiness: XmlContents;
    };

/** First and last day of the cover, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A request that passed every check of its line. */
export interface CheckedRisk {
  readonly period: Period;
  /** The value that may be magic; null when the risk carries none. */
  readonly magicValue: number | null;
  readonly assess: () => Assessment;
}

/** One product that B sells, with messages of its own. */
export interface BabbageLine {
  /** Its `LOBCd`, and the letters of its policy numbers, `BL-AUTOP-0000088`. */
  readonly lineOfBusiness: string;
  /** An Add names the engine and the chassis. */
  readonly insuresVehicle: boolean;
  /** The first problem only. */
  readonly check: (body: unknown) => Result<CheckedRisk, Problem>;
}
