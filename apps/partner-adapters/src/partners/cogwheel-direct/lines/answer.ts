import type { PartnerReply } from '@app/contracts';
import { instantOfIstWallClock, isCivilDate, type PremiumComponent } from '@app/domain';
import { declined, hundredths, type OfferStamp, partnerDecline, type ReplyOffer } from '@app/partner-kit';
import { cogwheelDirect } from '@app/partner-registry';
import { z } from 'zod';

/** What C's calls have in common, whatever the product (partners.md C.2): on the wire, and as ours. */

export type YesNo = 'Y' | 'N';

export const yesNo = (value: boolean): YesNo => (value ? 'Y' : 'N');

/** `2026-12-01` → `01/12/2026`. */
export const dayFirst = (date: string): string => date.split('-').reverse().join('/');

const PRINTED_MINUTE = /^(\d{2})\/(\d{2})\/(\d{4}) ([01]\d|2[0-3]):([0-5]\d)$/;

/** `30/11/2026 15:30`, India's wall clock without a zone, as an instant. */
const istMinute = z.string().transform((text, context) => {
  const [, day, month, year, hour, minute] = PRINTED_MINUTE.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  if (isCivilDate(date)) return instantOfIstWallClock(`${date}T${hour}:${minute}`);
  context.addIssue('expected dd/MM/yyyy HH:mm');
  return z.NEVER;
});

/** A number in rupees, read as paise. */
export const rupees = hundredths;
const percent = hundredths;
const code = z.string().min(1).max(40);
const verdict = z.object({ code, text: z.string().max(1_000) });

/** Fields of every quote, whose lines have these keys: amounts in paise, rates in basis points. */
export const quoteWith = <Key extends string>(lineKeys: readonly Key[]) => ({
  quote_no: z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/),
  valid_till: istMinute,
  lines: z.array(z.object({ k: z.enum(lineKeys), amt: rupees })),
  net: rupees,
  tax: z.array(z.object({ k: code, pct: percent, amt: rupees })),
  premium: rupees,
});

const request_ref = z.string();

export const FIRM = { firm: z.literal('Y') };
export const NOT_FIRM = { firm: z.literal('N') };
export const OK = { status: z.literal('OK'), request_ref };
export const REFER = { status: z.literal('REFER'), request_ref, refer: verdict };
export const noQuote = z.object({ status: z.literal('NO_QUOTE'), request_ref, decline: verdict });

type CogwheelDecline = z.infer<typeof noQuote>;

/** What each of a product's line keys is to us (errata 22). */
export type LineMeanings<Key extends string> = Readonly<Record<Key, Pick<PremiumComponent, 'kind' | 'addOn'>>>;

interface CogwheelPrice<Key extends string> {
  readonly lines: readonly { readonly k: Key; readonly amt: number }[];
  readonly net: number;
  readonly tax: readonly { readonly k: string; readonly pct: number; readonly amt: number }[];
  readonly premium: number;
}

/** C's premium as ours, with what C says it rounded. C's premiums are for a year and carry no instalments. */
export const toPremium = <Key extends string>(
  { lines, net, tax, premium }: CogwheelPrice<Key>,
  meanings: LineMeanings<Key>,
  roundingMinor: number,
): ReplyOffer['premium'] => ({
  currency: 'INR',
  components: lines.map(({ k, amt }) => ({ ...meanings[k], partnerCode: k, amountMinor: amt })),
  netMinor: net,
  taxes: tax.map(({ k, pct, amt }) => ({ scheme: k, rateBp: pct, amountMinor: amt })),
  untaxedFeesMinor: 0,
  roundingMinor,
  totalMinor: premium,
  periodMonths: 12,
  instalments: [],
});

type CogwheelVerdict =
  | { readonly status: 'OK'; readonly quote: CogwheelValidity }
  | { readonly status: 'REFER'; readonly quote: CogwheelValidity; readonly refer: z.infer<typeof verdict> };

interface CogwheelValidity {
  readonly quote_no: string;
  readonly valid_till: string;
}

/** What an offer of C says beside premium and cover. A price that is subject to an underwriter is indicative. */
export function toVerdict(answer: CogwheelVerdict, stamp: OfferStamp) {
  const firm = answer.status === 'OK';
  return {
    ...stamp,
    partnerQuoteRef: answer.quote.quote_no,
    quality: firm ? ('FIRM' as const) : ('INDICATIVE' as const),
    bindable: firm,
    referralReasons: firm ? [] : [{ code: answer.refer.code, message: answer.refer.text }],
    validUntil: answer.quote.valid_till,
    validitySource: 'PARTNER' as const,
    documents: [],
  };
}

/** C's decline as ours. */
export const toDecline = ({ decline: { code, text } }: CogwheelDecline): PartnerReply =>
  declined(partnerDecline(cogwheelDirect.declineCodes, code, text));
