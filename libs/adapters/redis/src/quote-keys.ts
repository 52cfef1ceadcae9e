import { createHash } from 'node:crypto';

/** Where everything about quote requests lives: under one hash tag, so that a cluster keeps it together. */
export class QuoteKeys {
  /** Sets of message ids: free ones, claimed ones by the end of the claim, all of them by the end of their life. */
  readonly outbox: readonly [free: string, held: string, ends: string];
  /** Begins the key of every message. */
  readonly message: string;
  /** Requests that run, by their deadline. */
  readonly running: string;
  /** Answers that were not stored, the oldest first. */
  readonly unstored: string;
  private readonly tag: string;

  constructor(space = 'quotes') {
    this.tag = `{${space}}`;
    this.outbox = [`${this.tag}:outbox:free`, `${this.tag}:outbox:held`, `${this.tag}:outbox:ends`];
    this.message = `${this.tag}:message:`;
    this.running = `${this.tag}:running`;
    this.unstored = `${this.tag}:unstored`;
  }

  /** How the request stands, and its consent. */
  request(id: string): string {
    return `${this.tag}:request:${id}`;
  }

  /** What was asked, and the sealed personal fields. */
  content(id: string): string {
    return `${this.tag}:content:${id}`;
  }

  /** Requests with an offer of this id, by when they were made. */
  offer(offerId: string): string {
    return `${this.tag}:offer:${offerId}`;
  }

  /** Ids of the messages that are not sent any more once the consent is withdrawn. */
  revocable(id: string): string {
    return `${this.tag}:revocable:${id}`;
  }

  /** Keys are the client's own words: of any form, and not ours to show. */
  idempotency(clientId: string, key: string): string {
    const name = createHash('sha256')
      .update(JSON.stringify([clientId, key]))
      .digest('hex');
    return `${this.tag}:key:${name}`;
  }
}
