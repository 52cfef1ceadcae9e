import type { DocumentCall, IssuanceReply } from '@app/contracts';
import type { CanonicalError, Result } from '@app/domain';
import {
  adopt,
  type DocumentBytes,
  type NotIssued,
  noSuchDocument,
  type PartnerPolicies,
  type PolicyOrder,
  policyIssued,
  unsaid,
  withoutPolicy,
} from '@app/partner-kit';
import type { CogwheelDirectClient } from '../client.js';
import type { CogwheelRefusal } from '../errors.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { documentPath, policyAnswerTo, policyStatus } from './wire.js';

const UNKNOWN_QUOTE = 'C-ISS-404';
const USED_OTHERWISE = 'C-ISS-409';
const ALREADY_ISSUED = 'C-ISS-410';

/** How C issues policies: under an `issue_ref` for ever, and it can be asked by the quote (partners.md C.3). */
export class CogwheelPolicies implements PartnerPolicies {
  constructor(private readonly client: CogwheelDirectClient) {}

  async issue(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply> {
    const question = toCogwheelDirect(order);
    const answer = await this.client.post('/v2/policy/issue', question, policyAnswerTo(question), signal);
    if (answer.ok) return fromCogwheelDirect(answer.value.policy, order.applicationId);
    const { error, code, newPremiumMinor } = answer.error;
    if (code === ALREADY_ISSUED) return this.adopt(order, answer.error, signal);
    const reply = withoutPolicy(error, newPremiumMinor);
    // Inquiry, then manual (canonical-model.md §7): what our reference was used for instead is never adopted.
    return code === USED_OTHERWISE ? adopt(reply, this.inquire(order, signal)) : reply;
  }

  async inquire(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply | NotIssued> {
    const path = `/v2/policy?quote_no=${encodeURIComponent(order.partnerQuoteRef)}`;
    const answer = await this.client.get(path, policyStatus, signal);
    if (!answer.ok) return answer.error.code === UNKNOWN_QUOTE ? { outcome: 'NOT_ISSUED' } : unsaid(answer.error.error);
    const { policy } = answer.value;
    return policy.state === 'NONE' ? { outcome: 'NOT_ISSUED' } : fromCogwheelDirect(policy, order.applicationId);
  }

  async fetchDocument({ document }: DocumentCall, signal: AbortSignal): Promise<Result<DocumentBytes, CanonicalError>> {
    const path = documentPath.safeParse(document.reference);
    if (!path.success) return noSuchDocument();
    return this.client.document(path.data, signal);
  }

  /** A quote of ours has its policy under another `issue_ref`; one that is still in process has no number (errata 10). */
  private async adopt(
    order: PolicyOrder,
    { policyNo: policyNumber }: CogwheelRefusal,
    signal: AbortSignal,
  ): Promise<IssuanceReply> {
    if (policyNumber === undefined) return { outcome: 'PENDING' };
    return adopt(policyIssued({ policyNumber }), this.inquire(order, signal));
  }
}
