import type { QueueDepth, QueueDepths } from '@app/ports';
import { Logger } from '@nestjs/common';
import type { SqsClients } from './clients.js';
import { SqsQueue } from './sqs-queue.js';

/** How full SQS queues are. */
export class SqsQueueDepths implements QueueDepths {
  private readonly logger = new Logger(SqsQueueDepths.name);

  constructor(private readonly clients: SqsClients) {}

  async depths(names: readonly string[]): Promise<QueueDepth[]> {
    return (await Promise.all(names.map((name) => this.depthOf(name)))).flat();
  }

  /** None for a queue that cannot be asked. */
  private async depthOf(name: string): Promise<QueueDepth[]> {
    try {
      return [{ name, ...(await new SqsQueue(name, this.clients).depth()) }];
    } catch (error) {
      this.logger.warn(`Queue ${name} does not say how full it is: ${String(error)}`);
      return [];
    }
  }
}
