import { Logger } from '@nestjs/common';
import type { SqsClients } from './clients.js';
import { DeadLetters } from './dead-letters.js';
import { EventDispatcher, type EventHandler, type SourceQueue } from './event-dispatcher.js';
import type { ReceivedMessage } from './received-message.js';
import { Settlement } from './settlement.js';
import { SqsQueue } from './sqs-queue.js';

export interface DeliveredMessagesParts {
  readonly queues: readonly { readonly source: SourceQueue; readonly settlement: Settlement }[];
  readonly handlerOf: (type: string) => EventHandler | undefined;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

export interface DeliveredMessagesOptions extends Omit<DeliveredMessagesParts, 'queues'> {
  readonly queues: readonly (SourceQueue & { readonly deadLetterQueue: string })[];
  readonly clients: SqsClients;
}

/**
 * Messages that somebody else receives, and deletes when they are finished: AWS Lambda's SQS event source. Nothing
 * keeps them hidden meanwhile, so the queue's visibility timeout must be longer than the work.
 */
export class DeliveredMessages {
  private readonly logger = new Logger(DeliveredMessages.name);
  private readonly dispatcher: EventDispatcher;
  private readonly queues: ReadonlyMap<string, DeliveredMessagesParts['queues'][number]>;

  constructor({ handlerOf, queues, random }: DeliveredMessagesParts) {
    this.dispatcher = new EventDispatcher(handlerOf, random);
    this.queues = new Map(queues.map((queue) => [queue.source.name, queue]));
  }

  static onSqs({ clients, queues, ...parts }: DeliveredMessagesOptions): DeliveredMessages {
    const served = queues.map(({ deadLetterQueue, ...source }) => {
      const deadLetters = new DeadLetters(new SqsQueue(deadLetterQueue, clients));
      return { source, settlement: new Settlement(new SqsQueue(source.name, clients), deadLetters) };
    });
    return new DeliveredMessages({ ...parts, queues: served });
  }

  /** Whether the message is finished; one that is not must be delivered again. Never rejects. */
  async work(message: ReceivedMessage, queueName: string): Promise<boolean> {
    const queue = this.queues.get(queueName);
    if (queue === undefined) {
      this.logger.error(`Message ${message.id} stays in queue ${queueName}, which is not served here`);
      return false;
    }
    return queue.settlement.carryOut(message, await this.dispatcher.dispatch(message, queue.source));
  }
}
