import { z } from 'zod';
import { amountText, dateText, numberText } from '../../printed.js';

export type DakVehicleClass = 'PVT' | '2WH';
/** Package, own damage, liability. */
export type DakCover = 'P' | 'O' | 'L';
export type YesNo = 'Y' | 'N';

/** Parameters of `pquote.do` (partners.md D.2). Dates `DD-MON-YYYY`. */
export type DakMotorRequest = Readonly<
  Record<
    | 'txn_ref'
    | 'mmv_cd'
    | 'rto_cd'
    | 'regn1'
    | 'regn2'
    | 'regn3'
    | 'regn4'
    | 'regn_dt'
    | 'pol_start'
    | 'prev_exp'
    | 'prev_ncb'
    | 'claim_yn'
    | 'fuel_cd'
    | 'pin',
    string
  > & {
    veh_cls: DakVehicleClass;
    cvr: DakCover;
    /** Whole rupees, or empty for D's own value. */
    idv: string;
    nil_dep: YesNo;
    rsa: YesNo;
    pa_own: YesNo;
  }
>;

const ITEMS = [
  'BASIC OD',
  'AGE LOADING',
  'OD DISCOUNT',
  'NCB',
  'NIL DEP',
  'RSA',
  'BASIC TP',
  'PA OWNER DRIVER',
] as const;
export type DakItem = (typeof ITEMS)[number];

const text = z.string();
const count = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

const detail = z
  .tuple([text.min(1).max(40), text, text.max(1_000)], text)
  .transform(([code, , message]) => ({ code, message }));

const head = z.tuple([text, text], text).transform(([, txnRef]) => ({ txnRef }));

/** H: text, txn_ref, quote number, quote date, valid upto, insured value (empty for liability). */
const pricedHead = z
  .tuple([text, text, numberText, dateText, dateText, z.union([z.literal(''), amountText])], text)
  .transform(([, txnRef, quoteNo, , validUpto, idv]) => ({ txnRef, quoteNo, validUpto, idv: idv === '' ? null : idv }));

/** T: number of L lines, net, GST, total. */
const totals = z
  .tuple([count, amountText, amountText, amountText], text)
  .transform(([items, net, gst, total]) => ({ items, net, gst, total }));

const item = z
  .tuple([count, z.enum(ITEMS), amountText], text)
  .transform(([number, description, amount]) => ({ number, description, amount }));

const priced = { header: pricedHead, items: z.array(item), trailer: totals };

const answer = z.discriminatedUnion('rc', [
  z.object({ rc: z.literal('00'), ...priced }),
  z.object({ rc: z.literal('20'), ...priced, details: z.array(detail).min(1) }),
  z.object({ rc: z.literal('10'), header: head, details: z.array(detail).min(1) }),
]);

export type DakMotorAnswer = z.infer<typeof answer>;
export type DakMotorOffer = Exclude<DakMotorAnswer, { rc: '10' }>;

/** Whether all lines have arrived: as many as announced, counted from one. */
const isComplete = ({ items, trailer }: DakMotorOffer): boolean =>
  items.length === trailer.items && items.every(({ number }, index) => number === index + 1);

/** What D may answer to this request: it echoes our reference, and all but liability cover has an insured value. */
export const dakAnswerTo = ({ txn_ref, cvr }: DakMotorRequest): z.ZodType<DakMotorAnswer> =>
  answer.superRefine((given, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (given.header.txnRef !== txn_ref) wrong('txn_ref', 'not as asked');
    if (given.rc === '10') return;
    if (!isComplete(given)) wrong('items', 'not as many as announced');
    if (cvr !== 'L' && given.header.idv === null) wrong('idv', 'missing');
  });
