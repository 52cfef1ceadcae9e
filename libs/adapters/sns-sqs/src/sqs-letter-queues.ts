import type { LetterQueues, ReceivedLetter } from '@app/ports';
import type { SqsClients } from './clients.js';
import type { ReceivedMessage } from './received-message.js';
import { SqsQueue } from './sqs-queue.js';

const MAX_RECEIVE = 10;
/** Longer than it takes to keep ten letters; a killed collector's letters are anybody's afterwards. */
const VISIBILITY_SECONDS = 60;

/** Dead-letter queues by their names. */
export class SqsLetterQueues implements LetterQueues {
  private readonly queues = new Map<string, SqsQueue>();

  /** `clients` are made for as many polls as there are queues. */
  constructor(private readonly clients: SqsClients) {}

  async receive(name: string, signal: AbortSignal): Promise<ReceivedLetter[]> {
    try {
      const queue = this.queueOf(name);
      const asked = { atMost: MAX_RECEIVE, visibilitySeconds: VISIBILITY_SECONDS, signal };
      return (await queue.receive(asked)).map(letterOf);
    } catch (error) {
      // It may have been created anew: the next attempt looks for it again.
      this.queues.delete(name);
      throw error;
    }
  }

  async remove(name: string, receiptHandles: readonly string[]): Promise<void> {
    await this.queueOf(name).delete(receiptHandles);
  }

  private queueOf(name: string): SqsQueue {
    const queue = this.queues.get(name) ?? new SqsQueue(name, this.clients);
    this.queues.set(name, queue);
    return queue;
  }
}

const letterOf = ({ id: messageId, receiptHandle, body, attributes }: ReceivedMessage): ReceivedLetter => {
  const texts = Object.entries(attributes).flatMap(([name, { StringValue }]) =>
    StringValue === undefined ? [] : [[name, StringValue]],
  );
  return { messageId, receiptHandle, body, attributes: Object.fromEntries(texts) };
};
