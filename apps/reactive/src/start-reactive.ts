import { createHttpApp, type ReadinessCheck, type RunningService } from '@app/platform';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { assemble, type ReactiveParts } from './assemble.js';
import type { IssuanceGate } from './issue-policy/issuance-gate.js';
import { ReactiveModule } from './reactive.module.js';

/** Brings the events; says whether it can. */
export interface EventTransport extends CustomTransportStrategy {
  /** Each queue by its name. */
  readonly queueHealth: readonly ReadinessCheck[];
}

export interface ReactiveDoors {
  /** `gateOf` says when the issuance queue of a partner may be polled. */
  readonly openEvents: (gateOf: (partner: string) => IssuanceGate | undefined) => EventTransport;
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
  const { host, internalPort, openEvents } = doors;
  const reactive = assemble(parts);
  const events = openEvents((partner) => reactive.gates.get(partner));
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
