import { performance } from 'node:perf_hooks';
import { PARTNERS } from '@app/partner-registry';
import { CallSigner, type Logger, type RunningService, runService, Sealer, systemClock } from '@app/platform';
import type { ChangeBus } from '@app/ports';
import {
  checkSchema,
  createPool,
  PostgresApplicationStore,
  PostgresAuditTrail,
  PostgresChangeBus,
  PostgresClientStore,
  PostgresDeadLetterStore,
  PostgresFleetStore,
  PostgresLeases,
  PostgresOutbox,
  PostgresPartnerCallCounts,
  PostgresQuoteStore,
  PostgresRetention,
  PostgresTime,
} from '@app/postgres';
import { openRedis } from '@app/redis';
import {
  AddressedPublisher,
  createSnsClient,
  createSqsClients,
  SnsPublisher,
  SqsLetterQueues,
  SqsPublisher,
  SqsQueueDepths,
} from '@app/sns-sqs';
import { v7 as newId } from 'uuid';
import { ClientDirectory } from './access/clients/client-directory.js';
import { developmentClients } from './access/clients/development-clients.js';
import { FallbackUsageMeter } from './access/usage/fallback-usage-meter.js';
import { LocalUsageMeter } from './access/usage/local-usage-meter.js';
import { DevelopmentPaymentVerifier } from './apply/development-payment-verifier.js';
import { paymentFaults } from './apply/payment.settings.js';
import type { BusinessParts, EphemeralPart } from './assemble.js';
import { type BusinessSettings, businessSettings, sealingKeyName, settingsFaults } from './business.settings.js';
import type { FleetPart } from './operate-partners/assemble-fleet.js';
import type { DeadLettersPart } from './replay-dead-letters/assemble-dead-letters.js';
import { letterRoutes } from './replay-dead-letters/letter-routes.js';
import { RetentionJob } from './retain-data/retention-job.js';
import { type BusinessDoors, startBusiness } from './start-business.js';
import { StoreClock } from './stores/store-clock.js';
import type { StorePart } from './stores/store-lane.js';

/** A process that lives publishes within milliseconds; after this its messages are anybody's. */
const LEASE_MS = 5_000;
const NAME = 'business';

/** Everything that is reached over the network, opened. */
async function connect(settings: BusinessSettings, logger: Logger) {
  const onError = (error: unknown): void => logger.warn({ err: error }, 'a database connection broke');
  const pool = createPool({ url: settings.DATABASE_URL, applicationName: NAME, onError });
  const clock = new StoreClock({
    source: new PostgresTime(pool),
    local: systemClock,
    elapsed: () => performance.now(),
    logger,
  });
  const redis = await connectRedis(settings, logger);
  const aws = { region: settings.AWS_REGION, endpoint: settings.AWS_ENDPOINT_URL };
  const sns = createSnsClient(aws);
  const sqs = createSqsClients(aws, letterRoutes().sources.length);
  return { pool, clock, redis, sns, sqs, sealer: new Sealer(settings.STORAGE_SEALING_KEY) };
}

async function connectRedis({ REDIS_URL }: BusinessSettings, logger: Logger) {
  if (REDIS_URL === undefined) {
    logger.info('REDIS_URL is not set: usage is counted by each replica alone, and PostgreSQL wakes the replicas');
    return undefined;
  }
  const onError = (error: Error): void => logger.debug({ err: error }, 'a Redis connection broke');
  const redis = await openRedis({ url: REDIS_URL, connectionName: NAME, onError });
  if (!redis.reachable) logger.warn('Redis cannot be reached; it is used as soon as it is there');
  return redis;
}

type Connections = Awaited<ReturnType<typeof connect>>;

const durablePart = ({ pool, sealer }: Connections): StorePart => ({
  openStore: (observer, describe) => new PostgresQuoteStore({ pool, sealer, observer, describe, leaseMs: LEASE_MS }),
  outbox: new PostgresOutbox(pool, LEASE_MS),
});

function ephemeralPart(settings: BusinessSettings, { redis, sealer, clock }: Connections): EphemeralPart | undefined {
  const lines = settings.EPHEMERAL_LINES;
  if (redis === undefined || lines.size === 0) return undefined;
  const parts = { clock, leaseMs: LEASE_MS };
  const ttlMs = settings.EPHEMERAL_TTL_MS;
  return {
    lines,
    openStore: (observer, describe) => redis.quoteStore({ ...parts, sealer, observer, describe, ttlMs }),
    outbox: redis.outbox(parts),
  };
}

