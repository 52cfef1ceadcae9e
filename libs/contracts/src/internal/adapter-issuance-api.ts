import { z } from 'zod';
import { absentIfNull } from '../absent-if-null.js';
import { canonicalError } from '../partner-answer.js';
import { announcedDocument, MAX_POLICY_DOCUMENTS, policyPeriod } from './issuance-api.js';

/** Where every partner integration service issues policies; the body is the data of `policy.issuance-requested.v1`. */
export const ADAPTER_ISSUANCE_PATH = '/v1/policies';

/**
 * `true`: this attempt may have reached the partner before, so that it is asked what became of it first. So it is with
 * every attempt but the first one.
 */
export const INQUIRE_FIRST_HEADER = 'x-inquire-first';

/** A document as the adapter finds it again. */
const partnerDocument = announcedDocument.extend({
  /** For the adapter alone: where it is at the partner. */
  reference: z.string().max(500),
});

/** What an adapter returns, always with status 200. Outcomes as in `issuanceResult`. */
export const issuanceReply = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('ISSUED'),
    policyNumber: z.string().min(1).max(100),
    /** Absent for a policy that was adopted without its own answer. */
    period: absentIfNull(policyPeriod.optional()),
    documents: z.array(partnerDocument).max(MAX_POLICY_DOCUMENTS),
  }),
  z.object({ outcome: z.literal('PENDING') }),
  z.object({
    outcome: z.literal('REFUSED'),
    error: canonicalError,
    /** For the whole first year; with the category `PRICE_CHANGED`. */
    newTotalMinor: absentIfNull(z.int().min(1).optional()),
  }),
  z.object({ outcome: z.literal('UNKNOWN'), error: canonicalError }),
  z.object({ outcome: z.literal('FAILED'), error: canonicalError }),
]);

/** Where a document's bytes come from: answered with them under their own content type, or with `documentFailure`. */
export const ADAPTER_DOCUMENT_PATH = '/v1/policy-documents';

export const documentCall = z.object({
  applicationId: z.uuid(),
  partner: z.string().min(1),
  partnerQuoteRef: z.string().min(1).max(100),
  policyNumber: z.string().min(1).max(100),
  document: partnerDocument,
});

export const documentFailure = z.object({ outcome: z.literal('FAILED'), error: canonicalError });

export type PartnerDocument = z.infer<typeof partnerDocument>;
export type IssuanceReply = z.infer<typeof issuanceReply>;
export type DocumentCall = z.infer<typeof documentCall>;
