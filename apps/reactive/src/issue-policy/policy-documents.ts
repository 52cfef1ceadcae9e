import type { PartnerDocument } from '@app/contracts';
import type { CanonicalError } from '@app/domain';
import type { Clock, PartnerGateway } from '@app/ports';
import { callLimits, type IssuanceOrder } from './issuance-order.js';
import type { PatientDesk } from './patient-desk.js';

export interface PolicyDocumentsParts {
  readonly gateway: Pick<PartnerGateway, 'document'>;
  readonly desk: Pick<PatientDesk, 'keepDocument'>;
  readonly clock: Clock;
}

export interface IssuedPolicy {
  readonly policyNumber: string;
  readonly documents: readonly PartnerDocument[];
}

/** Brings the documents of a policy from its partner to the desk. */
export class PolicyDocuments {
  constructor(private readonly parts: PolicyDocumentsParts) {}

  /**
   * Every one that can be had now; returns what kept the first one of the others from coming, null when all are kept.
   * Rejects like the desk.
   */
  async bring(order: IssuanceOrder, { policyNumber, documents }: IssuedPolicy): Promise<CanonicalError | null> {
    let missing: CanonicalError | null = null;
    for (const document of documents) {
      const failure = await this.bringOne(order, policyNumber, document);
      missing ??= failure;
    }
    return missing;
  }

  private async bringOne(
    order: IssuanceOrder,
    policyNumber: string,
    document: PartnerDocument,
  ): Promise<CanonicalError | null> {
    const { clock, desk, gateway } = this.parts;
    const { applicationId, partner, partnerQuoteRef } = order.event.data;
    const call = { applicationId, partner, partnerQuoteRef, policyNumber, document };
    const reply = await gateway.document(call, callLimits(order, clock.now()));
    if (reply.outcome === 'FAILED') return reply.error;
    const { bytes, contentType } = reply;
    await desk.keepDocument({ applicationId, documentId: document.id, contentType, bytes }, order.callsUntil);
    return null;
  }
}
