import type { CallLimiter, CallLimits } from '@app/ports';
import { RedisCallLimiter } from './redis-call-limiter.js';
import { createRedis } from './redis-connection.js';

export interface SharedLimits {
  readonly limiter: CallLimiter;
  /** Whether Redis was there when it was opened. */
  readonly reachable: boolean;
  close(): void;
}

/**
 * How replicas share the limits of a partner through the Redis of this URL. A Redis that is away fails acquiring, not
 * opening.
 */
export const shareLimits =
  (url: string) =>
  async ({ partner, limits }: { partner: string; limits: CallLimits }): Promise<SharedLimits> => {
    const onError = () => undefined;
    const redis = await createRedis({ url, connectionName: `partner-adapter-${partner}`, onError });
    const limiter = new RedisCallLimiter({ redis, partner, limits });
    return { limiter, reachable: redis.status === 'ready', close: () => redis.disconnect() };
  };
