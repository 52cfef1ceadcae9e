import { createHttpApp, type ReadinessCheck, type RunningService } from '@app/platform';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { assemble, type ReactiveParts } from './assemble.js';
import { ReactiveModule } from './reactive.module.js';

/** Brings the events; says whether it can. */
export interface EventTransport extends CustomTransportStrategy {
  /** Each queue by its name. */
  readonly queueHealth: readonly ReadinessCheck[];
}

export interface ReactiveDoors {
  readonly events: EventTransport;
  readonly internalPort: number;
  readonly host: string;
}

/** Health checks have no body. */
const BODY_LIMIT = 1_024;

/**
 * Opens the internal port and starts to take events. A queue that cannot be reached makes it unready for as long as
 * that lasts; an integration service that is down does not.
 */
export async function startReactive(parts: ReactiveParts, doors: ReactiveDoors): Promise<RunningService> {
  const { events, host, internalPort } = doors;
  const reactive = assemble(parts);
  const module = ReactiveModule.register(reactive, events.queueHealth);
  const app = await createHttpApp(module, { bodyLimit: BODY_LIMIT, logger: parts.logger, host });
  app.nest.connectMicroservice({ strategy: events });
  const internal = await app.listen('internal', internalPort);
  reactive.reporter.start();
  await app.nest.startAllMicroservices();
  return {
    ports: { internal },
    async stop() {
      await app.close();
      await reactive.reporter.stop();
    },
  };
}
