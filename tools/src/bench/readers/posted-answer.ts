import { randomUUID } from 'node:crypto';
import type { Offer, PartnerAnswer } from '@app/domain';

const TOTAL_MINOR = 1_738_161;

function offer(now: Date): Offer {
  return {
    offerId: `off_${randomUUID()}`,
    partnerQuoteRef: 'BENCH-000001',
    planCode: 'PACKAGE',
    planName: 'Car Package',
    quality: 'FIRM',
    bindable: true,
    referralReasons: [],
    receivedAt: now.toISOString(),
    validUntil: new Date(now.getTime() + 86_400_000).toISOString(),
    validitySource: 'PARTNER',
    premium: {
      currency: 'INR',
      components: [{ kind: 'OWN_DAMAGE', partnerCode: 'OD_BASIC', amountMinor: TOTAL_MINOR }],
      netMinor: TOTAL_MINOR,
      taxes: [],
      untaxedFeesMinor: 0,
      roundingMinor: 0,
      totalMinor: TOTAL_MINOR,
      periodMonths: 12,
      instalments: [],
    },
    cover: {
      insuredValueMinor: 47_100_000,
      insuredValueRange: [42_390_000, 51_810_000],
      compulsoryDeductibleMinor: 100_000,
      voluntaryDeductibleMinor: 0,
      addOns: [{ code: 'ZERO_DEP', state: 'INCLUDED' }],
    },
    adjustments: [],
    documents: [],
  };
}

/** A partner's answer with one offer, as a reactive service would post it. */
export function postedAnswer(requestId: string, partner: string, now: Date): PartnerAnswer {
  return {
    requestId,
    partner,
    answerId: `ans_${randomUUID()}`,
    status: 'QUOTED',
    partial: false,
    attempts: 1,
    startedAt: now.toISOString(),
    finishedAt: now.toISOString(),
    error: null,
    declines: [],
    offers: [offer(now)],
  };
}
