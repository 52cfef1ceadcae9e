import type { IssuanceReply } from '@app/contracts';
import { policyIssued, policySchedule } from '@app/partner-kit';
import type { AcmePolicy } from './wire.js';

/** A's policy as ours; its documents are found again by their paths. */
export function fromAcmeGeneral(policy: AcmePolicy, applicationId: string): IssuanceReply {
  if (policy.status === 'PENDING') return { outcome: 'PENDING' };
  const { policyNumber, period, documents } = policy;
  const ours = documents.map(({ type, href }) => ({ ...policySchedule(applicationId, href), type }));
  return policyIssued({ policyNumber, period, documents: ours });
}
