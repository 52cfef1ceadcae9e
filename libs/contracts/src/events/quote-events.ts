import { FINAL_STATUSES } from '@app/domain';
import { PRODUCT_LINE_IDS, QUOTE_LIFECYCLE_TOPIC, quoteTopic } from '@app/product-lines';
import { z } from 'zod';
import { canonicalRequest, instant } from '../canonical-request.js';
import { answerCounts } from '../public/quote-result.js';
import { defineEvent } from './cloud-event.js';

/** The name of the callback API among return addresses. */
export const QUOTE_RETURN_ADDRESS = 'partner-answers';

const productLine = z.enum(PRODUCT_LINE_IDS);

export const quoteRequestedData = z.object({
  requestId: z.uuid(),
  partner: z.string().min(1),
  productLine,
  answerDeadline: instant,
  acceptLateUntil: instant,
  /** Without the fields of classes C and S. */
  request: canonicalRequest,
  /** Those fields by JSON pointer, as a compact JWE that only this partner's adapter can open. */
  sealed: z.string().min(1),
});

export type QuoteRequestedData = z.infer<typeof quoteRequestedData>;

/** A partner is asked for a quote. */
export const quoteRequested = defineEvent({
  type: 'quote.requested.v1',
  data: quoteRequestedData,
  topic: (data) => quoteTopic(data.productLine),
  revocable: true,
});

/** A partner's row changed to a final status. Ids, statuses, counts and amounts only. */
export const quoteAnswered = defineEvent({
  type: 'quote.answered.v1',
  data: z.object({
    requestId: z.uuid(),
    productLine,
    partner: z.string(),
    status: z.enum(FINAL_STATUSES),
    late: z.boolean(),
    version: z.int(),
    counts: answerCounts,
    bestTotalMinor: z.int().nullable(),
    currency: z.string(),
  }),
  topic: () => QUOTE_LIFECYCLE_TOPIC,
  revocable: false,
});

/** Every partner has answered, or the deadline has passed. */
export const quoteCompleted = defineEvent({
  type: 'quote.completed.v1',
  data: z.object({ requestId: z.uuid(), productLine, completedAt: instant, version: z.int(), counts: answerCounts }),
  topic: () => QUOTE_LIFECYCLE_TOPIC,
  revocable: false,
});
