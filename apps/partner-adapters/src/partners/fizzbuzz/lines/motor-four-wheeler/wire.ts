import type { NcbPercent } from '@app/product-lines';
import { z } from 'zod';
import { priceFields } from '../../wire.js';

export const MOTOR_PLANS = ['BASIC', 'PLUS', 'MAX'] as const;
export type FizzbuzzMotorPlan = (typeof MOTOR_PLANS)[number];

/** Params of `motor.quotePlans` (partners.md F.2). */
export interface FizzbuzzMotorParams {
  readonly ref: string;
  readonly start: string;
  readonly cover: FizzbuzzCover;
  readonly modelRef: number;
  /** `IN-MH-12`. */
  readonly rto: string;
  readonly registration: string | null;
  readonly registeredOn: string;
  /** The slab that the customer is entitled to. */
  readonly ncbEntitledPct: NcbPercent;
  readonly paOwner: boolean;
  readonly postcode: string;
  readonly plans: readonly FizzbuzzMotorPlan[];
}

export type FizzbuzzCover = 'FULL' | 'OD_ONLY';

const LINE_CODES = ['OD', 'DISCOUNT', 'NCB', 'ADDONS', 'TP', 'PA'] as const;
export type FizzbuzzMotorLine = (typeof LINE_CODES)[number];

/** The price of one plan of `motor.quotePlans`. */
export const motorPrice = z.object({
  ...priceFields,
  plan: z.enum(MOTOR_PLANS),
  idvMinor: z.int().min(0),
  lines: z.array(z.object({ code: z.enum(LINE_CODES), minor: z.int() })).max(20),
});

export type FizzbuzzMotorPrice = z.infer<typeof motorPrice>;
