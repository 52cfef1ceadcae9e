import { StoreUnavailableError } from '@app/ports';
import type { Redis } from 'ioredis';

/** What a server answers that is there but cannot work now: it loads, is a replica or full, or its cluster is broken. */
const CANNOT_WORK = /^(LOADING|READONLY|OOM|MISCONF|BUSY|CLUSTERDOWN|MASTERDOWN|NOREPLICAS|TRYAGAIN|MOVED|ASK)\b/;

const unavailable = (reason: string): StoreUnavailableError => new StoreUnavailableError('Redis', new Error(reason));

/** The client's errors carry the arguments of their command, which nobody may log: only the text goes on. */
function refusal(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const isMistake = name === 'ReplyError' && !CANNOT_WORK.test(message);
  return isMistake ? new Error(`Redis refused a command: ${message}`) : unavailable(message);
}

/** Rejects with `StoreUnavailableError` while Redis is away, at once when that is known. */
export async function askRedis<Answer>(redis: Redis, ask: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  if (redis.status !== 'ready') throw unavailable(`The connection is not ready: ${redis.status}`);
  try {
    return await ask(redis);
  } catch (error) {
    throw refusal(error);
  }
}
