import {
  type CanonicalError,
  DECLINE_CATEGORIES,
  type Decline,
  ERROR_CATEGORIES,
  type Offer,
  type PartnerAnswer,
  POSTED_STATUSES,
  type Premium,
  premiumFaults,
} from '@app/domain';
import { z } from 'zod';
import { absentIfNull } from './absent-if-null.js';
import { instant } from './canonical-request.js';

/** Whatever a partner says, kept as it is. */
export const anyJson = z.json();

const minor = z.int();
export const currency = z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters');

export const canonicalError = z.object({
  category: z.enum(ERROR_CATEGORIES),
  retryable: z.boolean(),
  partnerCode: z.string().max(100).nullable(),
  httpStatus: absentIfNull(z.int().optional()),
  messageForOps: z.string().max(1_000),
  messageKeyForUser: z.string().max(100),
  attempts: z.int().min(0),
  retryAfterMs: absentIfNull(z.int().min(0).optional()),
}) satisfies z.ZodType<CanonicalError>;

export const decline = z.object({
  code: z.string().max(100),
  source: z.enum(['PARTNER', 'PLATFORM']),
  category: z.enum(DECLINE_CATEGORIES),
  message: z.string().max(1_000),
  planCode: z.string().max(100).optional(),
}) satisfies z.ZodType<Decline>;

/** As a worker posts it. */
const postedDecline = decline.extend({ planCode: absentIfNull(z.string().max(100).optional()) });

const premium = z
  .object({
    currency,
    components: z
      .array(
        z.object({
          kind: z.enum([
            'OWN_DAMAGE',
            'THIRD_PARTY',
            'BASE',
            'MEMBER',
            'TRAVELLER',
            'ADD_ON',
            'PERSONAL_ACCIDENT',
            'LOADING',
            'DISCOUNT',
            'NCB_DISCOUNT',
            'FEE_TAXED',
          ]),
          partnerCode: z.string().max(100),
          amountMinor: minor,
          addOn: z.string().max(100).nullish(),
        }),
      )
      .max(100),
    netMinor: minor,
    taxes: z.array(z.object({ scheme: z.string().max(40), rateBp: z.int().min(0), amountMinor: minor })).max(20),
    untaxedFeesMinor: minor,
    roundingMinor: minor,
    totalMinor: minor,
    periodMonths: z.int().min(1),
    instalments: z
      .array(
        z.object({
          count: z.int().min(1),
          amountMinor: minor,
          firstDue: z.string(),
          aprBp: absentIfNull(z.int().optional()),
        }),
      )
      .max(20),
  })
  .superRefine((value, context) => {
    for (const message of premiumFaults(value)) context.addIssue({ code: 'custom', message });
  }) satisfies z.ZodType<Premium>;

const coverItem = z.object({ code: z.string().max(100), state: z.enum(['INCLUDED', 'LEFT_OUT']) });

const motorCover = z.object({
  insuredValueMinor: minor.nullable(),
  insuredValueRange: z.tuple([minor, minor]).nullable(),
  compulsoryDeductibleMinor: minor.nullable(),
  voluntaryDeductibleMinor: minor.nullable(),
  addOns: z.array(coverItem).max(50),
});

const healthCover = z.object({
  sumInsuredMinor: minor,
  deductibleMinor: minor,
  basis: z.enum(['FLOATER', 'INDIVIDUAL']),
  tenureYears: z.int().min(1),
});

const travelCover = z.object({
  medicalLimit: z.object({ amountMinor: minor, currency }),
  options: z.array(coverItem).max(20),
});

const termLifeCover = z.object({
  sumAssuredMinor: minor,
  policyTermYears: z.int().min(1),
  premiumPaymentTermYears: z.int().min(1),
  riders: z.array(coverItem).max(20),
});

export const offer = z.object({
  offerId: z.string().min(1).max(100),
  partnerQuoteRef: z.string().min(1).max(100),
  planCode: z.string().max(100),
  planName: z.string().max(200),
  quality: z.enum(['INDICATIVE', 'FIRM']),
  bindable: z.boolean(),
  referralReasons: z.array(z.object({ code: z.string().max(100), message: z.string().max(1_000) })).max(20),
  receivedAt: instant,
  validUntil: instant,
  validitySource: z.enum(['PARTNER', 'ASSUMED']),
  premium,
  cover: z.union([motorCover, healthCover, travelCover, termLifeCover]),
  adjustments: z
    .array(
      z.object({
        field: z.string().max(200),
        requested: anyJson,
        applied: anyJson,
        reason: z.string().max(500),
      }),
    )
    .max(100),
  documents: z.array(anyJson).max(20),
}) satisfies z.ZodType<Offer>;

/** What each status must hold (canonical-model.md §5): the sentence when it does not. */
function statusFaults(answer: PartnerAnswer): string[] {
  const bindable = answer.offers.some((candidate) => candidate.bindable);
  const expectations: Record<PartnerAnswer['status'], [boolean, string]> = {
    QUOTED: [bindable, 'QUOTED needs a bindable offer'],
    REFERRED: [answer.offers.length > 0 && !bindable, 'REFERRED needs offers, none of them bindable'],
    DECLINED: [answer.offers.length === 0 && answer.declines.length > 0, 'DECLINED needs a decline and no offer'],
    FAILED: [answer.offers.length === 0 && answer.error !== null, 'FAILED needs an error and no offer'],
  };
  const [holds, sentence] = expectations[answer.status];
  const faults = holds ? [] : [sentence];
  if (answer.status !== 'FAILED' && (answer.error !== null) !== answer.partial)
    faults.push('an error stands beside offers only in a partial answer');
  return faults;
}

/** One partner answer as a worker posts it. Its sums and its status must hold. */
export const partnerAnswer = z
  .object({
    requestId: z.uuid(),
    partner: z.string().min(1).max(100),
    answerId: z.string().min(1).max(100),
    status: z.enum(POSTED_STATUSES),
    partial: absentIfNull(z.boolean().default(false)),
    attempts: z.int().min(0),
    startedAt: instant,
    finishedAt: instant,
    error: canonicalError.nullable(),
    declines: z.array(postedDecline).max(50),
    offers: z.array(offer).max(50),
  })
  .superRefine((value, context) => {
    for (const message of statusFaults(value)) context.addIssue({ code: 'custom', message });
  }) satisfies z.ZodType<PartnerAnswer>;
