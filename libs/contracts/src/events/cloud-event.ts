import { z } from 'zod';
import { instant } from '../canonical-request.js';

/** The frame around every event: CloudEvents 1.0 in structured JSON, with our extensions (events.md). */
export const eventFrame = z.object({
  specversion: z.literal('1.0'),
  /** UUIDv7, the same over every redelivery. */
  id: z.uuid(),
  source: z.string().min(1),
  type: z.string().min(1),
  /** The correlation id: the quote request's. */
  subject: z.string().min(1),
  time: instant,
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().min(1),
  traceparent: z.string(),
  /** Absolute: work that nobody can use any more is dropped. */
  deadline: instant.optional(),
  attempt: z.int().min(1),
  causationid: z.string().optional(),
  /** A name, resolved from the receiver's own configuration; never an address. */
  returnaddress: z.string().optional(),
});

export type EventFrame = z.infer<typeof eventFrame>;

/** One kind of event: its type with version, where it is published and what it carries. */
export interface EventDefinition<Data> {
  readonly type: string;
  readonly data: z.ZodType<Data>;
  /** The name of an SNS topic, or what `queueAddress` makes of an SQS queue's. */
  readonly topic: (data: Data) => string;
  /** It hands a customer's data to somebody: not sent any more once the consent is withdrawn. */
  readonly revocable: boolean;
}

const QUEUE = 'queue:';

/** The address of a queue among those of topics: for what is meant for one receiver alone. */
export const queueAddress = (queue: string): string => `${QUEUE}${queue}`;

/** The queue of an address; undefined for a topic's. */
export const queueOf = (address: string): string | undefined =>
  address.startsWith(QUEUE) ? address.slice(QUEUE.length) : undefined;

export type CloudEvent<Data> = EventFrame & { readonly data: Data };

export const defineEvent = <Data>(definition: EventDefinition<Data>): EventDefinition<Data> => definition;

/** The version in a type's name: `quote.requested.v1` → `1`; the value of the attribute `schemaVersion`. */
export const versionOf = (type: string): string => type.slice(type.lastIndexOf('.v') + 2);

/** The schema of a whole event, frame and data: producer and consumer both check against it. */
export const eventSchema = <Data>(definition: EventDefinition<Data>) =>
  eventFrame.extend({ type: z.literal(definition.type), data: definition.data });
