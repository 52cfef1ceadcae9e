import type { CanonicalRequest, PartnerReply } from '@app/contracts';

export type ProductLineId = CanonicalRequest['productLine'];

/**
 * One partner's quotes for one product line. Ends when the signal does. Never rejects for what a partner did: that is
 * the reply's error.
 */
export type QuoteLine = (request: CanonicalRequest, signal: AbortSignal) => Promise<PartnerReply>;

/** The lines that one partner sells. */
export type QuoteLines = Partial<Readonly<Record<ProductLineId, QuoteLine>>>;
