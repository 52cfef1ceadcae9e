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
    ...(from === undefined || to === undefined || from > to ? {} : { period: { from, to } }),
    documents: [...byId.values()].slice(0, MAX_POLICY_DOCUMENTS),
  };
}

/**
 * A refusal after which the partner is asked by the quote: a policy that is found counts, and so does one that is being
 * made where the refusal names none; else the refusal as it is.
 */
export async function adopt(said: IssuanceReply, inquiry: Promise<IssuanceReply | NotIssued>): Promise<IssuanceReply> {
  const found = await inquiry;
  if (found.outcome === 'ISSUED') return found;
  return found.outcome === 'PENDING' && said.outcome !== 'ISSUED' ? found : said;
}
