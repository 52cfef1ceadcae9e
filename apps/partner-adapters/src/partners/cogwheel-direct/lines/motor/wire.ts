import { z } from 'zod';
import { FIRM, NOT_FIRM, noQuote, OK, quoteWith, REFER, rupees, type YesNo } from '../answer.js';

export type CogwheelCover = 'comp' | 'od' | 'tp';
export type CogwheelBundle = 'none' | 'smart' | 'max';
export type CogwheelClass = 'car' | 'bike';

/** Body of `POST /v2/motor/quote` for a car or a two-wheeler (partners.md C.2). Dates `dd/MM/yyyy`. */
export interface CogwheelMotorRequest {
  readonly request_ref: string;
  readonly class: CogwheelClass;
  readonly cover: CogwheelCover;
  readonly start_date: string;
  readonly vehicle: {
    readonly model_key: string;
    readonly rto: string;
    /** `MH 12 AB 1234`; null for a new vehicle. */
    readonly reg_no: string | null;
    readonly reg_date: string;
  };
  /** The entitled slab as a fraction: 0.35. */
  readonly ncb_entitled: number;
  readonly prior: { readonly expiry_date: string; readonly claims: number } | null;
  readonly bundle: CogwheelBundle;
  readonly pa_owner: YesNo;
  readonly proposer: { readonly dob: string; readonly pin: string };
}

const LINE_KEYS = ['own_damage', 'ncb', 'bundle_smart', 'bundle_max', 'third_party', 'pa_owner'] as const;
export type CogwheelLineKey = (typeof LINE_KEYS)[number];

const quote = z.object({
  ...quoteWith(LINE_KEYS),
  idv: rupees.optional(),
  rounding: rupees.optional(),
  excess: z.object({ compulsory: rupees }),
});

const answer = z.discriminatedUnion('status', [
  z.object({ ...OK, quote: quote.extend(FIRM) }),
  z.object({ ...REFER, quote: quote.extend(NOT_FIRM) }),
  noQuote,
]);

export type CogwheelMotorAnswer = z.infer<typeof answer>;
export type CogwheelMotorOffer = Exclude<CogwheelMotorAnswer, { status: 'NO_QUOTE' }>;

/** What C may answer to this request: it echoes our reference, and all but third-party cover has an insured value. */
export const cogwheelAnswerTo = ({ request_ref, cover }: CogwheelMotorRequest): z.ZodType<CogwheelMotorAnswer> =>
  answer.superRefine((given, context) => {
    const wrong = (...path: string[]) => context.addIssue({ code: 'custom', path, message: 'not as asked' });
    if (given.request_ref !== request_ref) wrong('request_ref');
    if (given.status === 'NO_QUOTE' || cover === 'tp') return;
    if (given.quote.idv === undefined) wrong('quote', 'idv');
  });
