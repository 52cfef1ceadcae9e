import type { QuoteProgress } from '@app/domain';
import type { HotQuotes } from '@app/ports';
import type { Redis } from 'ioredis';
import { LuaScript } from './lua-script.js';

export interface RedisHotQuotesParts {
  readonly redis: Redis;
  /** How old what is found may be, in milliseconds; default 5 s. */
  readonly ttlMs?: number;
}

const TTL_MS = 5_000;
const MOST_WAITING = 1_000;
const MAX_BATCH = 100;

/** KEYS 1: a request. ARGV: its rank, itself, how long it is kept in ms. */
const KEEP = new LuaScript(`
local rank = redis.call('HGET', KEYS[1], 'rank')
if rank and tonumber(rank) >= tonumber(ARGV[1]) then return end
redis.call('HSET', KEYS[1], 'rank', ARGV[1], 'progress', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
`);

const keyOf = (id: string): string => `hot-quotes:${id}`;

/** Newer ones rank higher. A withdrawal alone does not raise the version. */
const rankOf = ({ version, consentWithdrawnAt }: QuoteProgress): number =>
  2 * version + (consentWithdrawnAt === null ? 0 : 1);

function isProgress(value: unknown, id: string): value is QuoteProgress {
  if (typeof value !== 'object' || value === null) return false;
  const { id: own, version, rows }: Partial<Record<keyof QuoteProgress, unknown>> = value;
  return own === id && typeof version === 'number' && Array.isArray(rows);
}

/** Requests that are read often, kept for moments in Redis. Where it is away, nothing is found and nothing waits. */
export class RedisHotQuotes implements HotQuotes {
  /** The newest of each request that is not written yet. */
  private readonly waiting = new Map<string, QuoteProgress>();
  private isWriting = false;

  constructor(private readonly parts: RedisHotQuotesParts) {}

  async find(id: string): Promise<QuoteProgress | undefined> {
    if (this.isAway) return undefined;
    try {
      const text = await this.parts.redis.hget(keyOf(id), 'progress');
      const found: unknown = text === null ? undefined : JSON.parse(text);
      return isProgress(found, id) ? found : undefined;
    } catch {
      return undefined;
    }
  }

  keep(progress: QuoteProgress): void {
    const known = this.waiting.get(progress.id);
    const isFull = known === undefined && this.waiting.size >= MOST_WAITING;
    if (this.isAway || isFull || (known !== undefined && rankOf(known) >= rankOf(progress))) return;
    this.waiting.set(progress.id, progress);
    if (!this.isWriting) void this.writeAll();
  }

  private get isAway(): boolean {
    return this.parts.redis.status !== 'ready';
  }

  /** A batch at a time: what comes meanwhile goes with the next one. */
  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.size > 0) {
      // Whatever else this turn of the event loop keeps goes along.
      await Promise.resolve();
      const batch = [...this.waiting.values()].slice(0, MAX_BATCH);
      for (const { id } of batch) this.waiting.delete(id);
      await Promise.all(batch.map((progress) => this.write(progress)));
    }
    this.isWriting = false;
  }

  private async write(progress: QuoteProgress): Promise<void> {
    const { redis, ttlMs = TTL_MS } = this.parts;
    if (this.isAway) return;
    const args = [rankOf(progress), JSON.stringify(progress), ttlMs];
    await KEEP.run(redis, [keyOf(progress.id)], args).catch(() => undefined);
  }
}
