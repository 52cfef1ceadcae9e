import type { UsageLimit, UsageMeter, UsageVerdict } from '@app/ports';
import type { Redis } from 'ioredis';
import { askRedis } from './ask-redis.js';
import { USE } from './use-script.js';

/**
 * One hash tag for all: the limits of one use may be of several keys, and are counted in one step, which a cluster does
 * on one of its nodes only.
 */
const keyOf = ({ key, name, windowMs }: UsageLimit): string => `{usage}:${windowMs}:${name}:${key}`;

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** What clients use, counted by everybody who uses the same Redis. Rejects with `StoreUnavailableError` while it is away. */
export class RedisUsageMeter implements UsageMeter {
  constructor(private readonly redis: Redis) {}

  async use(limits: readonly UsageLimit[]): Promise<UsageVerdict> {
    const quotas = limits.flatMap(({ quota, windowMs }) => [quota, windowMs]);
    const answer = await askRedis(this.redis, (redis) => USE.run(redis, limits.map(keyOf), quotas));
    const numbers = Array.isArray(answer) ? answer.filter(isNumber) : [];
    if (numbers.length !== 1 + quotas.length) throw new TypeError('The meter script answered something unexpected');
    const [allowed, ...figures] = numbers;
    const states = limits.map((limit, at) => {
      const [remaining = 0, resetMs = 0] = figures.slice(2 * at);
      return { ...limit, remaining, resetMs };
    });
    return { allowed: allowed === 1, states };
  }
}
