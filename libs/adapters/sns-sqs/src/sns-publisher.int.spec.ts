import { outboxMessage } from '@app/testing';
import { CreateTopicCommand, type SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { createSnsClient, createSqsClients, type SqsClients } from './clients.js';
import { SnsPublisher } from './sns-publisher.js';
import { emulatorConnection, QueueProbe } from './testing/emulator.js';
import { eventJson } from './testing/messages.js';

const TOPIC = 'quote-requested-motor-four-wheeler';

describe('publishing to a real topic', () => {
  const connection = emulatorConnection();
  const arnPrefix = (service: string) => `arn:aws:${service}:${connection.region}:000000000000:`;
  let sns: SNSClient;
  let sqs: SqsClients;
  let acme: QueueProbe;
  let publisher: SnsPublisher;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    sns = createSnsClient(connection);
    sqs = createSqsClients(connection, 0);
    publisher = new SnsPublisher({ client: sns, topicArnPrefix: arnPrefix('sns') });
    acme = await QueueProbe.create(sqs.calls, 'acme');
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: TOPIC }));
    const FilterPolicy = JSON.stringify({ partnerId: ['acme-general'] });
    await sns.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: `${arnPrefix('sqs')}acme`,
        Attributes: { RawMessageDelivery: 'true', FilterPolicy },
      }),
    );
  });

  afterAll(() => {
    for (const client of [sns, sqs.calls, sqs.polls]) client.destroy();
  });

  const message = (id: string, partnerId: string, topic = TOPIC) =>
    outboxMessage({
      id,
      topic,
      body: eventJson('quote.requested.v1', id),
      attributes: { type: 'quote.requested.v1', partnerId, schemaVersion: '1' },
    });

  it('delivers the event as it is to the queue of the partner that its attribute names', async () => {
    const messages = [message('a', 'acme-general'), message('b', 'cogwheel-direct')];
    expect(await publisher.publish(messages)).toEqual(['a', 'b']);
    const delivered = await acme.receive();
    expect(delivered?.Body).toBe(messages[0]?.body);
    expect(delivered?.MessageAttributes?.schemaVersion?.StringValue).toBe('1');
    expect(await acme.count()).toEqual({ waiting: 0, inHand: 1 });
  });

  it('sends what it can when one of the topics does not exist', async () => {
    const messages = [message('c', 'acme-general'), message('d', 'acme-general', 'no-such-topic')];
    expect(await publisher.publish(messages)).toEqual(['c']);
  });

  it('throws when the broker cannot be reached', async () => {
    const nowhere = createSnsClient({ ...connection, endpoint: 'http://127.0.0.1:1' });
    const lost = new SnsPublisher({ client: nowhere, topicArnPrefix: arnPrefix('sns') });
    await expect(lost.publish([message('e', 'acme-general')])).rejects.toThrow();
    nowhere.destroy();
  });
});
