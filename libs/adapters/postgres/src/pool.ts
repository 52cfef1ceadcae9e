import { Pool } from 'pg';

export interface PoolOptions {
  readonly url: string;
  /** Told of connections that broke while nobody used them. They are replaced by themselves. */
  readonly onError: (error: Error) => void;
  /** How the server names these sessions; default `quotes`. */
  readonly applicationName?: string;
  /** Most connections at once; default 10. */
  readonly size?: number;
}

/** One statement; what takes longer is stuck. */
const STATEMENT_MS = 5_000;
/** The client's own limit, for a server that is gone without a word. */
const ANSWER_MS = STATEMENT_MS + 1_000;
const CONNECT_MS = 2_000;
const IDLE_MS = 30_000;

/** A bounded pool in which nothing waits for ever. */
export function createPool({ url, onError, applicationName = 'quotes', size = 10 }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: size,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
  });
  pool.on('error', onError);
  // A server restart raises an error on clients that are in use, not on the pool: without a listener it would end the
  // process. Their queries fail with it, which is where it is reported.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
