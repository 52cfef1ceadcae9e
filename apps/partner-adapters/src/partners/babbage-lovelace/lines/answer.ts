import { endOfDayIst, isCivilDate, minorFromDecimal, type PremiumComponent, type ReferralReason } from '@app/domain';
import { atMostOne, declined, one, partnerDecline, type ReplyOffer } from '@app/partner-kit';
import { babbageLovelace } from '@app/partner-registry';
import { z } from 'zod';
import { type BabbageAnswer, code, type ExtendedStatus } from '../message-status.js';

/** What B's answers have in common over lines, on the wire (partners.md B.2) and as ours. */

/** Two decimals, in hundredths: rupees → paise, percent → basis points. */
const decimal = z.string().transform((written, context) => {
  const value = /\.\d{2}$/.test(written) ? minorFromDecimal(written) : undefined;
  if (value === undefined) context.addIssue('expected a number with two decimals');
  return value ?? z.NEVER;
});

/** An element that holds an amount. */
export const paise = z.object({ Amt: one(decimal) }).transform(({ Amt }) => Amt);

const quoteInfo = z.object({
  CompanysQuoteNumber: one(z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/)),
  QuoteValidThruDt: one(z.string().refine(isCivilDate)),
});

const premiumSummary = z.object({
  NetAmt: one(paise),
  TaxAmt: one(paise),
  TaxTypeCd: atMostOne(code),
  TaxPct: one(decimal.refine((basisPoints) => basisPoints >= 0)),
  RoundingAmt: atMostOne(paise),
});

/** A priced policy of either line. */
const quotedPolicy = z.object({
  QuoteInfo: one(quoteInfo),
  'com.bl_BindableInd': one(z.enum(['0', '1'])),
  CurrentTermAmt: one(paise),
  'com.bl_PremiumSummary': one(premiumSummary),
});
type QuotedPolicy = z.infer<typeof quotedPolicy>;

/** What every priced answer holds beside its line of business. */
export const priced = { CurCd: one(z.literal('INR')), PersPolicy: one(quotedPolicy) };

/** A coverage with its price. */
export const coverage = <Code extends string>(codes: z.ZodType<Code>) =>
  z.object({ CoverageCd: one(codes), CurrentTermAmt: one(paise) });

const reason = (status: ExtendedStatus): ReferralReason => ({
  code: status['com.bl_ReasonCd'] ?? status.ExtendedStatusCd,
  message: status.ExtendedStatusDesc ?? '',
});

/** B's reasons for an underwriter; what was merely left out of the cover (BL-301) is none. */
const referralReasons = (statuses: readonly ExtendedStatus[]): ReferralReason[] =>
  statuses.filter(({ ExtendedStatusCd }) => ExtendedStatusCd === 'com.bl_Referred').map(reason);

export const rejected = (reasons: readonly ExtendedStatus[]) =>
  declined(
    ...reasons.map(reason).map(({ code, message }) => partnerDecline(babbageLovelace.declineCodes, code, message)),
  );

type Priced = Exclude<BabbageAnswer<{ readonly PersPolicy: QuotedPolicy }>, { verdict: 'REJECTED' }>;

/** The terms of an offer: a price that is subject to an underwriter is indicative. Valid through a day of India. */
export function terms({ verdict, reasons, quote: { PersPolicy } }: Priced) {
  const bindable = verdict === 'QUOTED' && PersPolicy['com.bl_BindableInd'] === '1';
  return {
    partnerQuoteRef: PersPolicy.QuoteInfo.CompanysQuoteNumber,
    quality: bindable ? ('FIRM' as const) : ('INDICATIVE' as const),
    bindable,
    referralReasons: bindable ? [] : referralReasons(reasons),
    validUntil: endOfDayIst(PersPolicy.QuoteInfo.QuoteValidThruDt),
    validitySource: 'PARTNER' as const,
  };
}

function taxes({ TaxAmt, TaxTypeCd = 'GST', TaxPct }: QuotedPolicy['com.bl_PremiumSummary']) {
  const exempt = TaxAmt === 0 && TaxPct === 0;
  return exempt ? [] : [{ scheme: TaxTypeCd, rateBp: TaxPct, amountMinor: TaxAmt }];
}

export function premium(
  { CurrentTermAmt, 'com.bl_PremiumSummary': summary }: QuotedPolicy,
  components: PremiumComponent[],
  periodMonths: number,
): ReplyOffer['premium'] {
  return {
    currency: 'INR',
    components,
    netMinor: summary.NetAmt,
    taxes: taxes(summary),
    untaxedFeesMinor: 0,
    roundingMinor: summary.RoundingAmt ?? 0,
    totalMinor: CurrentTermAmt,
    periodMonths,
    instalments: [],
  };
}
