import type { IssuanceReply, PartnerDocument } from '@app/contracts';
import type { CanonicalError } from '@app/domain';
import { documentId, withoutPolicy } from '@app/partner-kit';
import type { CogwheelPolicy } from './wire.js';

/** The one form of C's document paths; nothing else that an answer holds is ever asked for. */
const DOCUMENT_PATH = /^\/v2\/policy\/(?!\.{1,2}\/)[A-Za-z0-9_.-]{1,40}\/pdf$/;

export const isDocumentPath = (path: string): boolean => DOCUMENT_PATH.test(path);

function documents(applicationId: string, path: string | undefined): PartnerDocument[] {
  if (path === undefined || !isDocumentPath(path)) return [];
  const id = documentId(applicationId, path);
  return [{ id, type: 'POLICY_SCHEDULE', contentType: 'application/pdf', reference: path }];
}

/** C's policy as ours. */
export function fromCogwheelDirect(policy: CogwheelPolicy, applicationId: string): IssuanceReply {
  if (policy.state === 'IN_PROCESS') return { outcome: 'PENDING' };
  const { policy_no: policyNumber, from, to, doc_url } = policy;
  return { outcome: 'ISSUED', policyNumber, period: { from, to }, documents: documents(applicationId, doc_url) };
}

/** To an inquiry that brought no answer: a refusal of ours to ask says nothing of the policy. */
export function unsaid(error: CanonicalError): IssuanceReply {
  const reply = withoutPolicy(error);
  return reply.outcome === 'REFUSED' ? { outcome: 'UNKNOWN', error } : reply;
}
