import type { MessageOutcome } from '@app/ports';
import { Logger } from '@nestjs/common';
import type { DeadLetters } from './dead-letters.js';
import type { DeleteBatcher } from './delete-batcher.js';
import type { ReceivedMessage } from './received-message.js';
import type { SqsQueue } from './sqs-queue.js';
import type { VisibilityHeartbeat } from './visibility-heartbeat.js';

export interface MessageWorkerParts {
  readonly queue: Pick<SqsQueue, 'name' | 'hide'>;
  readonly heartbeat: VisibilityHeartbeat;
  readonly deletes: DeleteBatcher;
  readonly deadLetters: DeadLetters;
  /** Must not reject. */
  readonly dispatch: (message: ReceivedMessage, queueName: string) => Promise<MessageOutcome>;
}

/** A message that cannot be handled now must not spin. */
const MIN_RETRY_SECONDS = 1;
const MAX_VISIBILITY_SECONDS = 43_200;

/** Works on one message at a time of its many callers: hands it over, then does what the outcome says. */
export class MessageWorker {
  private readonly logger = new Logger(MessageWorker.name);

  constructor(private readonly parts: MessageWorkerParts) {}

  /** Never rejects: what could not be done is done at the next delivery. */
  async work(message: ReceivedMessage): Promise<void> {
    const heartbeat = this.parts.heartbeat.start(message);
    const outcome = await this.parts.dispatch(message, this.parts.queue.name);
    await heartbeat.stop();
    await this.settle(message, outcome);
  }

  private async settle(message: ReceivedMessage, outcome: MessageOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'done':
        return this.parts.deletes.delete(message.receiptHandle);
      case 'retryLater':
        return this.hide(message, outcome.afterMs);
      case 'reject':
        return this.bury(message, outcome.reason);
    }
  }

  private async hide({ id, receiptHandle }: ReceivedMessage, afterMs: number): Promise<void> {
    const seconds = Math.min(Math.max(Math.ceil(afterMs / 1_000), MIN_RETRY_SECONDS), MAX_VISIBILITY_SECONDS);
    try {
      await this.parts.queue.hide(receiptHandle, seconds);
    } catch (error) {
      this.logger.warn(`Message ${id} comes back at its own time, not in ${seconds} s: ${String(error)}`);
    }
  }

  /** Without its dead letter the message is left alone: the queue's own redrive policy has the last word. */
  private async bury(message: ReceivedMessage, reason: string): Promise<void> {
    if (await this.parts.deadLetters.keep(message, reason)) await this.parts.deletes.delete(message.receiptHandle);
  }
}
