import { randomUUID } from 'node:crypto';
import type { CanonicalError, Offer, PartnerAnswer } from '@app/domain';

const FINISHED_AT = '2026-11-23T10:00:00.233Z';

/** One bindable offer whose sums hold. */
export function offer({ totalMinor = 1_738_161, ...rest }: Partial<Offer> & { totalMinor?: number } = {}): Offer {
  const components = [{ kind: 'OWN_DAMAGE' as const, partnerCode: 'OD_BASIC', amountMinor: totalMinor }];
  return {
    offerId: `off_${randomUUID()}`,
    partnerQuoteRef: 'AGQ-20261123-000017',
    planCode: 'PACKAGE',
    planName: 'Car Package',
    quality: 'FIRM',
    bindable: true,
    referralReasons: [],
    receivedAt: FINISHED_AT,
    validUntil: '2026-12-08T10:00:00.000Z',
    validitySource: 'PARTNER',
    premium: {
      currency: 'INR',
      components,
      netMinor: totalMinor,
      taxes: [],
      untaxedFeesMinor: 0,
      roundingMinor: 0,
      totalMinor,
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
    ...rest,
  };
}

export const canonicalErrorOf = (rest: Partial<CanonicalError> = {}): CanonicalError => ({
  category: 'UNAVAILABLE',
  retryable: true,
  partnerCode: 'UPSTREAM_UNAVAILABLE',
  httpStatus: 503,
  messageForOps: 'the partner said 503',
  messageKeyForUser: 'partner.noAnswer',
  attempts: 3,
  ...rest,
});

/** Whose answer to what. */
export interface Addressed extends Partial<PartnerAnswer> {
  readonly requestId: string;
  readonly partner: string;
}

export const quotedAnswer = (answer: Addressed): PartnerAnswer => ({
  answerId: `ans_${randomUUID()}`,
  status: 'QUOTED',
  partial: false,
  attempts: 1,
  startedAt: '2026-11-23T10:00:00.041Z',
  finishedAt: FINISHED_AT,
  error: null,
  declines: [],
  offers: [offer()],
  ...answer,
});

export const referredAnswer = (answer: Addressed): PartnerAnswer =>
  quotedAnswer({
    status: 'REFERRED',
    offers: [offer({ bindable: false, referralReasons: [{ code: 'AG-R01', message: 'Inspection needed' }] })],
    ...answer,
  });

export const declinedAnswer = (answer: Addressed): PartnerAnswer =>
  quotedAnswer({
    status: 'DECLINED',
    offers: [],
    declines: [{ code: 'AG-D01', source: 'PARTNER', category: 'VEHICLE', message: 'Older than 15 years' }],
    ...answer,
  });

export const failedAnswer = (answer: Addressed): PartnerAnswer =>
  quotedAnswer({ status: 'FAILED', offers: [], error: canonicalErrorOf(), ...answer });
