import { APPLICATION_STATUSES, ERROR_CATEGORIES } from '@app/domain';
import { issuanceQueue, OPERATOR_ALERTS_TOPIC, POLICY_LIFECYCLE_TOPIC, PRODUCT_LINE_IDS } from '@app/product-lines';
import { z } from 'zod';
import { canonicalRequest } from '../canonical-request.js';
import { policyPeriod } from '../internal/issuance-api.js';
import { defineEvent, queueAddress } from './cloud-event.js';

/** The name of the issuance callback among return addresses. */
export const ISSUANCE_RETURN_ADDRESS = 'issuance-results';

const ofApplication = {
  applicationId: z.uuid(),
  requestId: z.uuid(),
  partner: z.string().min(1),
  productLine: z.enum(PRODUCT_LINE_IDS),
};

export const issuanceRequestedData = z.object({
  ...ofApplication,
  /** Counts on over everything; only the newest one is still wanted. */
  attempt: z.int().min(1),
  /** With the application's id it makes the partner's idempotency key (system.md, 'Flow of a policy'). */
  acceptances: z.int().min(0),
  partnerQuoteRef: z.string().min(1).max(100),
  planCode: z.string().max(100),
  acceptedTotalMinor: z.int().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Without the fields of classes C and S. */
  request: canonicalRequest,
  /** `issuanceSecrets` as a compact JWE that only this partner's adapter can open. */
  sealed: z.string().min(1),
});

export type IssuanceRequestedData = z.infer<typeof issuanceRequestedData>;

/** A partner is to issue a policy, or to say what became of it. */
export const issuanceRequested = defineEvent({
  type: 'policy.issuance-requested.v1',
  data: issuanceRequestedData,
  topic: ({ partner }) => queueAddress(issuanceQueue(partner)),
  revocable: false,
});

/** A policy is there. Ids, statuses and amounts only. */
export const policyIssued = defineEvent({
  type: 'policy.issued.v1',
  data: z.object({
    ...ofApplication,
    policyNumber: z.string(),
    period: policyPeriod,
    totalMinor: z.int(),
    currency: z.string(),
  }),
  topic: () => POLICY_LIFECYCLE_TOPIC,
  revocable: false,
});

const issuanceFailedData = z.object({
  ...ofApplication,
  status: z.enum(APPLICATION_STATUSES),
  attempt: z.int(),
  reason: z.string().nullable(),
  /** The root cause: what the partner, or the way to it, said last. */
  cause: z
    .object({
      category: z.enum(ERROR_CATEGORIES),
      partnerCode: z.string().nullable(),
      messageForOps: z.string(),
    })
    .nullable(),
  refundDueMinor: z.int(),
  currency: z.string(),
});

/** An application has ended without a policy, or needs somebody's attention. */
export const policyIssuanceFailed = defineEvent({
  type: 'policy.issuance-failed.v1',
  data: issuanceFailedData,
  topic: () => POLICY_LIFECYCLE_TOPIC,
  revocable: false,
});

/** The same, for operators; and with the reason `ANOTHER_POLICY`, when a partner has named a second one. */
export const operatorAlert = defineEvent({ ...policyIssuanceFailed, topic: () => OPERATOR_ALERTS_TOPIC });
