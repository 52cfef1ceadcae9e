import type { CanonicalError } from './canonical-error.js';
import type { Premium } from './premium.js';

/** The five ways a partner's row can end (canonical-model.md §5). */
export const FINAL_STATUSES = ['QUOTED', 'REFERRED', 'DECLINED', 'FAILED', 'TIMED_OUT'] as const;
export type FinalStatus = (typeof FINAL_STATUSES)[number];

/** What a worker may post: silence (`TIMED_OUT`) is decided by the business service alone. */
export const POSTED_STATUSES = ['QUOTED', 'REFERRED', 'DECLINED', 'FAILED'] as const;
export type PostedStatus = (typeof POSTED_STATUSES)[number];

export type RowStatus = 'PENDING' | FinalStatus;

export const DECLINE_CATEGORIES = ['AGE', 'VEHICLE', 'HEALTH', 'APPETITE', 'UNSUPPORTED', 'OTHER'] as const;
export type DeclineCategory = (typeof DECLINE_CATEGORIES)[number];

export interface Decline {
  /** The partner's own code, or `UNSUPPORTED` from the platform. */
  readonly code: string;
  readonly source: 'PARTNER' | 'PLATFORM';
  readonly category: DeclineCategory;
  readonly message: string;
  readonly planCode?: string | undefined;
}

/** Where a partner priced something other than what was asked. */
export interface Adjustment {
  readonly field: string;
  readonly requested: unknown;
  readonly applied: unknown;
  readonly reason: string;
}

export interface ReferralReason {
  readonly code: string;
  readonly message: string;
}

export interface CoverItem {
  readonly code: string;
  readonly state: 'INCLUDED' | 'LEFT_OUT';
}

/** Cover of a motor offer; the insured value is null for third-party cover. */
export interface MotorCover {
  readonly insuredValueMinor: number | null;
  readonly insuredValueRange: readonly [number, number] | null;
  readonly compulsoryDeductibleMinor: number | null;
  readonly voluntaryDeductibleMinor: number | null;
  readonly addOns: readonly CoverItem[];
}

export interface HealthCover {
  readonly sumInsuredMinor: number;
  readonly deductibleMinor: number;
  readonly basis: 'FLOATER' | 'INDIVIDUAL';
  readonly tenureYears: number;
}

/** Cover of a travel offer: its limit may be in another currency than its premium. */
export interface TravelCover {
  readonly medicalLimit: { readonly amountMinor: number; readonly currency: string };
  readonly options: readonly CoverItem[];
}

export interface TermLifeCover {
  readonly sumAssuredMinor: number;
  readonly policyTermYears: number;
  readonly premiumPaymentTermYears: number;
  readonly riders: readonly CoverItem[];
}

/** What an offer covers, in the terms of its product line (canonical-model.md §5). */
export type Cover = MotorCover | HealthCover | TravelCover | TermLifeCover;

/** What the cover is worth, for comparing offers of one line; zero where nothing is insured by value. */
export function insuredAmountOf(cover: Cover): number {
  if ('insuredValueMinor' in cover) return cover.insuredValueMinor ?? 0;
  if ('sumInsuredMinor' in cover) return cover.sumInsuredMinor;
  if ('medicalLimit' in cover) return cover.medicalLimit.amountMinor;
  return cover.sumAssuredMinor;
}

export interface Offer {
  readonly offerId: string;
  readonly partnerQuoteRef: string;
  readonly planCode: string;
  readonly planName: string;
  readonly quality: 'INDICATIVE' | 'FIRM';
  readonly bindable: boolean;
  readonly referralReasons: readonly ReferralReason[];
  readonly receivedAt: string;
  readonly validUntil: string;
  readonly validitySource: 'PARTNER' | 'ASSUMED';
  readonly premium: Premium;
  readonly cover: Cover;
  readonly adjustments: readonly Adjustment[];
  readonly documents: readonly unknown[];
}

/** One partner's one outcome for one quote request, as a worker posts it. */
export interface PartnerAnswer {
  readonly requestId: string;
  readonly partner: string;
  readonly answerId: string;
  readonly status: PostedStatus;
  /** Some plans have offers while another one failed; `error` then stands beside the offers. */
  readonly partial: boolean;
  readonly attempts: number;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly error: CanonicalError | null;
  readonly declines: readonly Decline[];
  readonly offers: readonly Offer[];
}
