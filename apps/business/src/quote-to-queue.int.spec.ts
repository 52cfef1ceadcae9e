import { randomUUID } from 'node:crypto';
import { eventSchema, quoteRequested } from '@app/contracts';
import { systemClock } from '@app/platform';
import { createPool, migrate, PostgresOutbox, PostgresQuoteStore } from '@app/postgres';
import { createSnsClient, SnsPublisher } from '@app/sns-sqs';
import {
  createTestDatabase,
  eventually,
  exampleBody,
  requiredVariable,
  type TestDatabase,
  testSealer,
} from '@app/testing';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { accepted } from './testing/api-calls.js';
import { type BusinessUnderTest, startUnderTest } from './testing/business-under-test.js';

const TOPIC = 'quote-requested-motor-four-wheeler';
const PARTNER = 'cogwheel-direct';
const LEASE_MS = 5_000;
const SUITE_MS = 30_000;

describe('an accepted quote request', () => {
  // A region of its own is a broker of its own: other suites use the same names.
  const connection = {
    region: `test-${randomUUID()}`,
    endpoint: requiredVariable('TEST_AWS_ENDPOINT_URL'),
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const sns: SNSClient = createSnsClient(connection);
  const sqs = new SQSClient(connection);
  let database: TestDatabase;
  let pool: Pool;
  let business: BusinessUnderTest;
  let queueUrl: string | undefined;

  /** The partner's queue, subscribed the way the topology says: raw, and filtered by partner. */
  async function subscribeQueue(topicArn: string | undefined): Promise<void> {
    queueUrl = (await sqs.send(new CreateQueueCommand({ QueueName: `for-${PARTNER}` }))).QueueUrl;
    const asked = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] });
    const { Attributes } = await sqs.send(asked);
    await sns.send(
      new SubscribeCommand({
        TopicArn: topicArn,
        Protocol: 'sqs',
        Endpoint: Attributes?.QueueArn,
        Attributes: { RawMessageDelivery: 'true', FilterPolicy: JSON.stringify({ partnerId: [PARTNER] }) },
      }),
    );
  }

  beforeAll(async () => {
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: TOPIC }));
    await sns.send(new CreateTopicCommand({ Name: 'quote-lifecycle' }));
    await subscribeQueue(TopicArn);
    database = await createTestDatabase(migrate);
    pool = createPool({ url: database.url, onError: () => undefined });
    const topicArnPrefix = TopicArn.slice(0, -TOPIC.length);
    business = await startUnderTest({
      leaseMs: LEASE_MS,
      clock: systemClock,
      outbox: new PostgresOutbox(pool, LEASE_MS),
      publisher: new SnsPublisher({ client: sns, topicArnPrefix }),
      openStore: (observer, describe) =>
        new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe, leaseMs: LEASE_MS }),
    });
  }, SUITE_MS);

  afterAll(async () => {
    await business.stop();
    await pool.end();
    await database.drop();
    for (const client of [sns, sqs]) client.destroy();
  });

  it('lands in the queue of each partner as one event, and leaves the outbox', async () => {
    const { id } = await accepted(business, exampleBody());
    const receive = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      WaitTimeSeconds: 5,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
    });
    const { Messages = [] } = await sqs.send(receive);
    expect(Messages).toHaveLength(1);
    const event = eventSchema(quoteRequested).parse(JSON.parse(Messages[0]?.Body ?? ''));
    expect(event).toMatchObject({ subject: id, data: { requestId: id, partner: PARTNER } });
    expect(Messages[0]?.MessageAttributes).toMatchObject({
      type: { StringValue: 'quote.requested.v1' },
      partnerId: { StringValue: PARTNER },
      schemaVersion: { StringValue: '1' },
      traceparent: { StringValue: event.traceparent },
    });
    await eventually(async () => expect((await pool.query('SELECT FROM outbox')).rowCount).toBe(0));
  });
});
