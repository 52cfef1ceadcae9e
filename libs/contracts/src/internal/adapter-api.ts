import { z } from 'zod';
import { canonicalError, decline, offer } from '../partner-answer.js';

/** Where every partner integration service takes quote calls; the body is the data of `quote.requested.v1`. */
export const ADAPTER_QUOTE_PATH = '/v1/quotes';

/** The instant after which nobody waits for the answer any more (RFC 3339); the adapter ends its own calls by then. */
export const DEADLINE_HEADER = 'x-deadline';

/**
 * The partner's timeout for this call in whole milliseconds: what its exchanges and its jobs may take in all. Waiting
 * for a turn within the partner's limits does not count; the deadline ends that too. Without the header the deadline
 * alone is the limit.
 */
export const TIMEOUT_HEADER = 'x-timeout-ms';

/** What one quote call may wait in all for its turns within the partner's limits, beside the partner's timeout. */
export const WAITING_ALLOWANCE_MS = 4_000;

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
