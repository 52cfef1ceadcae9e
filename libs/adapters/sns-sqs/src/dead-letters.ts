import { REASON_ATTRIBUTE } from '@app/contracts';
import { Logger } from '@nestjs/common';
import type { MessageAttributes, ReceivedMessage } from './received-message.js';
import type { SqsQueue } from './sqs-queue.js';

const MAX_REASON_LENGTH = 1_000;
/** SQS takes ten attributes; one of them is the reason. */
const MAX_ORIGINAL_ATTRIBUTES = 9;
/** Control characters and halves of characters, which SQS refuses. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** The attributes of a dead letter: the original ones as far as they fit, and why it is here. */
export function deadLetterAttributes(original: MessageAttributes, reason: string): MessageAttributes {
  const kept = Object.entries(original).filter(([name]) => name !== REASON_ATTRIBUTE);
  const text = reason.slice(0, MAX_REASON_LENGTH).replace(NOT_TEXT, '');
  return {
    ...Object.fromEntries(kept.slice(0, MAX_ORIGINAL_ATTRIBUTES)),
    [REASON_ATTRIBUTE]: { DataType: 'String', StringValue: text || 'no reason given' },
  };
}

/** The dead-letter queue of one queue. */
export class DeadLetters {
  private readonly logger = new Logger(DeadLetters.name);

  constructor(private readonly queue: Pick<SqsQueue, 'name' | 'send'>) {}

  /** Keeps the message as it came, with the reason. False when the dead-letter queue did not take it. */
  async keep({ id, body, attributes }: ReceivedMessage, reason: string): Promise<boolean> {
    try {
      await this.queue.send(body, deadLetterAttributes(attributes, reason));
      this.logger.warn(`Message ${id} is in ${this.queue.name}: ${reason}`);
      return true;
    } catch (error) {
      this.logger.error(`Message ${id} did not get into ${this.queue.name} and stays where it is: ${String(error)}`);
      return false;
    }
  }
}
