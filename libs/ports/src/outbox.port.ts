/** An event on its way to a topic, exactly as it will be sent. */
export interface OutboxMessage {
  /** The event's id: UUIDv7. */
  readonly id: string;
  /** A topic's name, or the address of a queue (contracts, `queueAddress`). */
  readonly topic: string;
  /** The whole event as JSON text. */
  readonly body: string;
  /** At most six, never personal data. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The quote request that it is about. */
  readonly correlationId: string;
  /** Not sent any more once the customer has withdrawn the consent: it asks somebody something. */
  readonly revocable: boolean;
}

/** Events that were committed with what they tell of, until they are published. */
export interface Outbox {
  /**
   * Up to `limit` messages that nobody is working on, oldest first. Never returns one that another live claimer holds;
   * a claim ends by itself, so that what a killed process held comes back.
   */
  claim(limit: number): Promise<OutboxMessage[]>;

  /** Forgets published messages. Unknown ids are fine: publishing twice is allowed, forgetting twice too. */
  remove(ids: readonly string[]): Promise<void>;
}
