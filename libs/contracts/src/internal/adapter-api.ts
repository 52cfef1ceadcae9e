import { z } from 'zod';
import { canonicalError, decline, offer } from '../partner-answer.js';

/** Where every partner integration service takes quote calls; the body is the data of `quote.requested.v1`. */
export const ADAPTER_QUOTE_PATH = '/v1/quotes';

/** The instant after which nobody waits for the answer any more (RFC 3339); the adapter ends its own calls by then. */
export const DEADLINE_HEADER = 'x-deadline';

/** What an adapter returns, always with status 200: a canonical partner answer or a canonical error. */
export const partnerReply = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('ANSWERED'),
    status: z.enum(['QUOTED', 'REFERRED', 'DECLINED']),
    offers: z.array(offer).max(50),
    declines: z.array(decline).max(50),
    /** Beside offers: one plan failed while another has an offer. */
    error: canonicalError.nullable(),
  }),
  z.object({ outcome: z.literal('FAILED'), error: canonicalError }),
]);

export type PartnerReply = z.infer<typeof partnerReply>;
