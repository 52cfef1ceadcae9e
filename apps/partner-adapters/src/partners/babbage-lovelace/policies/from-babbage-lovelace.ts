import type { IssuanceReply } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import {
  type DocumentBytes,
  failure,
  type NotIssued,
  type PolicyIssued,
  pdfBytes,
  policyIssued,
  policySchedule,
  unsaid,
  withoutPolicy,
} from '@app/partner-kit';
import type { BabbagePolicyRefusal } from './read-policy.js';
import type { BabbagePolicy } from './wire.js';

type Issued = Extract<BabbagePolicy, { readonly state: 'ISSUED' }>;

/** B's one document is a part of its answers; an inquiry brings it again whenever it is asked for. */
const ATTACHMENT = 'attachment';

/** Every policy has its schedule, also one whose number alone is known. */
const issued = ({ policyNumber, period }: Omit<Issued, 'state'>, applicationId: string): PolicyIssued =>
  policyIssued({ policyNumber, period, documents: [policySchedule(applicationId, ATTACHMENT)] });

/** An answer as ours. */
export function fromBabbageLovelace(policy: BabbagePolicy, applicationId: string): IssuanceReply | NotIssued {
  return policy.state === 'ISSUED' ? issued(policy, applicationId) : { outcome: policy.state };
}

/** B made nothing of the message, or another one of it. Every fault has the status 500, which says no more than that. */
const TAKEN_OTHERWISE: ReadonlySet<string | null> = new Set(['BL-902', 'BL-904']);

/** Whether an inquiry comes before what the refusal says: sold before, or inquiry, then manual (canonical-model.md §7). */
export const asksForInquiry = ({ error: { category, partnerCode } }: BabbagePolicyRefusal): boolean =>
  category === 'DUPLICATE' || TAKEN_OTHERWISE.has(partnerCode);

/** A refused Add. A policy that it names is there, unless it is about something else than our quote. */
export function fromRefusal(
  { error, newTotalMinor, policyNumber }: BabbagePolicyRefusal,
  applicationId: string,
): IssuanceReply {
  if (error.category === 'DUPLICATE' && policyNumber !== undefined) return issued({ policyNumber }, applicationId);
  return TAKEN_OTHERWISE.has(error.partnerCode) ? { outcome: 'REFUSED', error } : withoutPolicy(error, newTotalMinor);
}

/** A refused inquiry: B knows of no such quote (http-api.md, 'Applications'), or did not say. */
export const fromRefusedInquiry = ({ error }: BabbagePolicyRefusal): IssuanceReply | NotIssued =>
  error.category === 'NOT_FOUND' ? { outcome: 'NOT_ISSUED' } : unsaid(error);

const BASE64 = /^[A-Za-z0-9+/=\s]*$/;

/** The document in the answer to an inquiry. */
export function documentOf(policy: BabbagePolicy): Result<DocumentBytes, CanonicalError> {
  if (policy.state !== 'ISSUED' || policy.document === undefined)
    return refused(failure('NOT_FOUND', 'answered 200 without a document', { httpStatus: 200 }));
  if (!BASE64.test(policy.document))
    return refused(failure('PROTOCOL', 'answered 200 with a document that is no Base64', { httpStatus: 200 }));
  return pdfBytes(Buffer.from(policy.document, 'base64'), 200);
}
