import { collectedLetter, createTestDatabase, deadLetterStoreContract, type TestDatabase } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresAuditTrail } from '../fleet/postgres-audit-trail.js';
import { migrate } from '../migrate.js';
import { createPool } from '../pool.js';
import { PostgresDeadLetterStore } from './postgres-dead-letter-store.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(migrate);
});
afterAll(() => database.drop());

const openPool = () => createPool({ url: database.url, onError: () => undefined });
const TIMES = ['received_at', 'replay_at', 'claimed_until', 'settled_at'];

deadLetterStoreContract(async () => {
  const pool = openPool();
  await pool.query('TRUNCATE dead_letter, audit_entry');
  const earlier = TIMES.map((column) => `${column} = ${column} - $1 * interval '1 millisecond'`);
  return {
    store: new PostgresDeadLetterStore(pool),
    audit: new PostgresAuditTrail(pool),
    async pass(ms) {
      await pool.query(`UPDATE dead_letter SET ${earlier.join(', ')}`, [ms]);
    },
    close: () => pool.end(),
  };
});

describe('dead letters in PostgreSQL', () => {
  it('leave nothing of what they said once they are settled, and nothing at all after 14 days', async () => {
    const pool = openPool();
    const store = new PostgresDeadLetterStore(pool);
    await pool.query('TRUNCATE dead_letter');
    await store.collect([collectedLetter({ body: 'sealed', replayAfterMs: -1 })]);
    const claimed = await store.claimDue(1, 1_000);
    await store.settle(claimed.map(({ id }) => id));
    expect((await pool.query('SELECT body, attributes FROM dead_letter')).rows).toEqual([{ body: '', attributes: {} }]);
    await pool.query(`UPDATE dead_letter SET settled_at = settled_at - interval '15 days'`);
    await store.collect([]);
    expect((await pool.query('SELECT id FROM dead_letter')).rows).toEqual([]);
    await pool.end();
  });
});
