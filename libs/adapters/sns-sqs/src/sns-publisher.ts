import type { EventPublisher, OutboxMessage } from '@app/ports';
import { PublishBatchCommand, type PublishBatchRequestEntry, type SNSClient } from '@aws-sdk/client-sns';
import { Logger } from '@nestjs/common';
import type { PublishBatch } from './publish-batches.js';
import { sendBatches, textAttributes } from './send-batches.js';

export interface SnsPublisherOptions {
  readonly client: Pick<SNSClient, 'send'>;
  /** What stands before a topic's name in its ARN: `arn:aws:sns:ap-south-1:000000000000:`. */
  readonly topicArnPrefix: string;
}

/** Publishes events to SNS topics, in batches. */
export class SnsPublisher implements EventPublisher {
  private readonly logger = new Logger(SnsPublisher.name);

  constructor(private readonly options: SnsPublisherOptions) {}

  /** Throws as well for a message with more than six attributes: that is a mistake in our own code. */
  publish(messages: readonly OutboxMessage[]): Promise<readonly string[]> {
    return sendBatches(messages, (batch) => this.send(batch));
  }

  private async send({ topic, messages }: PublishBatch): Promise<string[]> {
    try {
      const { Successful = [], Failed = [] } = await this.options.client.send(
        new PublishBatchCommand({
          TopicArn: this.options.topicArnPrefix + topic,
          PublishBatchRequestEntries: messages.map(entryOf),
        }),
      );
      for (const { Id, Code } of Failed) this.logger.warn(`Topic ${topic} did not take event ${Id}: ${Code}`);
      return Successful.flatMap(({ Id }) => Id ?? []);
    } catch (error) {
      this.logger.warn(`Topic ${topic} took none of ${messages.length} events: ${String(error)}`);
      throw error;
    }
  }
}

const entryOf = ({ id, body, attributes }: OutboxMessage): PublishBatchRequestEntry => ({
  Id: id,
  Message: body,
  MessageAttributes: textAttributes(attributes),
});
