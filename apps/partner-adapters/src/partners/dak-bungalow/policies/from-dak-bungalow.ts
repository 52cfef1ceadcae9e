import type { IssuanceReply, PartnerDocument } from '@app/contracts';
import type { CanonicalError } from '@app/domain';
import { failure, policyIssued, policySchedule, withoutPolicy } from '@app/partner-kit';
import type { DakPolicy } from './wire.js';

/** The one form of D's document paths; only the number in it is used, in a path of our own. */
const DOCUMENT_PATH = /^\/cgi-bin\/pdoc\.do\?policy_no=((?:[A-Za-z0-9_./-]|%2[Ff]){1,40})$/;

/** The policy's number in a document's path; undefined for any other path. */
export function policyNumberIn(path: string): string | undefined {
  const number = DOCUMENT_PATH.exec(path)?.[1];
  return number && decodeURIComponent(number);
}

function documents(applicationId: string, paths: readonly string[]): PartnerDocument[] {
  return paths.filter((path) => policyNumberIn(path) !== undefined).map((path) => policySchedule(applicationId, path));
}

/** D's policy as ours. */
export function fromDakBungalow(policy: DakPolicy, applicationId: string): IssuanceReply {
  if (policy.state === 'PENDING') return { outcome: 'PENDING' };
  const { policyNumber, from, to, paths } = policy;
  return policyIssued({ policyNumber, period: { from, to }, documents: documents(applicationId, paths) });
}

/** D's price is another one than the customer accepted; with the code that it says so by, if any. */
export function priceChanged(newTotalMinor: number, partnerCode?: string): IssuanceReply {
  const message = 'proposes another total than was accepted';
  return withoutPolicy(failure('PRICE_CHANGED', message, { partnerCode, httpStatus: 200 }), newTotalMinor);
}

/** Without a proposal nothing was paid for: whatever happened to this step, the try has brought no policy. */
export function withoutProposal(error: CanonicalError): IssuanceReply {
  const reply = withoutPolicy(error);
  return reply.outcome === 'UNKNOWN' ? { outcome: 'FAILED', error } : reply;
}
