import type { DocumentCall, IssuanceReply } from '@app/contracts';
import type { CanonicalError, Result } from '@app/domain';
import {
  type DocumentBytes,
  noSuchDocument,
  type PartnerPolicies,
  type PolicyOrder,
  withoutPolicy,
} from '@app/partner-kit';
import type { AcmeGeneralClient } from '../client.js';
import type { AcmeRefusal } from '../errors.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { toAcmeGeneral } from './to-acme-general.js';
import { type AcmePolicy, documentPath } from './wire.js';

/** Still at work under our key: nothing is refused, and nobody can say yet what comes of it. */
const IN_PROGRESS = 'REQUEST_IN_PROGRESS';

function refusalOf({ error, newTotalMinor }: AcmeRefusal): IssuanceReply {
  return error.partnerCode === IN_PROGRESS ? { outcome: 'UNKNOWN', error } : withoutPolicy(error, newTotalMinor);
}

/**
 * The policy to look at, when an answer is not the last word: a stored "pending" is what every repeat gets, long after
 * the policy has been issued (errata 7); and a quote that is used up has our own policy, since nobody else has it.
 */
function policyToRead(answer: AcmePolicy | AcmeRefusal): string | undefined {
  if ('status' in answer) return answer.status === 'PENDING' ? answer.policyId : undefined;
  return answer.error.category === 'DUPLICATE' ? answer.policyId : undefined;
}

/**
 * A's policies. A finds a policy by its own id alone, which a lost answer takes with it: the repeat of a try under the
 * same key is the inquiry.
 */
export class AcmePolicies implements PartnerPolicies {
  constructor(private readonly client: AcmeGeneralClient) {}

  async issue(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply> {
    const { applicationId, key: idempotencyKey } = order;
    const headers = { idempotencyKey, correlationId: applicationId };
    const answer = await this.client.issue(toAcmeGeneral(order), headers, signal);
    const reply = answer.ok ? fromAcmeGeneral(answer.value, applicationId) : refusalOf(answer.error);
    const policyId = policyToRead(answer.ok ? answer.value : answer.error);
    if (policyId === undefined) return reply;
    const policy = await this.client.policy(policyId, applicationId, signal);
    return policy.ok ? fromAcmeGeneral(policy.value, applicationId) : reply;
  }

  async fetchDocument(
    { applicationId, document }: DocumentCall,
    signal: AbortSignal,
  ): Promise<Result<DocumentBytes, CanonicalError>> {
    const path = documentPath.safeParse(document.reference);
    if (!path.success) return noSuchDocument();
    return this.client.document(path.data, applicationId, signal);
  }
}
