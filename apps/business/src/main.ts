import { PARTNERS } from '@app/partner-registry';
import {
  CallSigner,
  type Logger,
  type RunningService,
  runService,
  Sealer,
  type SettingsValues,
  systemClock,
} from '@app/platform';
import { checkSchema, createPool, PostgresOutbox, PostgresQuoteStore } from '@app/postgres';
import { createSnsClient, SnsPublisher } from '@app/sns-sqs';
import { v7 as newId } from 'uuid';
import { developmentClients } from './access/clients.js';
import { businessSettings, sealingKeyName } from './business.settings.js';
import { startBusiness } from './start-business.js';

type BusinessSettings = SettingsValues<typeof businessSettings>;

/** A process that lives publishes within milliseconds; after this its messages are anybody's. */
const LEASE_MS = 5_000;

function connect(settings: BusinessSettings, logger: Logger) {
  const onError = (error: Error): void => logger.warn({ err: error }, 'a database connection broke');
  return {
    pool: createPool({ url: settings.DATABASE_URL, applicationName: 'business', onError }),
    sns: createSnsClient({ region: settings.AWS_REGION, endpoint: settings.AWS_ENDPOINT_URL }),
    storageSealer: new Sealer(settings.STORAGE_SEALING_KEY),
    partnerSealers: new Map(PARTNERS.map(({ id }) => [id, new Sealer(settings[sealingKeyName(id)] ?? [])])),
  };
}

const rulesOf = (settings: BusinessSettings) => ({
  deadlineMs: settings.QUOTE_DEADLINE_MS,
  lateMs: settings.LATE_ANSWERS_MS,
  rejectPastStartDates: settings.REJECT_PAST_START_DATES,
  fingerprintKey: settings.FINGERPRINT_KEY,
});

async function start(settings: BusinessSettings, logger: Logger): Promise<RunningService> {
  const { pool, sns, storageSealer: sealer, partnerSealers } = connect(settings, logger);
  const business = await startBusiness(
    {
      openStore: (observer, describe) =>
        new PostgresQuoteStore({ pool, sealer, observer, describe, leaseMs: LEASE_MS }),
      outbox: new PostgresOutbox(pool, LEASE_MS),
      publisher: new SnsPublisher({ client: sns, topicArnPrefix: settings.SNS_TOPIC_ARN_PREFIX }),
      leaseMs: LEASE_MS,
      clock: systemClock,
      newId: () => newId(),
      random: Math.random,
      rules: rulesOf(settings),
      accessTokenKey: settings.ACCESS_TOKEN_KEY,
      partnerSealers,
      signer: new CallSigner(settings.INTERNAL_SIGNING_KEYS),
      logger,
    },
    {
      clients: developmentClients(settings.DEVELOPMENT_API_KEY),
      readiness: [{ name: 'database', check: () => checkSchema(pool) }],
      publicPort: settings.PORT,
      internalPort: settings.INTERNAL_PORT,
      host: settings.LISTEN_HOST,
    },
  );
  return {
    ports: business.ports,
    async stop() {
      await business.stop();
      await pool.end();
      sns.destroy();
    },
  };
}

await runService({
  name: 'business',
  about: 'public API of quote requests, callback API of partner answers, stores, outbox',
  settings: businessSettings,
  start,
});
