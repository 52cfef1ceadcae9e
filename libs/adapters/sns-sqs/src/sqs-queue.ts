import type { OutboxMessage, QueueDepth } from '@app/ports';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SqsClients } from './clients.js';
import { type MessageAttributes, type ReceivedMessage, receivedMessage } from './received-message.js';
import { textAttributes } from './send-batches.js';

export interface ReceiveOptions {
  /** 1 to 10. */
  readonly atMost: number;
  readonly visibilitySeconds: number;
  readonly signal: AbortSignal;
}

/** What became of a batch. */
export interface SentBatch {
  readonly sent: string[];
  readonly failed: readonly { readonly id: string; readonly code: string }[];
}

const LONG_POLL_SECONDS = 20;

/** One SQS queue by name. Every method rejects when the queue cannot be reached. */
export class SqsQueue {
  private url: string | undefined;

  constructor(
    readonly name: string,
    private readonly clients: SqsClients,
  ) {}

  /** Asks anew where the queue is. */
  async locate(): Promise<string> {
    const { QueueUrl } = await this.clients.calls.send(new GetQueueUrlCommand({ QueueName: this.name }));
    if (QueueUrl === undefined) throw new Error(`Queue ${this.name} has no URL`);
    this.url = QueueUrl;
    return QueueUrl;
  }

  /** Waits up to 20 s for the first message. */
  async receive({ atMost, visibilitySeconds, signal }: ReceiveOptions): Promise<ReceivedMessage[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: await this.knownUrl(),
      MaxNumberOfMessages: atMost,
      WaitTimeSeconds: LONG_POLL_SECONDS,
      VisibilityTimeout: visibilitySeconds,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    });
    const { Messages = [] } = await this.clients.polls.send(command, { abortSignal: signal });
    return Messages.map(receivedMessage);
  }

  /** Deletes up to 10 messages and returns the receipts of those that it could not delete. */
  async delete(receiptHandles: readonly string[]): Promise<string[]> {
    const { Failed = [] } = await this.clients.calls.send(
      new DeleteMessageBatchCommand({
        QueueUrl: await this.knownUrl(),
        Entries: receiptHandles.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    );
    return Failed.flatMap(({ Id }) => receiptHandles[Number(Id)] ?? []);
  }

  /** Nobody else sees the message for this long, counted from now. */
  async hide(receiptHandle: string, seconds: number): Promise<void> {
    await this.clients.calls.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: await this.knownUrl(),
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  }

  async send(body: string, attributes: MessageAttributes): Promise<void> {
    await this.clients.calls.send(
      new SendMessageCommand({
        QueueUrl: await this.knownUrl(),
        MessageBody: body,
        MessageAttributes: { ...attributes },
      }),
    );
  }

  /** Up to 10 messages of 262,144 bytes together. */
  async sendAll(messages: readonly Pick<OutboxMessage, 'id' | 'body' | 'attributes'>[]): Promise<SentBatch> {
    const { Successful = [], Failed = [] } = await this.clients.calls.send(
      new SendMessageBatchCommand({
        QueueUrl: await this.knownUrl(),
        Entries: messages.map(({ id, body, attributes }) => ({
          Id: id,
          MessageBody: body,
          MessageAttributes: textAttributes(attributes),
        })),
      }),
    );
    return {
      sent: Successful.flatMap(({ Id }) => Id ?? []),
      failed: Failed.map(({ Id = '', Code = '' }) => ({ id: Id, code: Code })),
    };
  }

  /** About how full it is. */
  async depth(): Promise<Omit<QueueDepth, 'name'>> {
    const { Attributes = {} } = await this.clients.calls.send(
      new GetQueueAttributesCommand({
        QueueUrl: await this.knownUrl(),
        AttributeNames: [
          'ApproximateNumberOfMessages',
          'ApproximateNumberOfMessagesNotVisible',
          'ApproximateNumberOfMessagesDelayed',
        ],
      }),
    );
    return {
      visible: Number(Attributes.ApproximateNumberOfMessages ?? 0),
      inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
      delayed: Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0),
    };
  }

  private async knownUrl(): Promise<string> {
    return this.url ?? this.locate();
  }
}
