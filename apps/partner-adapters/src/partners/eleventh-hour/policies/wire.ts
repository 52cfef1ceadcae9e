import { z } from 'zod';
import { code, decimal } from '../outcome.js';
import { jobId } from '../wire.js';

/** Body of `POST /api/v3/policies` (partners.md E.5). Amounts: rupees as text with exactly two decimals (errata 6). */
export interface EleventhHourPolicyOrder {
  readonly offerId: string;
  /** What is due now: the first instalment where there are instalments. */
  readonly total: string;
  readonly payment: { readonly ref: string; readonly amount: string; readonly receivedAt: string };
  readonly holder: {
    readonly fullName: string;
    readonly email: string;
    readonly mobile: string;
    readonly nominee: string | null;
  };
  readonly externalRef: string;
  /** Results are polled for. */
  readonly callback: null;
}

/** The 202 of a submitted order. It may stand without a hint when to poll. */
export const submittedPolicy = z.object({ jobId });
export type SubmittedPolicy = z.infer<typeof submittedPolicy>;

/** Where a document lies, checked before it is asked for: nothing that an answer says leads to another place. */
export const documentPath = z.string().regex(/^\/api\/v3\/documents\/[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}$/);

const document = z.object({ kind: z.literal('POLICY'), url: documentPath });

const policyNumber = z.string().min(1).max(100);
const date = z.iso.date();

const issued = z.object({
  outcome: z.literal('ISSUED'),
  policyNumber,
  // The policy is there, whatever else of the result is of no use.
  coverFrom: date.optional().catch(undefined),
  coverTo: date.optional().catch(undefined),
  documents: z
    .array(z.unknown())
    .catch([])
    .transform((found) => found.flatMap((given) => document.safeParse(given).data ?? [])),
});
export type EleventhHourPolicy = z.infer<typeof issued>;

const refusal = z.object({
  code,
  /** What is due now, in paise; with EH-4092. */
  newTotal: decimal.pipe(z.int().min(1)).optional().catch(undefined),
  /** With EH-4093. */
  policyNumber: policyNumber.optional().catch(undefined),
});
export type EleventhHourPolicyRefusal = z.infer<typeof refusal>;

/** The result of a finished policy job. */
export const policyOutcome = z.discriminatedUnion('outcome', [
  issued,
  z.object({ outcome: z.literal('REFUSED'), error: refusal }),
  z.object({ outcome: z.literal('ERROR'), error: z.object({ code, retryable: z.boolean() }) }),
]);
