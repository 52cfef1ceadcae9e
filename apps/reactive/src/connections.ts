import { deriveTopology, partnersOfDomain } from '@app/partner-registry';
import { CallSigner, type Logger, systemClock } from '@app/platform';
import { type ProductDomain, quoteQueue } from '@app/product-lines';
import { createSqsClients, DeliveredMessages, type EventHandler, type QueueOptions, SqsServer } from '@app/sns-sqs';
import { CallbackClient } from './answer-quote/callback-client.js';
import { HttpPartnerGateway } from './answer-quote/http-partner-gateway.js';
import { HttpWantedQuotes } from './answer-quote/http-wanted-quotes.js';
import { HttpFleetReports } from './fleet/http-fleet-reports.js';
import { adapterUrlName, type ReactiveSettings } from './reactive.settings.js';

const MESSAGES_IN_HAND = 100;
const CLOSE_WITHIN_MS = 20_000;

/** Everything that the service calls, for its container and for its function. Nothing is connected yet. */
export function createClients(values: ReactiveSettings, logger: Logger) {
  const signer = new CallSigner(values.INTERNAL_SIGNING_KEYS);
  const business = { businessUrl: values.CALLBACK_URL, signer };
  const partners = partnersOfDomain(values.PRODUCT_DOMAIN);
  const urls = partners.map(({ id }): [string, string] => [id, values[adapterUrlName(id)] ?? '']);
  const gateway = new HttpPartnerGateway({ adapterUrls: new Map(urls), signer, clock: systemClock });
  const callback = new CallbackClient({ callbackUrl: values.CALLBACK_URL, signer });
  const wanted = new HttpWantedQuotes({ ...business, clock: systemClock, logger });
  const fleet = new HttpFleetReports(business);
  return {
    partners,
    gateway,
    callback,
    wanted,
    fleet,
    async close(): Promise<void> {
      await Promise.all([gateway, callback, wanted, fleet].map((client) => client.close()));
    },
  };
}

function queuesOf(domain: ProductDomain): QueueOptions[] {
  const names = new Set(partnersOfDomain(domain).map(({ id }) => quoteQueue(domain, id)));
  return deriveTopology()
    .queues.filter(({ name }) => names.has(name))
    .map(({ name, visibilityTimeoutSeconds, maxReceiveCount, deadLetterQueue }) => ({
      name,
      visibilityTimeoutSeconds,
      maxReceiveCount,
      deadLetterQueue: deadLetterQueue.name,
      concurrency: MESSAGES_IN_HAND,
    }));
}

const connectionOf = ({ AWS_ENDPOINT_URL, AWS_REGION }: ReactiveSettings) => ({
  region: AWS_REGION,
  endpoint: AWS_ENDPOINT_URL,
});

/** The container polls its queues itself. */
export function createEvents(values: ReactiveSettings): SqsServer {
  const queues = queuesOf(values.PRODUCT_DOMAIN);
  const clients = createSqsClients(connectionOf(values), queues.length);
  return new SqsServer({ queues, clients, clock: systemClock, random: Math.random, closeWithinMs: CLOSE_WITHIN_MS });
}

/** A function is handed its messages. */
export const createDeliveries = (
  values: ReactiveSettings,
  handlerOf: (type: string) => EventHandler | undefined,
): DeliveredMessages =>
  DeliveredMessages.onSqs({
    queues: queuesOf(values.PRODUCT_DOMAIN),
    clients: createSqsClients(connectionOf(values), 0),
    handlerOf,
    random: Math.random,
  });
