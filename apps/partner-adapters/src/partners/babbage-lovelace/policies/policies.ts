import type { DocumentCall, IssuanceReply } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import {
  adopt,
  type DocumentBytes,
  failure,
  type NotIssued,
  type PartnerPolicies,
  type PolicyOrder,
  withoutPolicy,
} from '@app/partner-kit';
import type { BabbageLovelaceClient } from '../client.js';
import {
  asksForInquiry,
  documentOf,
  fromBabbageLovelace,
  fromRefusal,
  fromRefusedInquiry,
} from './from-babbage-lovelace.js';
import { toBabbageLovelace, toInquiry } from './to-babbage-lovelace.js';

/** An Add that succeeded says that something was sold. */
const contradiction = () =>
  withoutPolicy(failure('PROTOCOL', 'answered 200 Success without a policy', { httpStatus: 200 }));

/** B's policies. B tells by the quote what became of it. */
export class BabbagePolicies implements PartnerPolicies {
  constructor(
    private readonly client: BabbageLovelaceClient,
    private readonly newId: () => string,
  ) {}

  async issue(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply> {
    const { applicationId } = order;
    const question = toBabbageLovelace(order);
    if (!question.ok) return withoutPolicy(question.error);
    const answer = await this.client.policy(question.value, signal);
    if (answer.ok) {
      const reply = fromBabbageLovelace(answer.value, applicationId);
      return reply.outcome === 'NOT_ISSUED' ? contradiction() : reply;
    }
    const refusal = fromRefusal(answer.error, applicationId);
    return asksForInquiry(answer.error) ? adopt(refusal, this.inquire(order, signal)) : refusal;
  }

  async inquire(
    { applicationId, partnerQuoteRef }: PolicyOrder,
    signal: AbortSignal,
  ): Promise<IssuanceReply | NotIssued> {
    const policy = await this.ask(partnerQuoteRef, signal);
    return policy.ok ? fromBabbageLovelace(policy.value, applicationId) : fromRefusedInquiry(policy.error);
  }

  async fetchDocument(
    { partnerQuoteRef }: DocumentCall,
    signal: AbortSignal,
  ): Promise<Result<DocumentBytes, CanonicalError>> {
    const policy = await this.ask(partnerQuoteRef, signal);
    return policy.ok ? documentOf(policy.value) : refused(policy.error.error);
  }

  /** How the policy of a quote stands. */
  private ask(partnerQuoteRef: string, signal: AbortSignal) {
    return this.client.policy(toInquiry(partnerQuoteRef, this.newId()), signal);
  }
}
