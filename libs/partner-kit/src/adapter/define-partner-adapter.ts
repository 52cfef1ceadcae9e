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
import type { CallLimiter } from '@app/ports';
import { PATIENCE, type Patience } from '../issuance/attempt.js';
import { DocumentHandler } from '../issuance/document.handler.js';
import { IssuanceHandler } from '../issuance/issuance.handler.js';
import type { PartnerPolicies } from '../issuance/partner-policies.js';
import { CallGate } from '../limits/call-gate.js';
import { InProcessCallLimiter } from '../limits/in-process-call-limiter.js';
import { keptLimits } from '../limits/kept-limits.js';
import { AdapterModule } from './adapter.module.js';
import type { ConnectionTools } from './adapter-tools.js';
import type { PartnerFacts } from './partner-facts.js';
import { addWebhook, type PartnerWebhook } from './partner-webhook.js';
import { QuoteHandler } from './quote.handler.js';
import type { QuoteLines } from './quote-line.js';
import { serverSettings } from './settings.js';

/** A partner's lines, and how it issues, on an open connection. */
export interface PartnerConnection {
  readonly lines: QuoteLines;
  readonly policies: PartnerPolicies;
  /** Where the partner calls us; none by default. */
  readonly webhooks?: readonly PartnerWebhook[];
  /** Called when no call is running any more. */
  close(): Promise<void>;
}

/** What an adapter needs that takes results outside a quote call. */
export interface AdapterServices {
  readonly logger: Logger;
  /** Signs calls to our own services. */
  readonly signer: CallSigner;
}

/** All that makes one partner's integration service. */
export interface PartnerAdapterDefinition<Definitions extends Settings> {
  readonly manifest: PartnerFacts;
  /** The partner's own settings; the server's are added. */
  readonly settings: Definitions;
  readonly sealingKeys: (settings: SettingsValues<Definitions>) => readonly SealingKey[];
  connect(settings: SettingsValues<Definitions>, tools: ConnectionTools, services: AdapterServices): PartnerConnection;
}

/**
 * A service definition that can be told who keeps its partner's limits (unless it is, the process does so alone), and
 * how patiently it issues.
 */
export interface PartnerAdapter<Definitions extends Settings> extends ServiceDefinition<Definitions> {
  readonly manifest: PartnerFacts;
  start(
    settings: SettingsValues<Definitions>,
    logger: Logger,
    limiter?: CallLimiter,
    patience?: Patience,
  ): Promise<RunningService>;
}

const BODY_LIMIT = 1_048_576;

interface ServerParts extends AdapterServices {
  readonly manifest: PartnerFacts;
  readonly connection: PartnerConnection;
  readonly sealer: Sealer;
  readonly patience: Patience;
}

function handlersOf({ manifest, connection, sealer, logger, patience }: ServerParts) {
  const { lines, policies } = connection;
  const parts = { partnerName: manifest.name, lines, policies, sealer, clock: systemClock, logger };
  return {
    quoteHandler: new QuoteHandler(parts),
    issuanceHandler: new IssuanceHandler({ ...parts, random: Math.random, patience }),
    documentHandler: new DocumentHandler(parts),
  };
}

async function serve(parts: ServerParts, settings: SettingsValues<typeof serverSettings>): Promise<RunningService> {
  const { manifest, connection, logger, signer } = parts;
  const module = AdapterModule.register({ partnerId: manifest.id, signer, ...handlersOf(parts) });
  const app = await createHttpApp(module, { bodyLimit: BODY_LIMIT, logger, host: settings.LISTEN_HOST });
  for (const webhook of connection.webhooks ?? []) addWebhook(app.fastify, webhook);
  const internal = await app.listen('internal', settings.INTERNAL_PORT);
  return {
    ports: { internal },
    async stop() {
      await app.close();
      await connection.close();
    },
  };
}

const ownLimiter = (manifest: PartnerFacts) => new InProcessCallLimiter(keptLimits(manifest), systemClock);

/** One partner's integration service, to be run by `runService`. It reads this partner's settings and no other's. */
export function definePartnerAdapter<Definitions extends Settings>({
  manifest,
  settings,
  sealingKeys,
  connect,
}: PartnerAdapterDefinition<Definitions>): PartnerAdapter<Definitions & typeof serverSettings> {
  return {
    manifest,
    name: `partner-adapter-${manifest.id}`,
    about: `integration service of ${manifest.name}`,
    settings: { ...settings, ...serverSettings },
    start(values, logger, limiter = ownLimiter(manifest), patience = PATIENCE) {
      const services = { logger, signer: new CallSigner(values.INTERNAL_SIGNING_KEYS) };
      const tools = { clock: systemClock, newId: randomUUID, gate: new CallGate(limiter, systemClock) };
      const connection = connect(values, tools, services);
      const sealer = new Sealer(sealingKeys(values));
      return serve({ manifest, connection, sealer, patience, ...services }, values);
    },
  };
}
