import type { IssuanceReply } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import { type DocumentBytes, documentId, failure, type NotIssued, pdfBytes, withoutPolicy } from '@app/partner-kit';
import type { BabbagePolicyRefusal } from './read-policy.js';
import type { BabbagePolicy } from './wire.js';

type Issued = Extract<BabbagePolicy, { readonly state: 'ISSUED' }>;

/** B's one document is a part of its answers; an inquiry brings it again whenever it is asked for. */
const ATTACHMENT = 'attachment';

/** Every policy has its schedule, also one whose number alone is known. */
function issued({ policyNumber, period }: Issued, applicationId: string): IssuanceReply {
  const id = documentId(applicationId, ATTACHMENT);
  const schedule = { id, type: 'POLICY_SCHEDULE', contentType: 'application/pdf', reference: ATTACHMENT } as const;
  return { outcome: 'ISSUED', policyNumber, ...(period === undefined ? {} : { period }), documents: [schedule] };
}

/** An answer as ours. */
export function fromBabbageLovelace(policy: BabbagePolicy, applicationId: string): IssuanceReply | NotIssued {
  return policy.state === 'ISSUED' ? issued(policy, applicationId) : { outcome: policy.state };
}

/** A refused Add. A policy that it names is adopted. */
export const fromRefusal = (
  { error, newTotalMinor, policyNumber }: BabbagePolicyRefusal,
  applicationId: string,
): IssuanceReply =>
  error.category === 'DUPLICATE' && policyNumber !== undefined
    ? issued({ state: 'ISSUED', policyNumber }, applicationId)
    : withoutPolicy(error, newTotalMinor);

/** A refused inquiry: B knows of no such quote (http-api.md, 'Applications'), or did not say. */
export function fromRefusedInquiry({ error }: BabbagePolicyRefusal): IssuanceReply | NotIssued {
  if (error.category === 'NOT_FOUND') return { outcome: 'NOT_ISSUED' };
  const reply = withoutPolicy(error);
  return reply.outcome === 'REFUSED' ? { outcome: 'UNKNOWN', error } : reply;
}

const BASE64 = /^[A-Za-z0-9+/=\s]*$/;

/** The document in the answer to an inquiry. */
export function documentOf(policy: BabbagePolicy): Result<DocumentBytes, CanonicalError> {
  if (policy.state !== 'ISSUED' || policy.document === undefined)
    return refused(failure('NOT_FOUND', 'answered 200 without a document', { httpStatus: 200 }));
  if (!BASE64.test(policy.document))
    return refused(failure('PROTOCOL', 'answered 200 with a document that is no Base64', { httpStatus: 200 }));
  return pdfBytes(Buffer.from(policy.document, 'base64'), 200);
}
