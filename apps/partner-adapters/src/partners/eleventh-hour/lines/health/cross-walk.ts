import type { Condition } from '@app/product-lines';
import type { EleventhHourCondition } from './wire.js';

/** Our amounts and codes to E's. What is missing E does not know, and gets no quote request for. */

const A_RUPEE = 100;
const rupees = (amounts: readonly number[]): readonly number[] => amounts.map((amount) => amount * A_RUPEE);

/** partners.md E.2, in paise. */
export const SUMS_INSURED = rupees([500_000, 1_000_000, 1_500_000, 2_000_000, 5_000_000, 10_000_000]);
export const DEDUCTIBLES = rupees([0, 25_000, 50_000, 100_000]);

export const wholeRupees = (amountMinor: number): string => String(Math.trunc(amountMinor / A_RUPEE));

const isKnown = (condition: Condition): condition is EleventhHourCondition => condition !== 'OTHER';

/** Undefined when there is one that E does not know (errata 19), or when nobody has said which there are. */
export const conditionsOf = (declared: readonly Condition[] | undefined): EleventhHourCondition[] | undefined =>
  declared?.every(isKnown) ? declared.filter(isKnown) : undefined;
