import { randomUUID } from 'node:crypto';
import { type Logger, type RunningService, runService, systemClock } from '@app/platform';
import { CallbackAnswerSink } from './answer-quote/callback-answer-sink.js';
import { createClients, createEvents } from './connections.js';
import { type ReactiveSettings, reactiveSettings } from './reactive.settings.js';
import { startReactive } from './start-reactive.js';

const settings = reactiveSettings(process.env.PRODUCT_DOMAIN);

async function start(values: ReactiveSettings, logger: Logger): Promise<RunningService> {
  const { callback, close, ...clients } = createClients(values, logger);
  const means = { clock: systemClock, random: Math.random, logger };
  const sink = new CallbackAnswerSink({ ...means, client: callback });
  const stopping = new AbortController();
  const replica = { replicaId: randomUUID(), service: `reactive/${values.PRODUCT_DOMAIN}` };
  const reactive = await startReactive(
    {
      ...{ ...clients, ...means, sink, replica, newId: randomUUID },
      hedgeQuotes: values.HEDGE_QUOTES,
      stopping: stopping.signal,
    },
    {
      openEvents: (gateOf) => createEvents(values, gateOf),
      internalPort: values.INTERNAL_PORT,
      host: values.LISTEN_HOST,
    },
  );
  return {
    ports: reactive.ports,
    async stop() {
      sink.stopRetrying();
      stopping.abort('stopping');
      await reactive.stop();
      await close();
    },
  };
}

await runService({
  name: 'reactive',
  about: 'asks the partners of one product domain, posts their answers to the callback API',
  settings,
  start,
});
