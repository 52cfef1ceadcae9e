import { queueOf } from '@app/contracts';
import type { EventPublisher, OutboxMessage } from '@app/ports';

export interface AddressedPublisherParts {
  readonly topics: EventPublisher;
  readonly queues: EventPublisher;
}

/** Sends each event where its address says: to a topic or to a queue. Neither waits for the other to succeed. */
export class AddressedPublisher implements EventPublisher {
  constructor(private readonly parts: AddressedPublisherParts) {}

  async publish(messages: readonly OutboxMessage[]): Promise<readonly string[]> {
    const { topics, queues } = this.parts;
    const isForQueue = ({ topic }: OutboxMessage): boolean => queueOf(topic) !== undefined;
    const groups = Map.groupBy(messages, (message) => (isForQueue(message) ? queues : topics));
    const sent = await Promise.allSettled([...groups].map(([publisher, group]) => publisher.publish(group)));
    const failures = sent.filter((one) => one.status === 'rejected');
    if (failures.length > 0 && failures.length === sent.length) throw failures[0]?.reason;
    return sent.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  }
}
