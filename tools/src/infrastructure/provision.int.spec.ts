import { randomUUID } from 'node:crypto';
import { deriveTopology } from '@app/partner-registry';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provisionTopology } from './provision.js';

const SUITE_MS = 60_000;

describe('the provisioned topology', () => {
  // A region of its own is a broker of its own.
  const address = {
    region: `test-${randomUUID()}`,
    endpoint: process.env.TEST_AWS_ENDPOINT_URL ?? '',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const sqs = new SQSClient(address);
  let topicArnPrefix: string;

  beforeAll(async () => {
    if (address.endpoint === '') throw new Error('TEST_AWS_ENDPOINT_URL is not set: start the tests with `npm test`');
    topicArnPrefix = await provisionTopology(address);
    expect(await provisionTopology(address)).toBe(topicArnPrefix);
  }, SUITE_MS);
  afterAll(() => sqs.destroy());

  async function attributesOf(name: string) {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    return Attributes;
  }

  it('has every queue with its dead-letter queue', async () => {
    for (const { name, deadLetterQueue, maxReceiveCount, visibilityTimeoutSeconds } of deriveTopology().queues) {
      const { RedrivePolicy = '{}', VisibilityTimeout } = await attributesOf(name);
      const { QueueArn: deadLetterTargetArn } = await attributesOf(deadLetterQueue.name);
      expect(JSON.parse(RedrivePolicy)).toEqual({ deadLetterTargetArn, maxReceiveCount });
      expect(VisibilityTimeout).toBe(String(visibilityTimeoutSeconds));
    }
  });

  it('lets the topics of its subscriptions write to a queue, and no topic to any other', async () => {
    const { queues, subscriptions } = deriveTopology();
    for (const { name } of queues) {
      const topics = subscriptions.filter(({ queue }) => queue === name).map(({ topic }) => topicArnPrefix + topic);
      const { Policy } = await attributesOf(name);
      const conditions = Policy ? JSON.parse(Policy).Statement.map((one: { Condition: unknown }) => one.Condition) : [];
      expect(conditions).toEqual(topics.length === 0 ? [] : [{ ArnEquals: { 'aws:SourceArn': topics } }]);
    }
  });
});
