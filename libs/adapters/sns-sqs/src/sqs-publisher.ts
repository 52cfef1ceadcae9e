import { queueOf } from '@app/contracts';
import type { EventPublisher, OutboxMessage } from '@app/ports';
import { Logger } from '@nestjs/common';
import type { SqsClients } from './clients.js';
import type { PublishBatch } from './publish-batches.js';
import { sendBatches } from './send-batches.js';
import { SqsQueue } from './sqs-queue.js';

export interface SqsPublisherParts {
  /** A queue by its name. */
  readonly open: (name: string) => Pick<SqsQueue, 'sendAll'>;
}

/** Sends events to SQS queues, in batches: their `topic` is what `queueAddress` makes of a queue's name. */
export class SqsPublisher implements EventPublisher {
  private readonly logger = new Logger(SqsPublisher.name);
  private readonly queues = new Map<string, Pick<SqsQueue, 'sendAll'>>();

  constructor(private readonly parts: SqsPublisherParts) {}

  static onSqs(clients: SqsClients): SqsPublisher {
    return new SqsPublisher({ open: (name) => new SqsQueue(name, clients) });
  }

  /** Throws as well for a message with more than six attributes, or for a topic: mistakes in our own code. */
  publish(messages: readonly OutboxMessage[]): Promise<readonly string[]> {
    return sendBatches(messages, (batch) => this.send(batch));
  }

  private async send({ topic, messages }: PublishBatch): Promise<string[]> {
    const name = queueOf(topic);
    if (name === undefined) throw new Error(`${topic} is not the address of a queue`);
    const queue = this.queues.get(name) ?? this.parts.open(name);
    this.queues.set(name, queue);
    try {
      const { sent, failed } = await queue.sendAll(messages);
      for (const { id, code } of failed) this.logger.warn(`Queue ${name} did not take event ${id}: ${code}`);
      return sent;
    } catch (error) {
      // It may have been created anew elsewhere: whoever sends next looks for it again.
      this.queues.delete(name);
      this.logger.warn(`Queue ${name} took none of ${messages.length} events: ${String(error)}`);
      throw error;
    }
  }
}
