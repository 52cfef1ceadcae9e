import { eventually } from '@app/testing';
import type { Pool, PoolClient } from 'pg';

/** A transaction of somebody else that is in the way until it ends. */
export class HeldLock {
  private constructor(private readonly client: PoolClient) {}

  static async take(pool: Pool, statement: string, value: unknown): Promise<HeldLock> {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(statement, [value]);
    return new HeldLock(client);
  }

  static onRequest(pool: Pool, id: string): Promise<HeldLock> {
    return HeldLock.take(pool, 'SELECT 1 FROM quote_request WHERE id = $1 FOR UPDATE', id);
  }

  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    await this.client.query(how);
    this.client.release();
  }
}

/** Statements with these words that wait for a lock right now. */
const WAITING = `
  FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%' || $1 || '%'`;

/** Resolves once so many wait. */
export async function untilWaiting(pool: Pool, words: string, count = 1): Promise<void> {
  await eventually(async () => {
    const { rowCount } = await pool.query(`SELECT 1 ${WAITING}`, [words]);
    if (rowCount !== count) throw new Error(`${rowCount} wait, not ${count}`);
  });
}

/** Ends the session of the one that waits. */
export async function killWaiting(pool: Pool, words: string): Promise<void> {
  await untilWaiting(pool, words);
  await pool.query(`SELECT pg_terminate_backend(pid) ${WAITING}`, [words]);
}
