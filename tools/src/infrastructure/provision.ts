import { deriveTopology, type QueueDefinition, type SubscriptionDefinition } from '@app/partner-registry';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

export interface BrokerAddress {
  readonly endpoint: string;
  readonly region: string;
  /** For an emulator, which takes any; the SDK finds its own otherwise. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

type Attributes = Record<string, string>;

/** Creates a queue, or brings one that exists up to date. Returns its ARN. */
async function ensureQueue(sqs: SQSClient, name: string, attributes: Attributes): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
  const { Attributes: known } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  if (known?.QueueArn === undefined) throw new Error(`Queue ${name} has no ARN`);
  return known.QueueArn;
}

const deadLetters = (sqs: SQSClient, queue: { name: string; retentionSeconds: number }): Promise<string> =>
  ensureQueue(sqs, queue.name, { MessageRetentionPeriod: String(queue.retentionSeconds) });

/**
 * SNS may write to the queue, and only for the topics that the queue is subscribed to. Without a topic there is no
 * policy, which allows nothing: a condition without a value must not become one that anything meets. The empty text
 * takes away a policy that was there before.
 */
function sendPolicy(topicArns: readonly string[]): string {
  if (topicArns.length === 0) return '';
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: '*',
        Condition: { ArnEquals: { 'aws:SourceArn': topicArns } },
      },
    ],
  });
}

async function createQueue(sqs: SQSClient, queue: QueueDefinition, topicArns: readonly string[]): Promise<string> {
  const deadLetterTargetArn = await deadLetters(sqs, queue.deadLetterQueue);
  return ensureQueue(sqs, queue.name, {
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: queue.maxReceiveCount }),
    Policy: sendPolicy(topicArns),
  });
}

async function subscribe(
  clients: { sns: SNSClient; sqs: SQSClient },
  subscription: SubscriptionDefinition,
  topicArn: string,
  queueArn: string,
): Promise<void> {
  const deadLetterTargetArn = await deadLetters(clients.sqs, subscription.deadLetterQueue);
  await clients.sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: queueArn,
      Attributes: {
        RawMessageDelivery: 'true',
        FilterPolicy: JSON.stringify(subscription.filterPolicy),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn }),
      },
    }),
  );
}

const known = (arns: ReadonlyMap<string, string>, name: string): string => {
  const arn = arns.get(name);
  if (arn === undefined) throw new Error(`The topology names ${name}, but does not define it`);
  return arn;
};

/**
 * Creates the topics, queues and subscriptions of the registry where they are missing. Running it again changes
 * nothing. Returns the prefix of the topics' ARNs.
 */
export async function provisionTopology(address: BrokerAddress): Promise<string> {
  const { topics, queues, subscriptions } = deriveTopology();
  const sns = new SNSClient(address);
  const sqs = new SQSClient(address);
  try {
    const topicArns = new Map<string, string>();
    for (const name of topics) {
      const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: name }));
      topicArns.set(name, TopicArn ?? '');
    }
    const queueArns = new Map<string, string>();
    for (const queue of queues) {
      const sources = subscriptions.filter((one) => one.queue === queue.name).map((one) => known(topicArns, one.topic));
      queueArns.set(queue.name, await createQueue(sqs, queue, sources));
    }
    for (const one of subscriptions)
      await subscribe({ sns, sqs }, one, known(topicArns, one.topic), known(queueArns, one.queue));
    const [arn = ''] = topicArns.values();
    return arn.slice(0, arn.lastIndexOf(':') + 1);
  } finally {
    sns.destroy();
    sqs.destroy();
  }
}
