import { deriveTopology, partnersOfDomain } from '@app/partner-registry';
import { CallSigner, type Logger, systemClock } from '@app/platform';
import { issuanceQueue, type ProductDomain, quoteQueue } from '@app/product-lines';
import {
  createSqsClients,
  DeliveredMessages,
  type EventHandler,
  type PollGate,
  type QueueOptions,
  SqsServer,
} from '@app/sns-sqs';
import { CallbackClient } from './answer-quote/callback-client.js';
import { HttpWantedQuotes } from './answer-quote/http-wanted-quotes.js';
import { HttpFleetReports } from './fleet/http-fleet-reports.js';
import { HttpIssuanceCallback } from './issue-policy/http-issuance-callback.js';
import { HttpPartnerGateway } from './partner-gateway/http-partner-gateway.js';
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
  const issuanceCallback = new HttpIssuanceCallback(business);
  const fleet = new HttpFleetReports(business);
  return {
    partners,
    gateway,
    callback,
    wanted,
    issuanceCallback,
    fleet,
    async close(): Promise<void> {
      const clients = [gateway, callback, wanted, issuanceCallback, fleet];
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

type Polling = Pick<QueueOptions, 'concurrency' | 'gate'>;

/** When the issuance queue of a partner may be polled. */
export type GateOf = (partner: string) => PollGate | undefined;

const withoutGate: GateOf = () => undefined;

function pollingOf(domain: ProductDomain, gateOf: GateOf): ReadonlyMap<string, Polling> {
  const queues = partnersOfDomain(domain).flatMap(({ id, operations }): [string, Polling][] => [
    [quoteQueue(domain, id), { concurrency: MESSAGES_IN_HAND }],
    [issuanceQueue(id), { concurrency: operations.issuance.concurrency, gate: gateOf(id) }],
  ]);
  return new Map(queues);
}

function queuesOf(domain: ProductDomain, gateOf: GateOf): QueueOptions[] {
  const pollings = pollingOf(domain, gateOf);
  return deriveTopology().queues.flatMap(({ name, visibilityTimeoutSeconds, maxReceiveCount, deadLetterQueue }) => {
    const polling = pollings.get(name);
    if (polling === undefined) return [];
    return [{ name, visibilityTimeoutSeconds, maxReceiveCount, deadLetterQueue: deadLetterQueue.name, ...polling }];
  });
}

const connectionOf = ({ AWS_ENDPOINT_URL, AWS_REGION }: ReactiveSettings) => ({
  region: AWS_REGION,
  endpoint: AWS_ENDPOINT_URL,
});

/** The container polls its queues itself. */
export function createEvents(values: ReactiveSettings, gateOf: GateOf): SqsServer {
  const queues = queuesOf(values.PRODUCT_DOMAIN, gateOf);
  const clients = createSqsClients(connectionOf(values), queues.length);
  return new SqsServer({ queues, clients, clock: systemClock, random: Math.random, closeWithinMs: CLOSE_WITHIN_MS });
}

/** A function is handed its messages, each for the handler of its type. */
export function createDeliveries(
  values: ReactiveSettings,
  handlers: Readonly<Record<string, EventHandler>>,
): DeliveredMessages {
  const byType = new Map(Object.entries(handlers));
  return DeliveredMessages.onSqs({
    queues: queuesOf(values.PRODUCT_DOMAIN, withoutGate),
    clients: createSqsClients(connectionOf(values), 0),
    handlerOf: (type) => byType.get(type),
    random: Math.random,
  });
}
