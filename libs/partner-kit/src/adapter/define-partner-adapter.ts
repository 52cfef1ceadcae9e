import { randomUUID } from 'node:crypto';
import {
  CallSigner,
  createHttpApp,
  type Logger,
  type RunningService,
  Sealer,
  type SealingKey,
  type ServiceDefinition,
  type Settings,
  type SettingsValues,
  systemClock,
} from '@app/platform';
import { AdapterModule } from './adapter.module.js';
import type { AdapterTools } from './adapter-tools.js';
import type { PartnerFacts } from './partner-facts.js';
import { QuoteHandler } from './quote.handler.js';
import type { QuoteLines } from './quote-line.js';
import { serverSettings } from './settings.js';

/** A partner's lines on an open connection. */
export interface PartnerConnection {
  readonly lines: QuoteLines;
  /** Called when no call is running any more. */
  close(): Promise<void>;
}

/** All that makes one partner's integration service. */
export interface PartnerAdapterDefinition<Definitions extends Settings> {
  readonly manifest: PartnerFacts;
  /** The partner's own settings; the server's are added. */
  readonly settings: Definitions;
  readonly sealingKeys: (settings: SettingsValues<Definitions>) => readonly SealingKey[];
  connect(settings: SettingsValues<Definitions>, tools: AdapterTools): PartnerConnection;
}

const BODY_LIMIT = 1_048_576;

async function serve(
  { manifest, connection, sealer }: { manifest: PartnerFacts; connection: PartnerConnection; sealer: Sealer },
  settings: SettingsValues<typeof serverSettings>,
  logger: Logger,
): Promise<RunningService> {
  const quoteHandler = new QuoteHandler({
    partnerName: manifest.name,
    lines: connection.lines,
    sealer,
    clock: systemClock,
    logger,
  });
  const signer = new CallSigner(settings.INTERNAL_SIGNING_KEYS);
  const module = AdapterModule.register({ partnerId: manifest.id, signer, quoteHandler });
  const app = await createHttpApp(module, { bodyLimit: BODY_LIMIT, logger, host: settings.LISTEN_HOST });
  const internal = await app.listen('internal', settings.INTERNAL_PORT);
  return {
    ports: { internal },
    async stop() {
      await app.close();
      await connection.close();
    },
  };
}

/** One partner's integration service, to be run by `runService`. It reads this partner's settings and no other's. */
export function definePartnerAdapter<Definitions extends Settings>({
  manifest,
  settings,
  sealingKeys,
  connect,
}: PartnerAdapterDefinition<Definitions>): ServiceDefinition<Definitions & typeof serverSettings> {
  return {
    name: `partner-adapter-${manifest.id}`,
    about: `integration service of ${manifest.name}`,
    settings: { ...settings, ...serverSettings },
    start(values, logger) {
      const connection = connect(values, { clock: systemClock, newId: randomUUID });
      return serve({ manifest, connection, sealer: new Sealer(sealingKeys(values)) }, values, logger);
    },
  };
}
