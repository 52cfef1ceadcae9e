import { createHttpApp, type ReadinessCheck, type RunningService } from '@app/platform';
import type { UsageMeter } from '@app/ports';
import { guardEntrances } from './access/admission.js';
import type { ClientDirectory } from './access/clients/client-directory.js';
import { LoadGate, type LoadLimits } from './access/load-gate.js';
import { assemble, type BusinessParts } from './assemble.js';
import { BusinessModule } from './business.module.js';
import { readBodies } from './json-body/json-body.js';

export interface BusinessDoors {
  readonly clients: Pick<ClientDirectory, 'find'>;
  readonly meter: UsageMeter;
  readonly load: LoadLimits;
  /** Origins of pages that may call the public API; `*` for any. */
  readonly corsOrigins: readonly string[];
  readonly trustedProxyHops: number;
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
  const { host, trustedProxyHops } = doors;
  const app = await createHttpApp(module, { bodyLimit: BODY_LIMIT, logger, host, trustedProxyHops });
  await guardEntrances(app, { ...doors, gate: new LoadGate(doors.load, parts.clock), logger });
  readBodies(app);
  const ports = {
    internal: await app.listen('internal', doors.internalPort),
    public: await app.listen('public', doors.publicPort),
  };
  for (const part of business.running) await part.start();
  return {
    ports,
    async stop() {
      business.heldReads.stop();
      business.heldApplications.stop();
      await business.quoteStreams.stop();
      await app.close();
      for (const part of business.running.toReversed()) await part.stop();
    },
  };
}
