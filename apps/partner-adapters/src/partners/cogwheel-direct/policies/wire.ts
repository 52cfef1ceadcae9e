import { isCivilDate } from '@app/domain';
import { ID_IN_PATH } from '@app/partner-kit';
import { z } from 'zod';

/** Body of `POST /v2/policy/issue` (partners.md C.3). Amounts in rupees, dates `dd/MM/yyyy`. */
export interface CogwheelIssueRequest {
  readonly issue_ref: string;
  readonly quote_no: string;
  readonly premium: number;
  readonly payment: {
    readonly utr: string;
    readonly amt: number;
    /** `23/11/2026 15:42`, India's wall clock. */
    readonly paid_on: string;
  };
  readonly holder: {
    readonly name: string;
    /** Ten digits. */
    readonly mobile: string;
    readonly email: string;
    readonly address: string;
    readonly pin: string;
    readonly nominee?: string;
    readonly nominee_rel?: string;
  };
  /** For vehicles. */
  readonly asset?: { readonly engine_no: string; readonly chassis_no: string };
}

const PRINTED_DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/** `01/12/2026` → `2026-12-01`. */
const day = z.string().transform((text, context) => {
  const date = text.replace(PRINTED_DAY, '$3-$2-$1');
  if (PRINTED_DAY.test(text) && isCivilDate(date)) return date;
  context.addIssue('expected dd/MM/yyyy');
  return z.NEVER;
});

/** The one form of C's document paths; nothing else that an answer holds is ever asked for. */
export const documentPath = z
  .string()
  .max(200)
  .regex(new RegExp(`^/v2/policy/${ID_IN_PATH}/pdf$`));

const issued = z.object({
  state: z.literal('ISSUED'),
  policy_no: z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/),
  // The policy is there, whatever else of the answer is of no use.
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  doc_url: documentPath.optional().catch(undefined),
});
const inProcess = z.object({ state: z.literal('IN_PROCESS') });
const none = z.object({ state: z.literal('NONE') });

const OK = { status: z.literal('OK') };

/** What C may answer to this request: it echoes our reference. */
export const policyAnswerTo = ({ issue_ref }: CogwheelIssueRequest) =>
  z.object({
    ...OK,
    issue_ref: z.literal(issue_ref),
    policy: z.discriminatedUnion('state', [issued, inProcess]),
  });

/** What became of a quote: `NONE` while nobody has had it issued. */
export const policyStatus = z.object({ ...OK, policy: z.discriminatedUnion('state', [issued, inProcess, none]) });

export type CogwheelPolicy = z.infer<typeof issued> | z.infer<typeof inProcess>;
