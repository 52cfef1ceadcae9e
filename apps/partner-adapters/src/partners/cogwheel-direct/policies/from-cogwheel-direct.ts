import type { IssuanceReply } from '@app/contracts';
import { policyIssued, policySchedule } from '@app/partner-kit';
import type { CogwheelPolicy } from './wire.js';

/** C's policy as ours. */
export function fromCogwheelDirect(policy: CogwheelPolicy, applicationId: string): IssuanceReply {
  if (policy.state === 'IN_PROCESS') return { outcome: 'PENDING' };
  const { policy_no: policyNumber, from, to, doc_url: path } = policy;
  const documents = path === undefined ? [] : [policySchedule(applicationId, path)];
  return policyIssued({ policyNumber, period: { from, to }, documents });
}
