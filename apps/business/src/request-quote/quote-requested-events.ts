import { type CanonicalRequest, type PersonalFields, QUOTE_RETURN_ADDRESS, quoteRequested } from '@app/contracts';
import type { Sealer } from '@app/platform';
import type { OutboxMessage } from '@app/ports';
import { type EventTools, EventWriter } from '../publish-events/event-writer.js';

export type PartnerSealers = ReadonlyMap<string, Pick<Sealer, 'seal'>>;

export interface Asked {
  /** Without personal fields. */
  readonly request: CanonicalRequest;
  readonly personal: PersonalFields;
  readonly partners: readonly string[];
  readonly traceparent: string;
}

/** `quote.requested.v1`, one for every partner, with the personal fields sealed for that partner alone. */
export class QuoteRequestedEvents {
  private readonly writer: EventWriter<Parameters<typeof quoteRequested.topic>[0]>;

  constructor(
    private readonly sealers: PartnerSealers,
    tools: EventTools,
  ) {
    this.writer = new EventWriter(quoteRequested, tools);
  }

  write({ partners, ...asked }: Asked): Promise<OutboxMessage[]> {
    return Promise.all(partners.map((partner) => this.writeOne(partner, asked)));
  }

  private async writeOne(partner: string, asked: Omit<Asked, 'partners'>): Promise<OutboxMessage> {
    const { request, personal, traceparent } = asked;
    const { requestId, productLine, answerDeadline, acceptLateUntil } = request;
    const sealer = this.sealers.get(partner);
    if (sealer === undefined) throw new Error(`There is no sealing key for partner ${partner}`);
    const sealed = await sealer.seal(personal);
    return this.writer.write(
      { requestId, partner, productLine, answerDeadline, acceptLateUntil, request, sealed },
      {
        subject: requestId,
        traceparent,
        deadline: answerDeadline,
        returnaddress: QUOTE_RETURN_ADDRESS,
        partnerId: partner,
      },
    );
  }
}
