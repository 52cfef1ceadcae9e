import type { Clock, Outbox, OutboxMessage } from '@app/ports';
import type { Redis } from 'ioredis';
import { askRedis } from './ask-redis.js';
import type { LuaScript } from './lua-script.js';
import { CLAIM, REMOVE } from './outbox-scripts.js';
import { QuoteKeys } from './quote-keys.js';

export interface RedisOutboxParts {
  readonly redis: Redis;
  /** The stores' common clock. */
  readonly clock: Clock;
  /** How long a claim lasts, in milliseconds. */
  readonly leaseMs: number;
  /** As of the store; default `quotes`. */
  readonly space?: string;
}

/** The outbox of ephemeral requests. What a request that is gone has left behind is forgotten, never handed out. */
export class RedisOutbox implements Outbox {
  private readonly keys: QuoteKeys;

  constructor(private readonly parts: RedisOutboxParts) {
    this.keys = new QuoteKeys(parts.space);
  }

  async claim(limit: number): Promise<OutboxMessage[]> {
    const claimed = await this.run(CLAIM, [this.parts.leaseMs, limit]);
    if (!Array.isArray(claimed)) throw new TypeError('The claiming script answered something unexpected');
    return claimed.map((message): OutboxMessage => JSON.parse(String(message)));
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.run(REMOVE, ids);
  }

  private run(script: LuaScript, args: readonly (string | number)[]): Promise<unknown> {
    const { redis, clock } = this.parts;
    const now = clock.now().getTime();
    return askRedis(redis, () => script.run(redis, this.keys.outbox, [this.keys.message, now, ...args]));
  }
}
