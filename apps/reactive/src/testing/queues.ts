import { eventually } from '@app/testing';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { expect } from '@jest/globals';

const BATCH = 10;

/** A queue and its dead-letter queue, seen from outside. */
export class QueueUnderTest {
  private constructor(
    private readonly client: SQSClient,
    private readonly url: string,
    private readonly deadLettersUrl: string,
  ) {}

  static async create(client: SQSClient, name: string, deadLetterQueue = `${name}-dlq`): Promise<QueueUnderTest> {
    const create = async (QueueName: string) =>
      (await client.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? '';
    return new QueueUnderTest(client, await create(name), await create(deadLetterQueue));
  }

  async send(...bodies: readonly unknown[]): Promise<void> {
    const texts = bodies.map((body) => (typeof body === 'string' ? body : JSON.stringify(body)));
    for (let from = 0; from < texts.length; from += BATCH) {
      const Entries = texts.slice(from, from + BATCH).map((MessageBody, at) => ({ Id: String(at), MessageBody }));
      await this.client.send(new SendMessageBatchCommand({ QueueUrl: this.url, Entries }));
    }
  }

  /** One message, in our hands for half a minute. */
  take(): Promise<Message> {
    return this.receive(this.url, 30);
  }

  /** So many messages, that nobody but us has ever received. */
  async takeUntouched(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const { Attributes } = await this.take();
      expect(Attributes?.ApproximateReceiveCount).toBe('1');
    }
  }

  /** How many messages it holds, those in hand too. */
  async count(): Promise<number> {
    const command = new GetQueueAttributesCommand({ QueueUrl: this.url, AttributeNames: ['All'] });
    const { Attributes } = await this.client.send(command);
    const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = Attributes ?? {};
    return Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible);
  }

  /** The reasons of so many dead letters, sorted. */
  async deadLetterReasons(count: number): Promise<(string | undefined)[]> {
    const letters: Message[] = [];
    while (letters.length < count) letters.push(await this.receive(this.deadLettersUrl, 30));
    return letters.map(({ MessageAttributes }) => MessageAttributes?.reason?.StringValue).toSorted();
  }

  async isEmpty(): Promise<void> {
    await eventually(async () => expect(await this.count()).toBe(0));
  }

  private receive(QueueUrl: string, VisibilityTimeout: number): Promise<Message> {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      VisibilityTimeout,
      WaitTimeSeconds: 2,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    });
    return eventually(async () => {
      const [message] = (await this.client.send(command)).Messages ?? [];
      if (message === undefined) throw new Error('the queue has no message');
      return message;
    });
  }
}
