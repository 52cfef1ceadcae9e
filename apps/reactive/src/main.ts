import { randomUUID } from 'node:crypto';
import { deriveTopology, partnersOfDomain } from '@app/partner-registry';
import {
  CallSigner,
  type Logger,
  type RunningService,
  runService,
  type SettingsValues,
  systemClock,
} from '@app/platform';
import { type ProductDomain, quoteQueue } from '@app/product-lines';
import { createSqsClients, type QueueOptions, SqsServer } from '@app/sns-sqs';
import { CallbackAnswerSink } from './answer-quote/callback-answer-sink.js';
import { CallbackClient } from './answer-quote/callback-client.js';
import { HttpPartnerGateway } from './answer-quote/http-partner-gateway.js';
import { HttpWantedQuotes } from './answer-quote/http-wanted-quotes.js';
import { adapterUrlName, reactiveSettings } from './reactive.settings.js';
import { startReactive } from './start-reactive.js';

const settings = reactiveSettings(process.env.PRODUCT_DOMAIN);
type ReactiveSettings = SettingsValues<typeof settings>;

const MESSAGES_IN_HAND = 100;
const CLOSE_WITHIN_MS = 20_000;

function queuesOf(domain: ProductDomain): QueueOptions[] {
  const names = new Set(partnersOfDomain(domain).map(({ id }) => quoteQueue(domain, id)));
  return deriveTopology()
    .queues.filter(({ name }) => names.has(name))
    .map(({ name, visibilityTimeoutSeconds, deadLetterQueue }) => ({
      name,
      visibilityTimeoutSeconds,
      deadLetterQueue: deadLetterQueue.name,
      concurrency: MESSAGES_IN_HAND,
    }));
}

function createEvents(values: ReactiveSettings) {
  const queues = queuesOf(values.PRODUCT_DOMAIN);
  const clients = createSqsClients({ region: values.AWS_REGION, endpoint: values.AWS_ENDPOINT_URL }, queues.length);
  return new SqsServer({ queues, clients, clock: systemClock, random: Math.random, closeWithinMs: CLOSE_WITHIN_MS });
}

async function start(values: ReactiveSettings, logger: Logger): Promise<RunningService> {
  const partners = partnersOfDomain(values.PRODUCT_DOMAIN);
  const signer = new CallSigner(values.INTERNAL_SIGNING_KEYS);
  const urls = partners.map(({ id }): [string, string] => [id, values[adapterUrlName(id)] ?? '']);
  const gateway = new HttpPartnerGateway({ adapterUrls: new Map(urls), signer, clock: systemClock });
  const client = new CallbackClient({ callbackUrl: values.CALLBACK_URL, signer });
  const sink = new CallbackAnswerSink({ client, clock: systemClock, random: Math.random, logger });
  const wanted = new HttpWantedQuotes({ businessUrl: values.CALLBACK_URL, signer, clock: systemClock, logger });
  const reactive = await startReactive(
    { partners, gateway, sink, wanted, clock: systemClock, newId: randomUUID, random: Math.random, logger },
    { events: createEvents(values), internalPort: values.INTERNAL_PORT, host: values.LISTEN_HOST },
  );
  return {
    ports: reactive.ports,
    async stop() {
      sink.stopRetrying();
      await reactive.stop();
      await Promise.all([gateway.close(), client.close(), wanted.close()]);
    },
  };
}

await runService({
  name: 'reactive',
  about: 'asks the partners of one product domain, posts their answers to the callback API',
  settings,
  start,
});
