import type { EventPublisher, OutboxMessage } from '@app/ports';
import { PublishBatchCommand, type PublishBatchRequestEntry, type SNSClient } from '@aws-sdk/client-sns';
import { Logger } from '@nestjs/common';
import { type PublishBatch, publishBatches } from './publish-batches.js';

/** AWS drops raw deliveries with more than 10 attributes without a word; our own limit leaves room for tracing. */
const MAX_ATTRIBUTES = 6;
const BATCHES_AT_ONCE = 8;

export interface SnsPublisherOptions {
  readonly client: Pick<SNSClient, 'send'>;
  /** What stands before a topic's name in its ARN: `arn:aws:sns:ap-south-1:000000000000:`. */
  readonly topicArnPrefix: string;
}

type Sent = { readonly ids: readonly string[] } | { readonly failure: unknown };

const isFailure = (sent: Sent): sent is { readonly failure: unknown } => 'failure' in sent;

/** Publishes events to SNS topics, in batches. */
export class SnsPublisher implements EventPublisher {
  private readonly logger = new Logger(SnsPublisher.name);

  constructor(private readonly options: SnsPublisherOptions) {}

  /** Throws as well for a message with more than six attributes: that is a mistake in our own code. */
  async publish(messages: readonly OutboxMessage[]): Promise<readonly string[]> {
    messages.forEach(refuseManyAttributes);
    const sent = await this.sendAll(publishBatches(messages));
    const failures = sent.filter(isFailure);
    if (failures.length > 0 && failures.length === sent.length) throw failures[0]?.failure;
    return sent.flatMap((one) => (isFailure(one) ? [] : one.ids));
  }

  private async sendAll(batches: readonly PublishBatch[]): Promise<Sent[]> {
    const sent: Sent[] = [];
    const queue = batches.values();
    const worker = async () => {
      for (const batch of queue) sent.push(await this.send(batch));
    };
    await Promise.all(Array.from({ length: Math.min(BATCHES_AT_ONCE, batches.length) }, worker));
    return sent;
  }

  private async send({ topic, messages }: PublishBatch): Promise<Sent> {
    try {
      const { Successful = [], Failed = [] } = await this.options.client.send(
        new PublishBatchCommand({
          TopicArn: this.options.topicArnPrefix + topic,
          PublishBatchRequestEntries: messages.map(entryOf),
        }),
      );
      for (const { Id, Code } of Failed) this.logger.warn(`Topic ${topic} did not take event ${Id}: ${Code}`);
      return { ids: Successful.flatMap(({ Id }) => (Id === undefined ? [] : [Id])) };
    } catch (failure) {
      this.logger.warn(`Topic ${topic} took none of ${messages.length} events: ${String(failure)}`);
      return { failure };
    }
  }
}

function refuseManyAttributes({ id, attributes }: OutboxMessage): void {
  const count = Object.keys(attributes).length;
  if (count > MAX_ATTRIBUTES) throw new Error(`Event ${id} has ${count} attributes; at most ${MAX_ATTRIBUTES} may be`);
}

const entryOf = ({ id, body, attributes }: OutboxMessage): PublishBatchRequestEntry => ({
  Id: id,
  Message: body,
  MessageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  ),
});
