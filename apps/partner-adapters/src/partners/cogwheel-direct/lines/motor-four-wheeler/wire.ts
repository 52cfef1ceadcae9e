import { instantOfIstWallClock, isCivilDate } from '@app/domain';
import { hundredths } from '@app/partner-kit';
import { z } from 'zod';

export type CogwheelCover = 'comp' | 'od' | 'tp';
export type CogwheelBundle = 'none' | 'smart' | 'max';
export type YesNo = 'Y' | 'N';

/** Body of `POST /v2/motor/quote` for a car (partners.md C.2). Dates `dd/MM/yyyy`. */
export interface CogwheelMotorRequest {
  readonly request_ref: string;
  readonly class: 'car';
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

const PRINTED_MINUTE = /^(\d{2})\/(\d{2})\/(\d{4}) ([01]\d|2[0-3]):([0-5]\d)$/;

/** `30/11/2026 15:30`, India's wall clock without a zone, as an instant. */
const istMinute = z.string().transform((text, context) => {
  const [, day, month, year, hour, minute] = PRINTED_MINUTE.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  if (isCivilDate(date)) return instantOfIstWallClock(`${date}T${hour}:${minute}`);
  context.addIssue('expected dd/MM/yyyy HH:mm');
  return z.NEVER;
});

const rupees = hundredths;
const percent = hundredths;
const code = z.string().min(1).max(40);
const verdict = z.object({ code, text: z.string().max(1_000) });

/** Amounts in paise and rates in basis points, read from numbers in rupees and percent. */
const quote = z.object({
  quote_no: z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/),
  valid_till: istMinute,
  idv: rupees.optional(),
  lines: z.array(z.object({ k: z.enum(LINE_KEYS), amt: rupees })),
  net: rupees,
  tax: z.array(z.object({ k: code, pct: percent, amt: rupees })),
  rounding: rupees.optional(),
  premium: rupees,
  excess: z.object({ compulsory: rupees }),
});

const request_ref = z.string();

const answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('OK'), request_ref, quote: quote.extend({ firm: z.literal('Y') }) }),
  z.object({ status: z.literal('REFER'), request_ref, quote: quote.extend({ firm: z.literal('N') }), refer: verdict }),
  z.object({ status: z.literal('NO_QUOTE'), request_ref, decline: verdict }),
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
