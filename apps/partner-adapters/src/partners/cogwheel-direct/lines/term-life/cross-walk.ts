import type { Frequency, TermLifeRisk } from '@app/product-lines';
import type { CogwheelPayMode, CogwheelSex } from './wire.js';

/** Our codes to C's, and the values that C sells (partners.md C.2). */

/** What is missing C does not sell. */
export const PAY_MODES: Readonly<Partial<Record<Frequency, CogwheelPayMode>>> = {
  ANNUAL: 'annual',
  MONTHLY: 'monthly',
};

export const SEXES: Readonly<Record<TermLifeRisk['life']['gender'], CogwheelSex>> = {
  MALE: 'M',
  FEMALE: 'F',
  OTHER: 'X',
};

/** ₹5 crore, in paise. */
export const HIGHEST_SUM_ASSURED_MINOR = 5_000_000_000;
