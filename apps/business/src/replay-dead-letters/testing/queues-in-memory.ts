import { randomUUID } from 'node:crypto';
import { queueOf } from '@app/contracts';
import type { EventPublisher, LetterQueues, OutboxMessage, QueueDepth, QueueDepths, ReceivedLetter } from '@app/ports';

type Message = Omit<ReceivedLetter, 'receiptHandle'>;

interface Queue {
  readonly waiting: Message[];
  readonly inHand: Map<string, Message>;
}

const MAX_RECEIVE = 10;

/** SQS in one process, as whoever publishes to it, empties it or measures it sees it. */
export class QueuesInMemory implements LetterQueues, QueueDepths, EventPublisher {
  /** While false, every call fails. */
  isReachable = true;
  /** How many wait for a first message now. */
  polls = 0;
  private readonly queues = new Map<string, Queue>();
  private arrived = Promise.withResolvers<void>();

  put(name: string, message: Partial<Message> = {}): void {
    const { waiting } = this.queue(name);
    waiting.push({ messageId: randomUUID(), body: '{}', attributes: {}, ...message });
    this.arrived.resolve();
    this.arrived = Promise.withResolvers();
  }

  /** What waits in a queue, and is in nobody's hands. */
  in(name: string): readonly Message[] {
    return this.queue(name).waiting;
  }

  /** Takes what waits in a queue out of it. */
  take(name: string): Message[] {
    return this.queue(name).waiting.splice(0);
  }

  /** The visibility of whatever is in somebody's hands ends. */
  giveBack(): void {
    for (const { waiting, inHand } of this.queues.values()) {
      waiting.push(...inHand.values());
      inHand.clear();
    }
    this.arrived.resolve();
    this.arrived = Promise.withResolvers();
  }

  async receive(name: string, signal: AbortSignal): Promise<ReceivedLetter[]> {
    const { waiting, inHand } = this.queue(name);
    this.polls += 1;
    await this.untilAny(waiting, signal).finally(() => {
      this.polls -= 1;
    });
    return waiting.splice(0, MAX_RECEIVE).map((message) => {
      const receiptHandle = randomUUID();
      inHand.set(receiptHandle, message);
      return { ...message, receiptHandle };
    });
  }

  async remove(name: string, receiptHandles: readonly string[]): Promise<void> {
    this.reach();
    for (const receipt of receiptHandles) this.queue(name).inHand.delete(receipt);
  }

  async publish(messages: readonly OutboxMessage[]): Promise<readonly string[]> {
    this.reach();
    for (const { topic, body, attributes } of messages) this.put(queueOf(topic) ?? topic, { body, attributes });
    return messages.map(({ id }) => id);
  }

  async depths(names: readonly string[]): Promise<QueueDepth[]> {
    if (!this.isReachable) return [];
    return names.map((name) => {
      const { waiting, inHand } = this.queue(name);
      return { name, visible: waiting.length, inFlight: inHand.size, delayed: 0 };
    });
  }

  private async untilAny(waiting: readonly Message[], signal: AbortSignal): Promise<void> {
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    for (;;) {
      if (signal.aborted) throw new Error('aborted');
      this.reach();
      if (waiting.length > 0) return;
      await Promise.race([this.arrived.promise, aborted]);
    }
  }

  private queue(name: string): Queue {
    const queue = this.queues.get(name) ?? { waiting: [], inHand: new Map() };
    this.queues.set(name, queue);
    return queue;
  }

  private reach(): void {
    if (!this.isReachable) throw new Error('SQS cannot be reached');
  }
}
