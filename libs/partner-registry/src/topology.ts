import {
  ISSUANCE_OPERATOR_QUEUE,
  issuanceQueue,
  linesOf,
  OPERATOR_ALERTS_TOPIC,
  POLICY_LIFECYCLE_TOPIC,
  PRODUCT_DOMAINS,
  PRODUCT_LINE_IDS,
  type ProductDomain,
  type ProductLineId,
  QUOTE_LIFECYCLE_TOPIC,
  quoteQueue,
  quoteTopic,
} from '@app/product-lines';
import type { PartnerManifest } from './manifest.js';
import { PARTNERS, partnersOfDomain } from './registry.js';

export interface QueueDefinition {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly maxReceiveCount: number;
  readonly deadLetterQueue: DeadLetterQueueDefinition;
}

export interface DeadLetterQueueDefinition {
  readonly name: string;
  readonly retentionSeconds: number;
}

export interface SubscriptionDefinition {
  readonly topic: string;
  readonly queue: string;
  /** Exact matches on message attributes. */
  readonly filterPolicy: Readonly<Record<string, readonly string[]>>;
  /** Where SNS puts what it cannot deliver. */
  readonly deadLetterQueue: DeadLetterQueueDefinition;
}

/** Topics, queues and subscriptions: the local stack creates them, the deployment deploys them. */
export interface Topology {
  readonly topics: readonly string[];
  readonly queues: readonly QueueDefinition[];
  readonly subscriptions: readonly SubscriptionDefinition[];
}

const FIVE_MINUTES = 300;
const FOUR_DAYS = 4 * 86_400;
const FOURTEEN_DAYS = 14 * 86_400;

const deadLetters = (name: string): DeadLetterQueueDefinition => ({ name, retentionSeconds: FOURTEEN_DAYS });

function quoteQueueDefinition(domain: ProductDomain, partner: PartnerManifest): QueueDefinition {
  const name = quoteQueue(domain, partner.id);
  return {
    name,
    visibilityTimeoutSeconds: Math.ceil((2 * partner.operations.quote.timeoutMs) / 1_000),
    retentionSeconds: FIVE_MINUTES,
    maxReceiveCount: 3,
    deadLetterQueue: deadLetters(`${name}-dlq`),
  };
}

function issuanceQueueDefinition({ id, operations }: PartnerManifest): QueueDefinition {
  const name = issuanceQueue(id);
  return {
    name,
    visibilityTimeoutSeconds: Math.ceil((6 * operations.issuance.handlerP99Ms) / 1_000),
    retentionSeconds: FOUR_DAYS,
    maxReceiveCount: 5,
    deadLetterQueue: deadLetters(`${name}-dlq`),
  };
}

/** Nobody works on what is here but people; it is only received to be kept where they can see it. */
const OPERATOR_QUEUE: QueueDefinition = {
  name: ISSUANCE_OPERATOR_QUEUE,
  visibilityTimeoutSeconds: 30,
  retentionSeconds: FOURTEEN_DAYS,
  maxReceiveCount: 100,
  deadLetterQueue: deadLetters(`${ISSUANCE_OPERATOR_QUEUE}-dlq`),
};

function quoteSubscriptions(domain: ProductDomain, partner: PartnerManifest): SubscriptionDefinition[] {
  const queue = quoteQueue(domain, partner.id);
  return linesOf(domain)
    .filter((line) => partner.lines.includes(line))
    .map((line) => ({
      topic: quoteTopic(line),
      queue,
      filterPolicy: { partnerId: [partner.id] },
      deadLetterQueue: deadLetters(`${queue}-undelivered-dlq`),
    }));
}

/** The whole topology, derived from the registry. */
export function deriveTopology(): Topology {
  const served = PRODUCT_DOMAINS.flatMap((domain) => partnersOfDomain(domain).map((partner) => ({ domain, partner })));
  return {
    topics: [
      ...PRODUCT_LINE_IDS.filter(isSold).map(quoteTopic),
      QUOTE_LIFECYCLE_TOPIC,
      POLICY_LIFECYCLE_TOPIC,
      OPERATOR_ALERTS_TOPIC,
    ],
    queues: [
      ...served.map(({ domain, partner }) => quoteQueueDefinition(domain, partner)),
      ...PARTNERS.map(issuanceQueueDefinition),
      OPERATOR_QUEUE,
    ],
    subscriptions: served.flatMap(({ domain, partner }) => quoteSubscriptions(domain, partner)),
  };
}

const isSold = (line: ProductLineId): boolean => PARTNERS.some((partner) => partner.lines.includes(line));
