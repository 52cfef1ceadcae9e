import { createHttpApp, type ReadinessCheck, type RunningService } from '@app/platform';
import { guardEntrances } from './access/admission.js';
import type { ClientDirectory } from './access/clients.js';
import { assemble, type BusinessParts } from './assemble.js';
import { BusinessModule } from './business.module.js';
import { readBodies } from './json-body/json-body.js';

export interface BusinessDoors {
  readonly clients: ClientDirectory;
  readonly readiness: readonly ReadinessCheck[];
  readonly publicPort: number;
  readonly internalPort: number;
  readonly host: string;
}

/** Largest body of the public API. */
const BODY_LIMIT = 65_536;

/** Opens both doors and starts what runs by itself. */
export async function startBusiness(parts: BusinessParts, doors: BusinessDoors): Promise<RunningService> {
  const { logger } = parts;
  const business = assemble(parts);
  const module = BusinessModule.register(business, doors.readiness);
  const app = await createHttpApp(module, { bodyLimit: BODY_LIMIT, logger, host: doors.host });
  guardEntrances(app, doors.clients, logger);
  readBodies(app);
  const ports = {
    internal: await app.listen('internal', doors.internalPort),
    public: await app.listen('public', doors.publicPort),
  };
  for (const sweeper of business.sweepers) sweeper.start();
  return {
    ports,
    async stop() {
      business.heldReads.stop();
      await app.close();
      await Promise.all(business.sweepers.map((sweeper) => sweeper.stop()));
      await business.relay.stop();
    },
  };
}
