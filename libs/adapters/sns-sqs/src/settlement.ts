import type { MessageOutcome } from '@app/ports';
import { Logger } from '@nestjs/common';
import type { DeadLetters } from './dead-letters.js';
import type { ReceivedMessage } from './received-message.js';
import type { SqsQueue } from './sqs-queue.js';

/** A message that cannot be handled now must not spin. */
const MIN_RETRY_SECONDS = 1;
const MAX_VISIBILITY_SECONDS = 43_200;

/** Turns an outcome into a visibility or a dead letter, for whoever received the message. */
export class Settlement {
  private readonly logger = new Logger(Settlement.name);

  constructor(
    private readonly queue: Pick<SqsQueue, 'name' | 'hide'>,
    private readonly deadLetters: Pick<DeadLetters, 'keep'>,
  ) {}

  /**
   * Does what the outcome says, and returns whether the message is finished: it is to be deleted then, and left alone
   * otherwise. Never rejects: what could not be done is done at the next delivery.
   */
  async carryOut(message: ReceivedMessage, outcome: MessageOutcome): Promise<boolean> {
    switch (outcome.kind) {
      case 'done':
        return true;
      case 'retryLater':
        await this.hide(message, outcome.afterMs);
        return false;
      case 'reject':
        // Without its dead letter the message stays: the queue's own redrive policy has the last word.
        return this.deadLetters.keep(message, outcome.reason);
    }
  }

  private async hide({ id, receiptHandle }: ReceivedMessage, afterMs: number): Promise<void> {
    const seconds = Math.min(Math.max(Math.ceil(afterMs / 1_000), MIN_RETRY_SECONDS), MAX_VISIBILITY_SECONDS);
    try {
      await this.queue.hide(receiptHandle, seconds);
    } catch (error) {
      this.logger.warn(`Message ${id} comes back at its own time, not in ${seconds} s: ${String(error)}`);
    }
  }
}