const fleetPart = ({ pool }: Connections): FleetPart => ({
  store: new PostgresFleetStore(pool),
  counts: new PostgresPartnerCallCounts(pool),
  audit: new PostgresAuditTrail(pool),
  time: new PostgresTime(pool),
});

const deadLettersPart = ({ pool, sqs }: Connections): DeadLettersPart => ({
  store: new PostgresDeadLetterStore(pool),
  queues: new SqsLetterQueues(sqs),
  depths: new SqsQueueDepths(sqs),
  leases: new PostgresLeases(pool, 'dead-letters'),
});

function publisherOf({ SNS_TOPIC_ARN_PREFIX: topicArnPrefix }: BusinessSettings, { sns, sqs }: Connections) {
  const topics = new SnsPublisher({ client: sns, topicArnPrefix });
  return new AddressedPublisher({ topics, queues: SqsPublisher.onSqs(sqs) });
}

function changeBus({ DATABASE_URL: url }: BusinessSettings, { pool, redis }: Connections, logger: Logger): ChangeBus {
  if (redis !== undefined) return redis.changeBus(systemClock);
  const onError = (error: unknown): void => logger.warn({ err: error }, 'replicas do not wake each other');
  const applicationName = `${NAME}-changes`;
  return new PostgresChangeBus({ pool, url, clock: systemClock, random: Math.random, onError, applicationName });
}

function partsOf(settings: BusinessSettings, connections: Connections, logger: Logger): BusinessParts {
  const { clock, pool, redis, sealer } = connections;
  const shared = { clock, random: Math.random, logger };
  const retention = new PostgresRetention(pool, sealer);
  return {
    ...shared,
    ...durablePart(connections),
    ephemeral: ephemeralPart(settings, connections),
    applications: new PostgresApplicationStore({ pool, sealer, leaseMs: LEASE_MS }),
    paymentVerifier: new DevelopmentPaymentVerifier(),
    fleet: fleetPart(connections),
    letters: deadLettersPart(connections),
    bus: changeBus(settings, connections, logger),
    hot: redis?.hotQuotes(),
    publisher: publisherOf(settings, connections),
    leaseMs: LEASE_MS,
    newId: () => newId(),
    rules: {
      deadlineMs: settings.QUOTE_DEADLINE_MS,
      lateMs: settings.LATE_ANSWERS_MS,
      rejectPastStartDates: settings.REJECT_PAST_START_DATES,
      fingerprintKey: settings.FINGERPRINT_KEY,
    },
    accessTokenKey: settings.ACCESS_TOKEN_KEY,
    partnerSealers: new Map(PARTNERS.map(({ id }) => [id, new Sealer(settings[sealingKeyName(id)] ?? [])])),
    signer: new CallSigner(settings.INTERNAL_SIGNING_KEYS),
    beside: [clock, new RetentionJob({ ...shared, retention, time: new PostgresTime(pool) })],
  };
}

function doorsOf(settings: BusinessSettings, { pool, redis }: Connections): BusinessDoors {
  const alone = new LocalUsageMeter(systemClock);
  const store = new PostgresClientStore(pool);
  return {
    clients: new ClientDirectory({ fixed: developmentClients(settings), store, clock: systemClock }),
    meter: redis === undefined ? alone : new FallbackUsageMeter(redis.usageMeter(), alone),
    load: {
      inWork: settings.MAX_REQUESTS_IN_WORK,
      waiting: settings.MAX_REQUESTS_WAITING,
      waitMs: settings.MAX_WAIT_MS,
    },
    corsOrigins: settings.CORS_ORIGINS,
    trustedProxyHops: settings.TRUSTED_PROXY_HOPS,
    readiness: [{ name: 'database', check: () => checkSchema(pool) }],
    publicPort: settings.PORT,
    internalPort: settings.INTERNAL_PORT,
    host: settings.LISTEN_HOST,
  };
}

async function start(settings: BusinessSettings, logger: Logger): Promise<RunningService> {
  const connections = await connect(settings, logger);
  const { clock, pool, redis, sns, sqs } = connections;
  // Before the first request: what is created must end by the store's clock.
  await clock.synchronise().catch(() => undefined);
  const business = await startBusiness(partsOf(settings, connections, logger), doorsOf(settings, connections));
  return {
    ports: business.ports,
    async stop() {
      await business.stop();
      redis?.close();
      await pool.end();
      for (const client of [sns, sqs.calls, sqs.polls]) client.destroy();
    },
  };
}

await runService({
  name: NAME,
  about: 'public API of quote requests, callback API of partner answers, stores, outbox',
  settings: businessSettings,
  faults: (settings) => [
    ...settingsFaults(settings),
    ...paymentFaults(settings, process.env.NODE_ENV === 'production'),
  ],
  start,
});
