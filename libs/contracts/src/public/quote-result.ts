import { FINAL_STATUSES } from '@app/domain';
import { PRODUCT_LINE_IDS } from '@app/product-lines';
import { z } from 'zod';
import { instant } from '../canonical-request.js';
import { decline, offer } from '../partner-answer.js';

const id = z.uuid();
const productLine = z.enum(PRODUCT_LINE_IDS);
const status = z.enum(['RUNNING', 'COMPLETED']);

/** Paths below the API's origin. */
export const quoteLinks = z.object({ self: z.string(), quotes: z.string(), events: z.string() });

/** The capability to read this one request; only what answers its creation has it. */
const accessToken = z.string().optional().meta({ description: 'Only in the answer to the creation; keep it secret' });

/** `202` of `POST /v1/quote-requests`, and the task while it runs (then without the token). */
export const quoteTask = z.object({
  id,
  status,
  productLine,
  createdAt: instant,
  /** The answer deadline. */
  eta: instant,
  version: z.int(),
  accessToken,
  partnersAsked: z.int(),
  answersReceived: z.int(),
  links: quoteLinks,
});

/** One partner's row as the customer sees it. */
export const answerView = z.object({
  partner: z.string(),
  partnerName: z.string(),
  status: z.enum(['PENDING', ...FINAL_STATUSES]),
  late: z.boolean(),
  partial: z.boolean(),
  attempts: z.int(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  offers: z.array(offer),
  declines: z.array(decline),
  error: z.object({ category: z.string(), messageKey: z.string(), message: z.string() }).nullable(),
});

/** How many partners were asked, and how many of them stand where. */
export const answerCounts = z.object({
  asked: z.int(),
  quoted: z.int(),
  referred: z.int(),
  declined: z.int(),
  failed: z.int(),
  timedOut: z.int(),
  pending: z.int(),
});

/** `200` of `GET /v1/quote-requests/{id}/quotes`: the result so far; `200` of a creation that waited for it. */
export const quoteResult = z.object({
  id,
  status,
  productLine,
  createdAt: instant,
  eta: instant,
  completedAt: instant.nullable(),
  version: z.int(),
  accessToken,
  counts: answerCounts,
  answers: z.array(answerView),
  links: quoteLinks,
});

export type QuoteTask = z.infer<typeof quoteTask>;
export type QuoteResult = z.infer<typeof quoteResult>;
export type AnswerView = z.infer<typeof answerView>;
