import { z } from 'zod';
import { priceFields } from '../../wire.js';

export const TRAVEL_PLANS = ['SILVER', 'GOLD', 'PLATINUM'] as const;
export type FizzbuzzTravelPlan = (typeof TRAVEL_PLANS)[number];

/** Params of `travel.quotePlans` (partners.md F.2). */
export interface FizzbuzzTravelParams {
  readonly ref: string;
  readonly start: string;
  readonly end: string;
  /** A year of several trips. */
  readonly annual: boolean;
  readonly countries: readonly string[];
  readonly travellers: readonly FizzbuzzTraveller[];
  readonly postcode: string;
  readonly plans: readonly FizzbuzzTravelPlan[];
}

export interface FizzbuzzTraveller {
  readonly no: number;
  readonly born: string;
  /** Whether there is a pre-existing condition. */
  readonly ped: boolean;
}

/** The price of one plan of `travel.quotePlans`. Its limit is in a currency of its own. */
export const travelPrice = z.object({
  ...priceFields,
  plan: z.enum(TRAVEL_PLANS),
  medicalLimit: z.object({ minor: z.int().min(1), ccy: z.string().regex(/^[A-Z]{3}$/) }),
  lines: z.array(z.object({ code: z.string().regex(/^(TRAVELLER_\d{1,2}|FAMILY)$/), minor: z.int() })).max(20),
});

export type FizzbuzzTravelPrice = z.infer<typeof travelPrice>;
