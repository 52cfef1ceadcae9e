import type { CanonicalRequest, CanonicalRequestOf, PartnerReply } from '@app/contracts';

export type ProductLineId = CanonicalRequest['productLine'];

/**
 * One partner's quotes for one product line (or several that are alike). Ends when the signal does. Never rejects for
 * what a partner did: that is the reply's error.
 */
export type QuoteLine<Line extends ProductLineId> = (
  request: CanonicalRequestOf<Line>,
  signal: AbortSignal,
) => Promise<PartnerReply>;

/** The lines that one partner sells. */
export type QuoteLines = { readonly [Line in ProductLineId]?: QuoteLine<Line> };

/** Cars and two-wheelers: both lines ask the same. */
export type MotorLine = 'motor-four-wheeler' | 'motor-two-wheeler';
export type MotorRequest = CanonicalRequestOf<MotorLine>;
