import type { PartnerDocument } from '@app/contracts';
import type { CanonicalError } from '@app/domain';
import type { Clock, PartnerGateway } from '@app/ports';
import { callLimits, type IssuanceOrder } from './issuance-order.js';
import type { PatientCallback } from './patient-callback.js';

export interface PolicyDocumentsParts {
  readonly gateway: Pick<PartnerGateway, 'document'>;
  readonly callback: Pick<PatientCallback, 'keepDocument'>;
  readonly clock: Clock;
}

export interface IssuedPolicy {
  readonly policyNumber: string;
  readonly documents: readonly PartnerDocument[];
}

/** Brings the documents of a policy from its partner to the business service. */
export class PolicyDocuments {
  constructor(private readonly parts: PolicyDocumentsParts) {}

  /**
   * Every one that can be had now; returns what kept the first one of the others from coming, null when all are kept.
   * Rejects like the callback.
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
    const { clock, callback, gateway } = this.parts;
    const { applicationId, partner, partnerQuoteRef } = order.event.data;
    const call = { applicationId, partner, partnerQuoteRef, policyNumber, document };
    const reply = await gateway.document(call, callLimits(order, clock.now()));
    if (reply.outcome === 'FAILED') return reply.error;
    const { bytes, contentType } = reply;
    await callback.keepDocument(
      { applicationId, documentId: document.id, contentType, bytes },
      order.limits?.postsUntil,
    );
    return null;
  }
}
