import { type IssuanceReply, MAX_POLICY_DOCUMENTS, type PartnerDocument } from '@app/contracts';
import type { NotIssued } from './partner-policies.js';

export type PolicyIssued = Extract<IssuanceReply, { readonly outcome: 'ISSUED' }>;

/** What a partner tells of a policy. The number makes it one; the rest may be missing. */
interface PolicyFacts {
  readonly policyNumber: string;
  /** Calendar days in India, both inclusive. */
  readonly period?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined;
  readonly documents?: readonly PartnerDocument[];
}

/** A policy as the platform takes it: its period as a whole or not at all, each document once, and not too many. */
export function policyIssued({ policyNumber, period, documents = [] }: PolicyFacts): PolicyIssued {
  const { from, to } = period ?? {};
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    outcome: 'ISSUED',
    policyNumber,
    ...(from === undefined || to === undefined ? {} : { period: { from, to } }),
    documents: [...byId.values()].slice(0, MAX_POLICY_DOCUMENTS),
  };
}

/** A refusal that says that there is a policy counts as it is; the inquiry knows more of the policy, when it finds it. */
export async function adopt(said: IssuanceReply, inquiry: Promise<IssuanceReply | NotIssued>): Promise<IssuanceReply> {
  const found = await inquiry;
  return found.outcome === 'ISSUED' ? found : said;
}
