import type { PartnerReply } from '@app/contracts';
import type { PremiumComponent } from '@app/domain';
import { declined, type OfferStamp, partnerDecline, type ReplyOffer } from '@app/partner-kit';
import { acmeGeneral } from '@app/partner-registry';
import { z } from 'zod';

/** What A's answers have in common, whatever the product (partners.md A.2): on the wire, and as ours. */

export const paise = z.int();
export const code = z.string().min(1).max(40);
const reason = z.object({ code, message: z.string().max(1_000) });
const reasons = z.array(reason);

const answered = {
  quoteId: z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/),
  partnerReference: z.string(),
  validUntil: z.iso.datetime(),
};

/** Fields of every answer with a price, whose lines have these codes. */
export const pricedWith = <Code extends string>(lineCodes: readonly Code[]) => ({
  ...answered,
  premium: z.object({
    currency: z.literal('INR'),
    lines: z.array(z.object({ code: z.enum(lineCodes), amount: paise })),
    net: paise,
    taxes: z.array(z.object({ code, rateBp: z.int().min(0), amount: paise.min(0) })),
    total: paise.min(1),
  }),
});

export const ACCEPTED = { decision: z.literal('ACCEPTED'), bindable: z.literal(true), reasons };
export const REFERRED = { decision: z.literal('REFERRED'), bindable: z.literal(false), reasons };
export const declinedAnswer = z.object({ ...answered, decision: z.literal('DECLINED'), reasons: reasons.min(1) });

type AcmeDecline = z.infer<typeof declinedAnswer>;

interface AcmePremium<Code extends string> {
  readonly currency: 'INR';
  readonly lines: readonly { readonly code: Code; readonly amount: number }[];
  readonly net: number;
  readonly taxes: readonly { readonly code: string; readonly rateBp: number; readonly amount: number }[];
  readonly total: number;
}

/** What each of a product's line codes is to us (errata 22). */
export type LineMeanings<Code extends string> = Readonly<Record<Code, Pick<PremiumComponent, 'kind' | 'addOn'>>>;

/** A's premium as ours: both count in paise, and A rounds nothing. */
export const toPremium = <Code extends string>(
  { currency, lines, net, taxes, total }: AcmePremium<Code>,
  meanings: LineMeanings<Code>,
  periodMonths: number,
): ReplyOffer['premium'] => ({
  currency,
  components: lines.map(({ code, amount }) => ({ ...meanings[code], partnerCode: code, amountMinor: amount })),
  netMinor: net,
  taxes: taxes.map(({ code, rateBp, amount }) => ({ scheme: code, rateBp, amountMinor: amount })),
  untaxedFeesMinor: 0,
  roundingMinor: 0,
  totalMinor: total,
  periodMonths,
  instalments: [],
});

interface AcmeVerdict {
  readonly quoteId: string;
  readonly validUntil: string;
  readonly bindable: boolean;
  readonly reasons: readonly z.infer<typeof reason>[];
}

/** What an offer of A says beside premium and cover. A price that is subject to an underwriter is indicative. */
export const toVerdict = ({ quoteId, validUntil, bindable, reasons }: AcmeVerdict, stamp: OfferStamp) => ({
  ...stamp,
  partnerQuoteRef: quoteId,
  quality: bindable ? ('FIRM' as const) : ('INDICATIVE' as const),
  bindable,
  referralReasons: bindable ? [] : [...reasons],
  validUntil,
  validitySource: 'PARTNER' as const,
  documents: [],
});

/** A's decline as ours, with each of its reasons. */
export const toDecline = ({ reasons }: AcmeDecline): PartnerReply =>
  declined(...reasons.map(({ code, message }) => partnerDecline(acmeGeneral.declineCodes, code, message)));
