import {
  issuanceQueue,
  OPERATOR_ALERTS_TOPIC,
  POLICY_LIFECYCLE_TOPIC,
  PRODUCT_LINE_IDS,
  QUOTE_LIFECYCLE_TOPIC,
  quoteTopic,
} from '@app/product-lines';
import { z } from 'zod';
import { canonicalRequest } from '../canonical-request.js';
import { SchemaComponents } from '../schema-components.js';
import { type EventDefinition, eventSchema, versionOf } from './cloud-event.js';
import type { EventAttribute } from './message-attributes.js';
import { issuanceRequested, operatorAlert, policyIssuanceFailed, policyIssued } from './policy-events.js';
import { quoteAnswered, quoteCompleted, quoteRequested } from './quote-events.js';

const [ANY_LINE] = PRODUCT_LINE_IDS;

const CHANNELS = {
  quoteRequested: {
    address: quoteTopic(ANY_LINE).replace(ANY_LINE, '{productLine}'),
    title: 'Quote requests of one product line',
    description:
      'An SNS topic. Raw delivery into one SQS queue for each product domain and partner, by a filter on `partnerId`.',
    parameters: { productLine: { description: 'The product line', enum: PRODUCT_LINE_IDS } },
  },
  quoteLifecycle: {
    address: QUOTE_LIFECYCLE_TOPIC,
    title: 'What became of quote requests',
    description: 'An SNS topic for anyone: analytics, notifications. Ids, statuses, counts and amounts; no request.',
  },
  policyIssuance: {
    address: issuanceQueue('{partnerId}'),
    title: 'Policies to issue, of one partner',
    description:
      'An SQS queue, sent to by the business service itself. What fails five times goes to its dead letter queue, ' +
      '`policy-issuance-{partnerId}-dlq`.',
    parameters: { partnerId: { description: 'The id of the partner' } },
  },
  policyLifecycle: {
    address: POLICY_LIFECYCLE_TOPIC,
    title: 'What became of applications',
    description: 'An SNS topic for anyone: analytics, notifications. Ids, statuses and amounts; no request.',
  },
  operatorAlerts: {
    address: OPERATOR_ALERTS_TOPIC,
    title: 'What operators should hear of at once',
    description: 'An SNS topic. Failure notices with their root cause.',
  },
} as const;

interface DocumentedEvent {
  /** `QuoteRequested` */
  readonly name: string;
  readonly channel: keyof typeof CHANNELS;
  readonly summary: string;
  readonly schema: z.ZodType;
  readonly type: string;
  /** Whether it is addressed to one partner. */
  readonly addressed: boolean;
}

const documented = <Data>(definition: EventDefinition<Data>, rest: Omit<DocumentedEvent, 'schema' | 'type'>) => ({
  ...rest,
  type: definition.type,
  schema: eventSchema(definition),
});

const EVENTS: readonly DocumentedEvent[] = [
  documented(quoteRequested, {
    name: 'QuoteRequested',
    channel: 'quoteRequested',
    summary: 'A partner is asked for a quote; personal fields are sealed for its integration service',
    addressed: true,
  }),
  documented(quoteAnswered, {
    name: 'QuoteAnswered',
    channel: 'quoteLifecycle',
    summary: 'A partner’s row changed to a final status',
    addressed: false,
  }),
  documented(quoteCompleted, {
    name: 'QuoteCompleted',
    channel: 'quoteLifecycle',
    summary: 'Every partner has answered, or the deadline has passed',
    addressed: false,
  }),
  documented(issuanceRequested, {
    name: 'IssuanceRequested',
    channel: 'policyIssuance',
    summary: 'A partner is to issue a policy, or to say what became of it; personal fields are sealed for it',
    addressed: true,
  }),
  documented(policyIssued, {
    name: 'PolicyIssued',
    channel: 'policyLifecycle',
    summary: 'A policy is there',
    addressed: false,
  }),
  documented(policyIssuanceFailed, {
    name: 'PolicyIssuanceFailed',
    channel: 'policyLifecycle',
    summary: 'An application has ended without a policy, or needs somebody’s attention',
    addressed: false,
  }),
  documented(operatorAlert, {
    name: 'OperatorAlert',
    channel: 'operatorAlerts',
    summary: 'The same event, for operators',
    addressed: false,
  }),
];

const schemas = new SchemaComponents(
  {
    ...Object.fromEntries(EVENTS.map(({ name, schema }) => [name, schema])),
    CanonicalRequest: canonicalRequest,
  },
  'draft-7',
);

/** Message attributes: what filters and consumers see without opening the body. */
function attributesOf({ type, addressed }: DocumentedEvent) {
  const attributes = {
    type: z.literal(type),
    schemaVersion: z.literal(versionOf(type)),
    traceparent: z.string(),
    ...(addressed ? { partnerId: z.string() } : {}),
  } satisfies Partial<Record<EventAttribute, z.ZodType>>;
  return schemas.use(z.object(attributes));
}

const message = (event: DocumentedEvent) => ({
  name: event.type,
  title: event.name,
  summary: event.summary,
  contentType: 'application/json',
  headers: attributesOf(event),
  payload: schemas.use(event.schema),
});

const ref = (...path: readonly string[]) => ({ $ref: `#/${path.join('/')}` });

function channels() {
  const entries = Object.entries(CHANNELS).map(([id, channel]) => {
    const here = EVENTS.filter((event) => event.channel === id);
    const messages = Object.fromEntries(here.map(({ name }) => [name, ref('components', 'messages', name)]));
    return [id, { ...channel, messages }];
  });
  return Object.fromEntries(entries);
}

const operation = (action: 'send' | 'receive', { name, channel, summary }: DocumentedEvent) => ({
  action,
  channel: ref('channels', channel),
  summary,
  messages: [ref('channels', channel, 'messages', name)],
});

/** The AsyncAPI 3.0 document of the events. Pure: the same each time. */
export const asyncApiDocument = () => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Multi-partner quotes: events',
    version: '1.1.0',
    description:
      'CloudEvents 1.0 as structured JSON, published by the business service. A compatible change adds optional fields; ' +
      'anything else is a new version beside the old one.',
    license: { name: 'MIT' },
  },
  defaultContentType: 'application/json',
  channels: channels(),
  operations: Object.fromEntries(
    EVENTS.flatMap((event) => [
      [`send${event.name}`, operation('send', event)],
      [`receive${event.name}`, operation('receive', event)],
    ]),
  ),
  components: {
    messages: Object.fromEntries(EVENTS.map((event) => [event.name, message(event)])),
    schemas: schemas.all(),
  },
});
