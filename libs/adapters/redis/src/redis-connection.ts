import { Redis } from 'ioredis';

export interface RedisOptions {
  /** `redis://` or `rediss://`, with user, password and database where there are any. */
  readonly url: string;
  /** Seen in `CLIENT LIST`. */
  readonly connectionName: string;
  /** Told of every failed attempt to connect and every lost connection; commands fail by themselves. */
  readonly onError: (error: Error) => void;
}

const CONNECT_WITHIN_MS = 1_000;
/** Longer than any command of ours takes, shorter than a caller notices. */
const COMMAND_WITHIN_MS = 250;
/** Without a word from the server for so long, though it was asked, the connection is taken for dead and made anew. */
const SILENT_FOR_MS = 1_000;
const CLOSE_WITHIN_MS = 100;
const RECONNECT_STEP_MS = 100;
const RECONNECT_WITHIN_MS = 1_000;

/** As `createRedis`, not connected yet. */
export function makeRedis({ url, connectionName, onError }: RedisOptions): Redis {
  const redis = new Redis(url, {
    connectionName,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    // Whoever sent a command has been told that it failed, and went on without.
    autoResendUnfulfilledCommands: false,
    connectTimeout: CONNECT_WITHIN_MS,
    commandTimeout: COMMAND_WITHIN_MS,
    socketTimeout: SILENT_FOR_MS,
    // Whoever listens has to know from when on it does so again.
    autoResubscribe: false,
    disconnectTimeout: CLOSE_WITHIN_MS,
    retryStrategy: (attempt) => Math.min(attempt * RECONNECT_STEP_MS, RECONNECT_WITHIN_MS),
  });
  redis.on('error', onError);
  return redis;
}

/**
 * A connection that says at once when it is away, instead of keeping commands until it is back, and that reconnects by
 * itself. Resolves when it is ready, or when the first attempt has failed.
 */
export async function createRedis(options: RedisOptions): Promise<Redis> {
  const redis = makeRedis(options);
  // The listener has heard of it.
  await redis.connect().catch(() => undefined);
  return redis;
}
