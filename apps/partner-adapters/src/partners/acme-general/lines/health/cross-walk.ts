import type { HealthRisk } from '@app/product-lines';
import type { AcmeGender } from './wire.js';

/** Our codes to A's, and the values that A sells (partners.md A.2). */

export const GENDERS: Readonly<Record<HealthRisk['members'][number]['gender'], AcmeGender>> = {
  MALE: 'M',
  FEMALE: 'F',
  OTHER: 'O',
};

/** ₹3, 5, 10 and 25 lakh, in paise. */
export const SUMS_INSURED: readonly number[] = [30_000_000, 50_000_000, 100_000_000, 250_000_000];

export const MOST_MEMBERS = 6;
/** At least one member has this age at inception. */
export const ADULT_AGE = 18;

export const PLAN_NAMES: Readonly<Record<HealthRisk['basis'], string>> = {
  FLOATER: 'Family Floater',
  INDIVIDUAL: 'Individual Health',
};
