import { randomUUID } from 'node:crypto';
import type { Application } from '@app/domain';
import { createLogger, Sealer, systemClock } from '@app/platform';
import {
  createPool,
  migrate,
  PostgresApplicationStore,
  PostgresDeadLetterStore,
  PostgresLeases,
  PostgresTime,
} from '@app/postgres';
import { createSqsClients, SqsLetterQueues, SqsPublisher, SqsQueueDepths } from '@app/sns-sqs';
import {
  applicationContentOf,
  applicationOf,
  createTestDatabase,
  eventually,
  newApplicationOf,
  requiredVariable,
  type TestDatabase,
} from '@app/testing';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { v7 as newId } from 'uuid';
import { ApplicationDesk } from '../applications/application-desk.js';
import { IssuanceRequestedEvents } from '../applications/issuance-requested-events.js';
import { policyLifecycleEvents } from '../applications/policy-lifecycle-events.js';
import { partnerSealers } from '../testing/business-under-test.js';
import { assembleDeadLetters } from './assemble-dead-letters.js';
import { letterRoutes } from './letter-routes.js';

const PARTNER = 'acme-general';
const QUEUE = `policy-issuance-${PARTNER}`;
const OPERATORS = 'policy-issuance-operator';
const LEASE_MS = 5_000;
const SUITE_MS = 60_000;
const tools = { clock: systemClock, newId: () => newId() };
const ignored = (): void => undefined;

describe('dead letters between SQS and PostgreSQL', () => {
  const routes = letterRoutes();
  // A region of its own is a broker of its own: other suites use the same names.
  const connection = {
    region: `test-${randomUUID()}`,
    endpoint: requiredVariable('TEST_AWS_ENDPOINT_URL'),
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const sqs = createSqsClients(connection, 2 * routes.sources.length);
  const events = new IssuanceRequestedEvents(partnerSealers, tools);
  const urls = new Map<string, string | undefined>();
  let database: TestDatabase;
  let pool: Pool;
  let applications: PostgresApplicationStore;
  let store: PostgresDeadLetterStore;
  let replicas: ReturnType<typeof startReplica>[];

  function startReplica() {
    // No jitter: what may be replayed is due at once.
    const shared = { ...tools, random: () => 0, logger: createLogger('dead-letters', 'silent') };
    const describeChange = policyLifecycleEvents(tools);
    const told = { changed: ignored, committed: ignored };
    const replica = assembleDeadLetters({
      ...shared,
      desk: new ApplicationDesk({ store: applications, events, describe: describeChange, ...shared, ...told }),
      publisher: SqsPublisher.onSqs(sqs),
      time: new PostgresTime(pool),
      letters: {
        store,
        queues: new SqsLetterQueues(sqs),
        depths: new SqsQueueDepths(sqs),
        leases: new PostgresLeases(pool, 'dead-letters'),
      },
    });
    replica.replayer.start();
    replica.collector.start();
    return replica;
  }

  beforeAll(async () => {
    for (const name of new Set([...routes.queues, ...routes.sources.map(({ from }) => from)])) {
      urls.set(name, (await sqs.calls.send(new CreateQueueCommand({ QueueName: name }))).QueueUrl);
    }
    database = await createTestDatabase(migrate);
    pool = createPool({ url: database.url, onError: ignored });
    const sealer = new Sealer([{ id: 'storage', bytes: new Uint8Array(32).fill(3) }]);
    applications = new PostgresApplicationStore({ pool, sealer, leaseMs: LEASE_MS });
    store = new PostgresDeadLetterStore(pool);
    replicas = [startReplica(), startReplica()];
  }, SUITE_MS);

  afterAll(async () => {
    for (const { collector, replayer } of replicas) {
      await collector.stop();
      await replayer.stop();
    }
    await pool.end();
    await database.drop();
    for (const client of Object.values(sqs)) client.destroy();
  });

  /** An application whose message failed as often as it may. */
  async function died(attributes: Readonly<Record<string, string>>): Promise<Application> {
    const application = applicationOf({ createdAt: new Date().toISOString() });
    const content = applicationContentOf();
    await applications.submit(newApplicationOf({ application, content }));
    const written = await events.write(application, content);
    const all = { ...written.attributes, reason: 'TIMEOUT AG-504', ...attributes };
    const MessageAttributes = Object.fromEntries(
      Object.entries(all).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    );
    const QueueUrl = urls.get(`${QUEUE}-dlq`);
    await sqs.calls.send(new SendMessageCommand({ QueueUrl, MessageBody: written.body, MessageAttributes }));
    return application;
  }

  /** The next message in the partner's queue. */
  async function replayed() {
    const receive = { QueueUrl: urls.get(QUEUE), WaitTimeSeconds: 10, MessageAttributeNames: ['All'] };
    const { Messages = [] } = await sqs.polls.send(new ReceiveMessageCommand(receive));
    const [message] = Messages;
    const data: Record<string, unknown> = JSON.parse(message?.Body ?? '{}').data;
    const attributes = Object.entries(message?.MessageAttributes ?? {}).map(([name, one]) => [name, one.StringValue]);
    return { data, attributes: Object.fromEntries(attributes) };
  }

  const depthOf = async (queue: string) => (await new SqsQueueDepths(sqs).depths([queue]))[0];
  const stateOf = async ({ id }: Application) => (await applications.load(id))?.application;

  it(
    'go back to the queue where they failed, counted and without their reason',
    async () => {
      const application = await died({});
      const { attributes, data } = await replayed();
      expect(data).toMatchObject({ applicationId: application.id, attempt: 1 });
      expect(attributes).toMatchObject({ partnerId: PARTNER, 'sqs-dlq-replay-nb': '1' });
      expect(attributes).not.toHaveProperty('reason');
      await eventually(async () => expect(await store.counts()).toEqual([]));
      expect(await depthOf(`${QUEUE}-dlq`)).toMatchObject({ visible: 0, inFlight: 0 });
    },
    SUITE_MS,
  );

  it(
    'stay with the operators after the last replay, until one of them has them replayed',
    async () => {
      const application = await died({ 'sqs-dlq-replay-nb': '8' });
      await eventually(async () => expect(await stateOf(application)).toMatchObject({ status: 'NEEDS_ATTENTION' }));
      const [group] = await store.groups({ limit: 10 });
      expect(group).toMatchObject({ queue: OPERATORS, cause: 'TIMEOUT AG-504', count: 1 });
      await eventually(async () => expect(await depthOf(OPERATORS)).toMatchObject({ visible: 0, inFlight: 0 }));

      const ordered = await replicas[0]?.replayDeadLetters.handle({ queue: OPERATORS }, 'operators');
      expect(ordered).toMatchObject({ ok: true, value: { matched: 1 } });
      const { attributes, data } = await replayed();
      expect(data).toMatchObject({ applicationId: application.id });
      expect(attributes).toMatchObject({ 'sqs-dlq-replay-nb': '9' });
      expect(await stateOf(application)).toMatchObject({ status: 'SUBMITTED', attempt: 2 });
      await eventually(async () => expect(await store.counts()).toEqual([]));
    },
    SUITE_MS,
  );
});
