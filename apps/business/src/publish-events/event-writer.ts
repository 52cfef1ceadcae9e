import { type EventDefinition, eventSchema, versionOf } from '@app/contracts';
import type { Clock, OutboxMessage } from '@app/ports';

const SOURCE = '/services/business';

/** What an event tells besides its data. */
export interface EventContext {
  /** The correlation id. */
  readonly subject: string;
  readonly traceparent: string;
  readonly deadline?: string;
  /** 1 unless it says otherwise. */
  readonly attempt?: number;
  readonly returnaddress?: string;
  /** For the filters of subscriptions. */
  readonly partnerId?: string;
}

export interface EventTools {
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Writes events of one kind: fills in id and time, checks the whole against its schema, encodes it. */
export class EventWriter<Data> {
  private readonly schema;

  constructor(
    private readonly definition: EventDefinition<Data>,
    private readonly tools: EventTools,
  ) {
    this.schema = eventSchema(definition);
  }

  /** Throws when the event breaks its schema: that is a mistake in our own code, and nothing may be sent. */
  write(data: Data, { partnerId, ...context }: EventContext): OutboxMessage {
    const { type, revocable } = this.definition;
    const { clock, newId } = this.tools;
    const event = this.schema.parse({
      specversion: '1.0',
      id: newId(),
      source: SOURCE,
      type,
      time: clock.now().toISOString(),
      datacontenttype: 'application/json',
      dataschema: `urn:multi-partner-quotes:${type}`,
      attempt: 1,
      ...context,
      data,
    });
    const { traceparent } = context;
    const attributes = { type, schemaVersion: versionOf(type), traceparent };
    return {
      id: event.id,
      topic: this.definition.topic(data),
      body: JSON.stringify(event),
      attributes: partnerId === undefined ? attributes : { ...attributes, partnerId },
      correlationId: context.subject,
      revocable,
    };
  }
}
