import type { TravelOption } from '@app/product-lines';
import type { BabbageTravelOption } from './wire.js';

/** Limits of medical expenses in US cents: B insures them in dollars only. */
export const MEDICAL_LIMITS = [5_000_000, 10_000_000, 25_000_000];

export const MOST_DESTINATIONS = 10;

/** The options that B sells. */
export const OPTION_CODES: Readonly<Partial<Record<TravelOption, BabbageTravelOption>>> = {
  ADVENTURE_SPORTS: 'ADVENTURE',
};
