import type { DocumentCall, IssuanceReply } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import { adopt, type DocumentBytes, type NotIssued, type PartnerPolicies, type PolicyOrder } from '@app/partner-kit';
import type { FizzbuzzClient } from '../client.js';
import { documentIn, fromFizzbuzz, fromInquiryRefusal, fromRefusal } from './from-fizzbuzz.js';
import { policyOf, toFizzbuzz } from './to-fizzbuzz.js';

/** Only what an inquiry about our own quote shows is adopted (partners-errata.md 15). */
const KEY_USED_OTHERWISE = '-32031';

/** Policies as F issues them: one call, never in a batch; the repeat under its dedupeKey tells the current state. */
export class FizzbuzzPolicies implements PartnerPolicies {
  constructor(private readonly client: Pick<FizzbuzzClient, 'callAlone'>) {}

  async issue(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply> {
    const result = await this.client.callAlone('policy.issue', toFizzbuzz(order), signal);
    if (result.ok) return fromFizzbuzz(result.value, order);
    const reply = fromRefusal(result.error);
    const isKeyUsed = result.error.error.partnerCode === KEY_USED_OTHERWISE;
    if (reply.outcome !== 'ISSUED' && !isKeyUsed) return reply;
    // F names the policy that there is already; the policy itself has a period and documents.
    return adopt(reply, this.inquire(order, signal));
  }

  async inquire(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply | NotIssued> {
    const result = await this.client.callAlone('policy.get', policyOf(order.partnerQuoteRef), signal);
    return result.ok ? fromFizzbuzz(result.value, order) : fromInquiryRefusal(result.error);
  }

  async fetchDocument(
    { partnerQuoteRef, policyNumber, document }: DocumentCall,
    signal: AbortSignal,
  ): Promise<Result<DocumentBytes, CanonicalError>> {
    const result = await this.client.callAlone('policy.get', policyOf(partnerQuoteRef), signal);
    if (!result.ok) return refused(result.error.error);
    return documentIn(result.value, policyNumber, document.reference);
  }
}
