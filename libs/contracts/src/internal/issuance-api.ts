import { ISSUANCE_OUTCOMES, type IssuanceResult, type PolicyPeriod } from '@app/domain';
import { civilDate } from '@app/product-lines';
import { z } from 'zod';
import { absentIfNull } from '../absent-if-null.js';
import { canonicalError } from '../partner-answer.js';

export const ISSUANCE_RESULTS_PATH = '/internal/v1/issuance-results';

/** One post carries 1 to 50 results. */
export const MAX_RESULTS_PER_POST = 50;

/** A policy has at most so many documents. */
export const MAX_POLICY_DOCUMENTS = 10;

export const policyPeriod = z
  .object({ from: civilDate, to: civilDate })
  .refine(({ from, to }) => from <= to, 'ends before it begins') satisfies z.ZodType<PolicyPeriod>;

export const announcedDocument = z.object({
  id: z.uuid(),
  type: z.enum(['POLICY_SCHEDULE', 'CERTIFICATE', 'RECEIPT']),
  contentType: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
});

const policyNumber = z.string().min(1).max(100);

function faultOf({ error, newTotalMinor, outcome, policyNumber: number }: IssuanceResult): string | null {
  if (outcome === 'ISSUED') return number === undefined ? 'ISSUED needs the policy number' : null;
  if (outcome !== 'REFUSED') return null;
  if (error === undefined) return 'REFUSED needs an error';
  return error.category === 'PRICE_CHANGED' && newTotalMinor === undefined ? 'PRICE_CHANGED needs the new total' : null;
}

/** What one attempt brought. `newTotalMinor` is for the whole first year, also where it is paid in instalments. */
export const issuanceResult = z
  .object({
    applicationId: z.uuid(),
    attempt: z.int().min(1),
    outcome: z.enum(ISSUANCE_OUTCOMES),
    policyNumber: absentIfNull(policyNumber.optional()),
    period: absentIfNull(policyPeriod.optional()),
    documents: absentIfNull(z.array(announcedDocument).max(MAX_POLICY_DOCUMENTS).optional()),
    newTotalMinor: absentIfNull(z.int().min(1).optional()),
    error: absentIfNull(canonicalError.optional()),
  })
  .superRefine((value, context) => {
    const message = faultOf(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  }) satisfies z.ZodType<IssuanceResult>;

/** What became of each posted result, in the order sent. */
export const issuanceReceipts = z.object({
  results: z.array(
    z.object({
      applicationId: z.string().nullable(),
      result: z.enum(['STORED', 'DUPLICATE', 'LATE', 'UNKNOWN_APPLICATION', 'INVALID']),
      detail: z.string().optional(),
    }),
  ),
});

export type IssuanceReceipts = z.infer<typeof issuanceReceipts>;
export type IssuanceReceipt = IssuanceReceipts['results'][number];

/** Where the bytes of a document go, after the result that announced it. */
export const documentPath = (applicationId: string, documentId: string): string =>
  `/internal/v1/applications/${applicationId}/documents/${documentId}`;

export const MAX_DOCUMENT_BYTES = 10 * 1_048_576;

export const WANTED_ATTEMPT_PATH = '/internal/v1/applications/wanted-attempts';

/** Asks whether an attempt still has something to do, before the partner is asked. */
export const wantedAttemptQuestion = z.object({ applicationId: z.uuid(), attempt: z.int().min(1) });

/** `false` also for an application that nobody knows: nobody may be sold a policy for it. */
export const wantedAttemptAnswer = z.object({ isWanted: z.boolean() });
