import { randomUUID } from 'node:crypto';
import { ok, type Result, refused } from '@app/domain';
import type { CallLimiter, CallLimits, CallToAdmit, Lease, NotNow } from '@app/ports';
import type { Redis } from 'ioredis';
import { ADMIT } from './admit-script.js';

export interface RedisCallLimiterOptions {
  readonly redis: Redis;
  readonly partner: string;
  readonly limits: CallLimits;
}

const NO_LIMIT = -1;
const FULL = { 1: 'RATE', 2: 'SESSIONS' } as const;

/** The refusal of the script's answer; undefined when the call was admitted. */
function readAnswer(answer: unknown): NotNow | undefined {
  const [what, retryAfterMs]: unknown[] = Array.isArray(answer) ? answer : [];
  if (typeof retryAfterMs !== 'number') throw new TypeError('The limiter script answered something unexpected');
  return what === 1 || what === 2 ? { full: FULL[what], retryAfterMs } : undefined;
}

/** The limits of a partner, shared by everybody who uses the same Redis. Rejects while Redis cannot be reached. */
export class RedisCallLimiter implements CallLimiter {
  /** One hash tag, so that a cluster keeps both keys together. */
  private readonly keys: readonly [requests: string, sessions: string];
  private readonly limits: readonly number[];

  constructor(private readonly options: RedisCallLimiterOptions) {
    const { partner, limits } = options;
    this.keys = [`limits:{${partner}}:requests`, `limits:{${partner}}:sessions`];
    const { requests, windowMs } = limits.rateLimit ?? { requests: NO_LIMIT, windowMs: NO_LIMIT };
    this.limits = [requests, windowMs, limits.sessions ?? NO_LIMIT];
  }

  async acquire({ requests, holdMs }: CallToAdmit): Promise<Result<Lease, NotNow>> {
    const id = randomUUID();
    const call = [id, requests, Math.ceil(holdMs)];
    const answer = await this.options.redis.eval(ADMIT, this.keys.length, ...this.keys, ...call, ...this.limits);
    const refusal = readAnswer(answer);
    return refusal === undefined ? ok({ release: () => this.release(id) }) : refused(refusal);
  }

  private release(id: string): void {
    if (this.options.limits.sessions === null) return;
    // A lease that cannot be given back ends by itself.
    this.options.redis.zrem(this.keys[1], id).catch(() => undefined);
  }
}
