import { APPLICATION_STATUSES } from '@app/domain';
import { z } from 'zod';
import { instant } from '../canonical-request.js';
import { policyPeriod } from '../internal/issuance-api.js';

const currency = z.string();

const priceChange = z.object({
  previousTotalMinor: z.int(),
  newTotalMinor: z.int(),
  currency,
  decideBy: instant,
});

const documentView = z.object({
  id: z.uuid(),
  type: z.string(),
  contentType: z.string(),
  sha256: z.string(),
  href: z.string(),
});

const eventView = z.object({
  at: instant,
  status: z.enum(APPLICATION_STATUSES),
  attempt: z.int(),
  reason: z.string().nullable(),
});

const application = {
  id: z.uuid(),
  offerId: z.string(),
  quoteRequestId: z.uuid(),
  partner: z.string(),
  version: z.int(),
  createdAt: instant,
  status: z.enum(APPLICATION_STATUSES),
  totalMinor: z.int(),
  currency,
  policyNumber: z.string().nullable(),
  period: policyPeriod.nullable().meta({ description: 'Both days inclusive' }),
  priceChange: priceChange.nullable(),
  refund: z.object({ amountMinor: z.int(), currency, status: z.enum(['DUE', 'REFUNDED']) }).nullable(),
  documents: z.array(documentView),
  events: z.array(eventView).meta({ description: 'Every step, the oldest first' }),
  links: z.object({ self: z.string() }),
};

/** An application as its customer sees it. */
export const applicationView = z.object({
  ...application,
  accessToken: z.string().optional().meta({ description: 'Only in the answer to the creation; keep it secret' }),
});

/** The same for operators, with what only they should read. */
export const operatorApplicationView = z.object({
  ...application,
  clientId: z.string(),
  productLine: z.string(),
  partnerQuoteRef: z.string(),
  offerSnapshot: z.string().meta({ description: 'SHA-256 of the offer as canonical JSON: what the customer chose' }),
  attempt: z.int(),
  statusSince: instant,
  nextStepAt: instant.nullable().meta({ description: 'When it goes on by itself; null: only somebody’s word helps' }),
  cause: z
    .object({ category: z.string(), partnerCode: z.string().nullable(), messageForOps: z.string() })
    .nullable()
    .meta({ description: 'The root cause of the last failure' }),
});

export type ApplicationView = z.infer<typeof applicationView>;
export type OperatorApplicationView = z.infer<typeof operatorApplicationView>;
