import type { OutboxMessage } from './outbox.port.js';

/** Sends events to topics. */
export interface EventPublisher {
  /**
   * Sends in batches and returns the ids that the topic took. A message that is missing from the result was not sent
   * and may be sent again. Throws only when nothing at all could be sent.
   */
  publish(messages: readonly OutboxMessage[]): Promise<readonly string[]>;
}
