import { randomUUID } from 'node:crypto';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { AwsConnection } from '../clients.js';

/** Where the runner of the tests has put the SNS/SQS emulator. */
export function emulatorUrl(): URL {
  const url = process.env.TEST_AWS_ENDPOINT_URL;
  if (!url) throw new Error('TEST_AWS_ENDPOINT_URL is not set: start the tests with `npm test`');
  return new URL(url);
}

/** A region of one's own is an emulator of one's own: names never meet those of another suite. */
export const emulatorConnection = (endpoint = emulatorUrl().href): AwsConnection => ({
  region: `test-${randomUUID()}`,
  endpoint,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** A queue seen from outside. */
export class QueueProbe {
  private constructor(
    private readonly client: SQSClient,
    readonly name: string,
    private readonly url: string,
  ) {}

  static async create(client: SQSClient, name: string): Promise<QueueProbe> {
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: name }));
    return new QueueProbe(client, name, QueueUrl);
  }

  /** From now on the queue moves there what was received so often, and is to be received again. */
  async redriveTo(letters: QueueProbe, maxReceiveCount: number): Promise<void> {
    const { Attributes } = await this.client.send(
      new GetQueueAttributesCommand({ QueueUrl: letters.url, AttributeNames: ['QueueArn'] }),
    );
    const policy = { deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount };
    await this.client.send(
      new SetQueueAttributesCommand({
        QueueUrl: this.url,
        Attributes: { RedrivePolicy: JSON.stringify(policy) },
      }),
    );
  }

  /** At most ten. */
  async send(...bodies: readonly string[]): Promise<void> {
    const Entries = bodies.map((MessageBody, index) => ({
      Id: String(index),
      MessageBody,
      MessageAttributes: { partnerId: { DataType: 'String', StringValue: 'acme-general' } },
    }));
    await this.client.send(new SendMessageBatchCommand({ QueueUrl: this.url, Entries }));
  }

  /** Waits up to 2 s for a message, and hides it for a second from everyone else. */
  async receive(): Promise<Message | undefined> {
    const command = new ReceiveMessageCommand({
      QueueUrl: this.url,
      WaitTimeSeconds: 2,
      VisibilityTimeout: 1,
      MessageAttributeNames: ['All'],
    });
    return (await this.client.send(command)).Messages?.[0];
  }

  /** How many messages it holds: to be had, and in someone's hands. */
  async count(): Promise<{ waiting: number; inHand: number }> {
    const { Attributes } = await this.client.send(
      new GetQueueAttributesCommand({ QueueUrl: this.url, AttributeNames: ['All'] }),
    );
    return {
      waiting: Number(Attributes?.ApproximateNumberOfMessages),
      inHand: Number(Attributes?.ApproximateNumberOfMessagesNotVisible),
    };
  }
}
