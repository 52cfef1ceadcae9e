import type { EventPublisher, OutboxMessage } from '@app/ports';

/** A topic that keeps what it was sent; a test can make it refuse. */
export class RecordingPublisher implements EventPublisher {
  readonly published: OutboxMessage[] = [];
  /** The messages of each call. */
  readonly calls: (readonly OutboxMessage[])[] = [];
  /** What becomes of a message: taken, refused, or nothing at all can be sent. */
  behaviour: (message: OutboxMessage) => 'TAKEN' | 'REFUSED' | 'UNREACHABLE' = () => 'TAKEN';
  /** Held back until it resolves. */
  gate: Promise<void> = Promise.resolve();

  async publish(messages: readonly OutboxMessage[]): Promise<readonly string[]> {
    this.calls.push(messages);
    await this.gate;
    const fates = messages.map((message) => ({ message, fate: this.behaviour(message) }));
    if (fates.some(({ fate }) => fate === 'UNREACHABLE')) throw new Error('The topic cannot be reached');
    const taken = fates.filter(({ fate }) => fate === 'TAKEN').map(({ message }) => message);
    this.published.push(...taken);
    return taken.map(({ id }) => id);
  }

  /** The events of one type, parsed. */
  events(type: string): Record<string, unknown>[] {
    return this.published
      .filter((message) => message.attributes.type === type)
      .map((message): Record<string, unknown> => JSON.parse(message.body));
  }
}
