import type { ChangeBus, Clock, HotQuotes, Outbox, QuoteStore, UsageMeter } from '@app/ports';
import { RedisChangeBus } from './redis-change-bus.js';
import { createRedis, type RedisOptions } from './redis-connection.js';
import { RedisHotQuotes, type RedisHotQuotesParts } from './redis-hot-quotes.js';
import { RedisOutbox, type RedisOutboxParts } from './redis-outbox.js';
import { RedisQuoteStore, type RedisQuoteStoreParts } from './redis-quote-store.js';
import { RedisUsageMeter } from './redis-usage-meter.js';

/** What a service makes of one Redis. */
export interface OpenedRedis {
  /** Whether Redis is there now. */
  readonly reachable: boolean;
  quoteStore(parts: Omit<RedisQuoteStoreParts, 'redis'>): QuoteStore;
  outbox(parts: Omit<RedisOutboxParts, 'redis'>): Outbox;
  /** Opens a connection of its own when it listens, and closes it by itself. */
  changeBus(clock: Clock): ChangeBus;
  usageMeter(): UsageMeter;
  hotQuotes(options?: Omit<RedisHotQuotesParts, 'redis'>): HotQuotes;
  /** After the bus. */
  close(): void;
}

/**
 * Opens the Redis of this URL for everything that shares one connection. A Redis that is away fails what is asked of it,
 * not the opening, and is used as soon as it is there.
 */
export async function openRedis(options: RedisOptions): Promise<OpenedRedis> {
  const redis = await createRedis(options);
  const openSubscriber = () => createRedis({ ...options, connectionName: `${options.connectionName}-changes` });
  return {
    get reachable() {
      return redis.status === 'ready';
    },
    quoteStore: (parts) => new RedisQuoteStore({ ...parts, redis }),
    outbox: (parts) => new RedisOutbox({ ...parts, redis }),
    changeBus: (clock) => new RedisChangeBus({ redis, openSubscriber, clock }),
    usageMeter: () => new RedisUsageMeter(redis),
    hotQuotes: (more) => new RedisHotQuotes({ ...more, redis }),
    close: () => redis.disconnect(),
  };
}
