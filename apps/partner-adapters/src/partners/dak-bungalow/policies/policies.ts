import type { DocumentCall, IssuanceReply } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
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
import type { DakBungalowClient } from '../client.js';
import type { DakRefusal } from '../errors.js';
import { fromDakBungalow, policyNumberIn, priceChanged, withoutProposal } from './from-dak-bungalow.js';
import { toIssue, toProposal } from './to-dak-bungalow.js';
import { type DakProposal, policyOf, proposalOf, statusOf } from './wire.js';

const AMOUNT_MISMATCH = '41';
const NO_SUCH = '45';
const ISSUED_OTHERWISE = '46';
const REFERENCE_USED_OTHERWISE = '43';

/** Refused now, and so at every earlier time: such a quote never had a proposal. */
const NEVER_PROPOSED: ReadonlySet<string | null> = new Set(['30', '48']);

/** A quote is valid for so long, and D knows it a day longer (partners.md D.2, 0.4). */
const KNOWN_FOR_MS = 14 * 24 * 3_600_000;

/** How D issues policies: a firm proposal, then its payment, whose reference is the key (partners.md D.3, D.4). */
export class DakPolicies implements PartnerPolicies {
  constructor(
    private readonly client: DakBungalowClient,
    private readonly now: () => Date,
  ) {}

  async issue(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply> {
    const proposal = await this.propose(order, signal);
    if (!proposal.ok) return withoutProposal(proposal.error.error);
    const { propNo, totalMinor } = proposal.value;
    // A lower total is not the last word: D goes on proposing the old one after it has told a new one at the payment
    // (rc 44, partners-errata.md 3), and takes no other amount than its present one.
    if (totalMinor > order.acceptedTotalMinor) return priceChanged(totalMinor);
    const answer = await this.client.ask('issue', toIssue(propNo, order), policyOf(propNo), signal);
    if (answer.ok) return fromDakBungalow(answer.value, order.applicationId);
    return this.notPaid(order, proposal.value, answer.error, signal);
  }

  async inquire(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply | NotIssued> {
    // What cannot be written was never proposed.
    if (!toProposal(order).ok) return { outcome: 'NOT_ISSUED' };
    const proposal = await this.propose(order, signal);
    if (proposal.ok) return this.statusOf(order, proposal.value, signal);
    const { error } = proposal.error;
    const isNeverProposed = NEVER_PROPOSED.has(error.partnerCode) || this.isUnknownQuote(order, error);
    return isNeverProposed ? { outcome: 'NOT_ISSUED' } : unsaid(error);
  }

  async fetchDocument({ document }: DocumentCall, signal: AbortSignal): Promise<Result<DocumentBytes, CanonicalError>> {
    const policyNumber = policyNumberIn(document.reference);
    if (policyNumber === undefined) return noSuchDocument();
    return this.client.document(policyNumber, signal);
  }

  /** The proposal of a quote is the same one whenever it is asked for. */
  private async propose(order: PolicyOrder, signal: AbortSignal): Promise<Result<DakProposal, DakRefusal>> {
    const form = toProposal(order);
    return form.ok ? this.client.ask('propose', form.value, proposalOf(form.value), signal) : refused(form);
  }

  private async statusOf(
    { applicationId }: PolicyOrder,
    { propNo }: DakProposal,
    signal: AbortSignal,
  ): Promise<IssuanceReply | NotIssued> {
    const status = await this.client.ask('status', { prop_no: propNo }, statusOf(propNo), signal);
    if (status.ok && status.value.state !== 'NONE') return fromDakBungalow(status.value, applicationId);
    if (status.ok || status.error.error.partnerCode === NO_SUCH) return { outcome: 'NOT_ISSUED' };
    return unsaid(status.error.error);
  }

  private async notPaid(
    order: PolicyOrder,
    proposal: DakProposal,
    refusal: DakRefusal,
    signal: AbortSignal,
  ): Promise<IssuanceReply> {
    const { error, newTotalMinor, policyNumber } = refusal;
    if (error.partnerCode === AMOUNT_MISMATCH && proposal.totalMinor !== order.acceptedTotalMinor)
      return priceChanged(proposal.totalMinor, AMOUNT_MISMATCH);
    // Only what an inquiry about our own quote shows is adopted (partners-errata.md 15).
    if (error.partnerCode === REFERENCE_USED_OTHERWISE)
      return adopt(withoutPolicy(error), this.statusOf(order, proposal, signal));
    if (error.partnerCode !== ISSUED_OTHERWISE) return withoutPolicy(error, newTotalMinor);
    // One that is still pending has no number yet (errata 10).
    if (policyNumber === undefined) return { outcome: 'PENDING' };
    return adopt(policyIssued({ policyNumber }), this.statusOf(order, proposal, signal));
  }

  /** D knew the quote once: what it does not know while it has to know it, it has never issued. */
  private isUnknownQuote({ request }: PolicyOrder, { partnerCode }: CanonicalError): boolean {
    const isToBeKnown = this.now().getTime() < Date.parse(request.createdAt) + KNOWN_FOR_MS;
    return partnerCode === NO_SUCH && isToBeKnown;
  }
}
