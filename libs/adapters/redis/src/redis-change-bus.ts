import { randomUUID } from 'node:crypto';
import { type ChangeBatch, UnannouncedChanges } from '@app/domain';
import type { ChangeBus, ChangeListener, Clock, QuoteChanged } from '@app/ports';
import type { Redis } from 'ioredis';
import { decodeBatch, encodeBatch } from './change-batch.js';

export interface RedisChangeBusParts {
  /** Announces. */
  readonly redis: Redis;
  /** Opens the connection that listens: it can do nothing else. */
  readonly openSubscriber: () => Promise<Redis>;
  readonly clock: Clock;
  /** Default `quotes:changes`. */
  readonly channel?: string;
  /** Requests whose change is kept while it cannot be announced; default 10,000. */
  readonly mostKept?: number;
}

/** What changes within it is announced together. */
const LINGER_MS = 3;
const SEPARATOR = '|';
const MAX_BATCH = 500;
const RETRY_MS = 250;
/** A dead connection that nobody writes to looks like a quiet one. */
const PING_EVERY_MS = 1_000;
const MOST_KEPT = 10_000;

/** Wakes other replicas by publishing in Redis, which tells only those that are connected. */
export class RedisChangeBus implements ChangeBus {
  /** Before each message: a process hears of its own messages too. */
  private readonly sender = randomUUID();
  private readonly unannounced: UnannouncedChanges;
  private readonly closing = new AbortController();
  private readonly channel: string;
  private sending: Promise<void> | undefined;
  private subscriber: Redis | undefined;
  private isSubscribed = false;

  constructor(private readonly parts: RedisChangeBusParts) {
    this.unannounced = new UnannouncedChanges(parts.mostKept ?? MOST_KEPT);
    this.channel = parts.channel ?? 'quotes:changes';
    parts.redis.on('ready', this.sendSoon);
  }

  get connected(): boolean {
    return this.isSubscribed && this.subscriber?.status === 'ready';
  }

  announce(change: QuoteChanged): void {
    if (this.closing.signal.aborted) return;
    this.unannounced.add(change);
    this.sendSoon();
  }

  async listen(listener: ChangeListener): Promise<void> {
    const subscriber = await this.parts.openSubscriber();
    if (this.closing.signal.aborted) return subscriber.disconnect();
    this.subscriber = subscriber;
    subscriber
      .on('message', (_channel, message) => this.deliver(message, listener))
      .on('close', () => {
        this.isSubscribed = false;
      })
      .on('ready', () => {
        void this.subscribe(subscriber).then((isHeard) => {
          if (isHeard) listener.missed();
        });
      });
    if (subscriber.status === 'ready') await this.subscribe(subscriber);
    void this.keepAlive(subscriber);
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.parts.redis.off('ready', this.sendSoon);
    await this.sending;
    this.isSubscribed = false;
    this.subscriber?.disconnect();
  }

  /** One sender at a time: what comes meanwhile goes with its next message. */
  private readonly sendSoon = (): void => {
    if (this.sending !== undefined || this.unannounced.isEmpty || this.isAway) return;
    this.sending = this.sendAll();
  };

  /** Until everything is told; or until Redis is away, and then once it is ready again. */
  private async sendAll(): Promise<void> {
    const { clock } = this.parts;
    await clock.sleep(LINGER_MS, this.closing.signal);
    while (!this.unannounced.isEmpty && !this.isAway) {
      if (await this.send(this.unannounced.take(MAX_BATCH))) continue;
      if (this.closing.signal.aborted) break;
      await clock.sleep(RETRY_MS, this.closing.signal);
    }
    this.sending = undefined;
  }

  private async send(batch: ChangeBatch): Promise<boolean> {
    try {
      await this.parts.redis.publish(this.channel, `${this.sender}${SEPARATOR}${encodeBatch(batch)}`);
      return true;
    } catch {
      this.unannounced.putBack(batch);
      return false;
    }
  }

  private get isAway(): boolean {
    return this.parts.redis.status !== 'ready';
  }

  private deliver(message: string, listener: ChangeListener): void {
    const [sender, text = ''] = message.split(SEPARATOR);
    if (sender === this.sender) return;
    const { changes, missed } = decodeBatch(text);
    for (const change of changes) listener.changed(change);
    if (missed) listener.missed();
  }

  /** Whether it listens now. A connection that cannot is made anew, until it can; one that is lost comes back anyway. */
  private async subscribe(subscriber: Redis): Promise<boolean> {
    try {
      await subscriber.subscribe(this.channel);
      this.isSubscribed = true;
    } catch {
      if (subscriber.status === 'ready' && !this.closing.signal.aborted) subscriber.disconnect(true);
    }
    return this.isSubscribed;
  }

  /** An answer that does not come ends the connection (`socketTimeout`), and so brings a new one. */
  private async keepAlive(subscriber: Redis): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await this.parts.clock.sleep(PING_EVERY_MS, signal);
      if (!signal.aborted && subscriber.status === 'ready') await subscriber.ping().catch(() => undefined);
    }
  }
}
