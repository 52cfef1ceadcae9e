import {
  ISSUANCE_RETURN_ADDRESS,
  type IssuanceRequestedData,
  type IssuanceSecrets,
  issuanceRequested,
} from '@app/contracts';
import type { Application } from '@app/domain';
import { startTrace } from '@app/platform';
import type { ApplicationContent, OutboxMessage } from '@app/ports';
import { productLineOf } from '../product-line-of.js';
import { type EventTools, EventWriter } from '../publish-events/event-writer.js';
import type { PartnerSealers } from '../request-quote/quote-requested-events.js';

/** Writes `policy.issuance-requested.v1`: what is personal is sealed for the one partner. */
export class IssuanceRequestedEvents {
  private readonly writer: EventWriter<IssuanceRequestedData>;

  constructor(
    private readonly sealers: PartnerSealers,
    tools: EventTools,
  ) {
    this.writer = new EventWriter(issuanceRequested, tools);
  }

  /** The message of the application's present attempt. */
  async write(
    application: Application,
    content: ApplicationContent,
    traceparent = startTrace(),
  ): Promise<OutboxMessage> {
    const { partner, quoteRequestId: requestId, attempt, acceptances, partnerQuoteRef, planCode } = application;
    const sealer = this.sealers.get(partner);
    if (sealer === undefined) throw new Error(`There is no sealing key for partner ${partner}`);
    const secrets: IssuanceSecrets = { request: { ...content.personal }, application: content.details };
    const data: IssuanceRequestedData = {
      ...{ applicationId: application.id, requestId, partner, productLine: productLineOf(application) },
      ...{ attempt, acceptances, partnerQuoteRef, planCode },
      ...{ acceptedTotalMinor: application.totalMinor, currency: application.currency },
      request: content.request,
      sealed: await sealer.seal(secrets),
    };
    const returnaddress = ISSUANCE_RETURN_ADDRESS;
    return this.writer.write(data, { subject: requestId, traceparent, attempt, returnaddress, partnerId: partner });
  }
}
