import {
  DeleteMessageBatchCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

const BATCH = 10;

const batchesOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));

/** Takes messages out of queues and puts them into others, behind everybody's back. */
export class QueueMover {
  private readonly sqs: SQSClient;

  constructor(endpoint: string) {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    this.sqs = new SQSClient({ endpoint, region: 'ap-south-1', credentials });
  }

  /** As many messages as that; they are in the queue no more. */
  async take(queue: string, count: number): Promise<Message[]> {
    const QueueUrl = await this.urlOf(queue);
    const taken: Message[] = [];
    while (taken.length < count) {
      const options = { MaxNumberOfMessages: BATCH, MessageAttributeNames: ['All'], WaitTimeSeconds: 1 };
      const { Messages = [] } = await this.sqs.send(new ReceiveMessageCommand({ QueueUrl, ...options }));
      const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
      if (Entries.length > 0) await this.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
      taken.push(...Messages);
    }
    return taken;
  }

  /** The same bodies and attributes as new messages, with why they are here. */
  async put(queue: string, messages: readonly Message[], reason: string): Promise<void> {
    const QueueUrl = await this.urlOf(queue);
    const why = { reason: { DataType: 'String', StringValue: reason } };
    for (const batch of batchesOf(messages)) {
      const Entries = batch.map(({ Body, MessageAttributes = {} }, at) => ({
        Id: String(at),
        MessageBody: Body ?? '',
        MessageAttributes: { ...MessageAttributes, ...why },
      }));
      await this.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    }
  }

  close(): void {
    this.sqs.destroy();
  }

  private async urlOf(QueueName: string): Promise<string> {
    const { QueueUrl } = await this.sqs.send(new GetQueueUrlCommand({ QueueName }));
    if (QueueUrl === undefined) throw new Error(`Queue ${QueueName} has no URL`);
    return QueueUrl;
  }
}
