import { z } from 'zod';
import { FIRM, NOT_FIRM, noQuote, OK, quoteWith, REFER, rupees, type YesNo } from '../answer.js';

export type CogwheelPayMode = 'annual' | 'monthly';
export type CogwheelSex = 'M' | 'F' | 'X';

/** Body of `POST /v2/term/quote` (partners.md C.2). Dates `dd/MM/yyyy`. */
export interface CogwheelTermRequest {
  readonly request_ref: string;
  readonly start_date: string;
  readonly life: { readonly dob: string; readonly sex: CogwheelSex; readonly smoker: YesNo; readonly pin: string };
  /** Whole rupees, a multiple of a lakh. */
  readonly sum_assured: number;
  readonly term_years: number;
  readonly pay_mode: CogwheelPayMode;
}

const LINE_KEYS = ['base', 'sum_assured_discount'] as const;
export type CogwheelLineKey = (typeof LINE_KEYS)[number];

const quote = z.object({
  ...quoteWith(LINE_KEYS),
  sum_assured: rupees,
  premium_annual: rupees,
  instalment: z.object({ mode: z.literal('monthly'), amt: rupees }),
});

const answer = z.discriminatedUnion('status', [
  z.object({ ...OK, quote: quote.extend(FIRM) }),
  z.object({ ...REFER, quote: quote.extend(NOT_FIRM) }),
  noQuote,
]);

export type CogwheelTermAnswer = z.infer<typeof answer>;
export type CogwheelTermOffer = Exclude<CogwheelTermAnswer, { status: 'NO_QUOTE' }>;
type Quote = CogwheelTermOffer['quote'];

const A_RUPEE = 100;
const INSTALMENTS_A_YEAR = 12;

/** What the first year costs in the chosen mode: errata 5 leaves these two sums to check, since nothing is rounded. */
const payable = (mode: CogwheelPayMode, { premium_annual, instalment }: Quote): number =>
  mode === 'annual' ? premium_annual : INSTALMENTS_A_YEAR * instalment.amt;

/** What C may answer to this request: our reference and sum assured, and the sums that its term life has. */
export const cogwheelAnswerTo = (question: CogwheelTermRequest): z.ZodType<CogwheelTermAnswer> =>
  answer.superRefine((given, context) => {
    const wrong = (...path: string[]) => context.addIssue({ code: 'custom', path, message: 'not as asked' });
    if (given.request_ref !== question.request_ref) wrong('request_ref');
    if (given.status === 'NO_QUOTE') return;
    const { quote } = given;
    const tax = quote.tax.reduce((sum, { amt }) => sum + amt, 0);
    if (quote.sum_assured !== question.sum_assured * A_RUPEE) wrong('quote', 'sum_assured');
    if (Math.abs(quote.premium_annual - quote.net - tax) >= A_RUPEE) wrong('quote', 'premium_annual');
    if (quote.premium !== payable(question.pay_mode, quote)) wrong('quote', 'premium');
  });
