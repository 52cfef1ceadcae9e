import { refused } from '@app/domain';
import { type AdapterTools, failure, type PartnerPolicies, withoutPolicy } from '@app/partner-kit';
import type { BabbageLovelaceClient } from '../client.js';
import { documentOf, fromBabbageLovelace, fromRefusal, fromRefusedInquiry } from './from-babbage-lovelace.js';
import { toBabbageLovelace, toInquiry } from './to-babbage-lovelace.js';

/** An Add that succeeded says that something was sold. */
const contradiction = () =>
  withoutPolicy(failure('PROTOCOL', 'answered 200 Success without a policy', { httpStatus: 200 }));

/** B's policies. B tells by the quote what became of it. */
export function babbagePolicies(
  client: BabbageLovelaceClient,
  { newId }: Pick<AdapterTools, 'newId'>,
): PartnerPolicies {
  const inquire = (partnerQuoteRef: string, signal: AbortSignal) =>
    client.policy(toInquiry(partnerQuoteRef, newId()), signal);

  return {
    async issue(order, signal) {
      const { applicationId, partnerQuoteRef } = order;
      const answer = await client.policy(toBabbageLovelace(order), signal);
      if (answer.ok) {
        const reply = fromBabbageLovelace(answer.value, applicationId);
        return reply.outcome === 'NOT_ISSUED' ? contradiction() : reply;
      }
      const refusal = fromRefusal(answer.error, applicationId);
      if (answer.error.error.category !== 'DUPLICATE') return refusal;
      // It was sold before under another id: the inquiry knows more of it than its number.
      const policy = await inquire(partnerQuoteRef, signal);
      const reply = policy.ok ? fromBabbageLovelace(policy.value, applicationId) : undefined;
      return reply?.outcome === 'ISSUED' ? reply : refusal;
    },

    async inquire({ applicationId, partnerQuoteRef }, signal) {
      const policy = await inquire(partnerQuoteRef, signal);
      return policy.ok ? fromBabbageLovelace(policy.value, applicationId) : fromRefusedInquiry(policy.error);
    },

    async fetchDocument({ partnerQuoteRef }, signal) {
      const policy = await inquire(partnerQuoteRef, signal);
      return policy.ok ? documentOf(policy.value) : refused(policy.error.error);
    },
  };
}
