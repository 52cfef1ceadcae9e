import { createHttpApp, type RunningService } from '@app/platform';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { assemble, type ReactiveParts } from './assemble.js';
import { ReactiveModule } from './reactive.module.js';

/** Brings the events; says whether it can. */
export interface EventTransport extends CustomTransportStrategy {
  /** Rejects while one of the queues cannot be reached. */
  queuesReachable(): Promise<void>;
}

export interface ReactiveDoors {
  readonly events: EventTransport;
  readonly internalPort: number;
  readonly host: string;
}

/** Health checks have no body. */
const BODY_LIMIT = 1_024;

/** Opens the internal port and starts to take events. Integration services that are down do not make it unready. */
export async function startReactive(parts: ReactiveParts, doors: ReactiveDoors): Promise<RunningService> {
  const { events, host, internalPort } = doors;
  const { answerQuote, breakers } = assemble(parts);
  const module = ReactiveModule.register(answerQuote, [{ name: 'queues', check: () => events.queuesReachable() }]);
  const app = await createHttpApp(module, { bodyLimit: BODY_LIMIT, logger: parts.logger, host });
  app.nest.connectMicroservice({ strategy: events });
  const internal = await app.listen('internal', internalPort);
  await app.nest.startAllMicroservices();
  return {
    ports: { internal },
    async stop() {
      await app.close();
      breakers.shutdown();
    },
  };
}
