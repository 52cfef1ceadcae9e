import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A script that runs in one step on the server, and is sent there once. */
export class LuaScript {
  private readonly sha: string;

  constructor(private readonly text: string) {
    this.sha = createHash('sha1').update(text).digest('hex');
  }

  async run(redis: Redis, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await redis.evalsha(this.sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return await redis.eval(this.text, keys.length, ...keys, ...args);
    }
  }
}
