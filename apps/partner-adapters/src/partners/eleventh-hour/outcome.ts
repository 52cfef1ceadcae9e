import type { PartnerReply } from '@app/contracts';
import { minorFromDecimal } from '@app/domain';
import {
  checkDocument,
  codedFailure,
  declined,
  failed,
  offered,
  partnerDecline,
  type ReplyOffer,
} from '@app/partner-kit';
import { eleventhHour } from '@app/partner-registry';
import { z } from 'zod';

/** A decimal text, in hundredths: rupees → paise, percent → basis points. */
export const decimal = z.string().transform((text, context) => {
  const value = minorFromDecimal(text);
  if (value === undefined) context.addIssue('expected a decimal text with at most two places');
  return value ?? z.NEVER;
});

export const code = z.string().min(1).max(40);
const reason = z.object({ code, text: z.string().max(1_000) });

/** What every line's offer holds. Amounts in paise, rates in basis points. */
export const offerFields = {
  offerId: z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/),
  expiresAt: z.iso.datetime({ offset: true }).transform((instant) => new Date(instant).toISOString()),
  currency: z.literal('INR'),
  net: decimal,
  tax: z.object({ scheme: code, percent: decimal, amount: decimal }),
  total: decimal,
};

const offerOf = z.object(offerFields);
export type EleventhHourOffer = z.infer<typeof offerOf>;

/** A job's result (partners.md E.3) with offers of one line. */
const outcomeOf = <Offer>(offer: z.ZodType<Offer>) =>
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('OFFER'), offer: z.intersection(z.object({ binding: z.literal(true) }), offer) }),
    z.object({
      outcome: z.literal('REFER'),
      offer: z.intersection(z.object({ binding: z.literal(false) }), offer),
      reasons: z.array(reason).max(20),
    }),
    z.object({ outcome: z.literal('DECLINE'), reasons: z.array(reason).min(1).max(20) }),
    z.object({ outcome: z.literal('ERROR'), error: z.object({ code, retryable: z.boolean() }) }),
  ]);

/** The premium of an offer, its lines apart; E rounds nothing and takes no fees. */
export const premiumOf = (
  { currency, net, tax, total }: EleventhHourOffer,
  components: ReplyOffer['premium']['components'],
): ReplyOffer['premium'] => ({
  currency,
  components,
  netMinor: net,
  taxes: [{ scheme: tax.scheme, rateBp: tax.percent, amountMinor: tax.amount }],
  untaxedFeesMinor: 0,
  roundingMinor: 0,
  totalMinor: total,
  periodMonths: 12,
  instalments: [],
});

/** What an offer's outcome says of it. A price that is subject to an underwriter is indicative. */
type Standing = Pick<ReplyOffer, 'quality' | 'bindable' | 'referralReasons'>;

const FIRM: Standing = { quality: 'FIRM', bindable: true, referralReasons: [] };

const subjectTo = (reasons: readonly z.infer<typeof reason>[]): Standing => ({
  quality: 'INDICATIVE',
  bindable: false,
  referralReasons: reasons.map(({ code, text }) => ({ code, message: text })),
});

/** A job's result as ours; `toOffer` knows the line's offers. */
export function replyTo<Offer>(
  result: unknown,
  offer: z.ZodType<Offer>,
  toOffer: (offer: Offer) => Omit<ReplyOffer, keyof Standing>,
): PartnerReply {
  // However it came, it is what a poll answers with.
  const read = checkDocument(result, outcomeOf(offer), 200);
  if (!read.ok) return failed(read.error);
  const { value } = read;
  switch (value.outcome) {
    case 'OFFER':
      return offered({ ...toOffer(value.offer), ...FIRM });
    case 'REFER':
      return offered({ ...toOffer(value.offer), ...subjectTo(value.reasons) });
    case 'DECLINE':
      return declined(...value.reasons.map(({ code, text }) => partnerDecline(eleventhHour.declineCodes, code, text)));
    case 'ERROR':
      return failed(codedFailure(eleventhHour.errorCodes, value.error.code, { retryable: value.error.retryable }));
  }
}
