import {
  applicationStoreContract,
  createTestDatabase,
  newApplicationOf,
  outboxMessage,
  type TestDatabase,
  testSealer,
} from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresAuditTrail } from '../fleet/postgres-audit-trail.js';
import { migrate } from '../migrate.js';
import { createPool } from '../pool.js';
import { PostgresOutbox } from '../postgres-outbox.js';
import { PostgresTime } from '../postgres-time.js';
import { PostgresApplicationStore } from './postgres-application-store.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(migrate);
});
afterAll(() => database.drop());

const openPool = (size = 10) => createPool({ url: database.url, onError: () => undefined, size });

applicationStoreContract(async ({ leaseMs }) => {
  const pool = openPool();
  await pool.query('TRUNCATE application, outbox, idempotency_key, audit_entry CASCADE');
  const earlier = (table: string, column: string, ms: number) =>
    pool.query(`UPDATE ${table} SET ${column} = ${column} - $1 * interval '1 millisecond'`, [ms]);
  return {
    store: new PostgresApplicationStore({ pool, sealer: testSealer, leaseMs }),
    outbox: new PostgresOutbox(pool, leaseMs),
    audit: new PostgresAuditTrail(pool),
    now: () => new PostgresTime(pool).ask(),
    async pass(ms) {
      await earlier('outbox', 'claimed_until', ms);
      await earlier('idempotency_key', 'expires_at', ms);
    },
    close: () => pool.end(),
  };
});

describe('applications in PostgreSQL', () => {
  it('hold nothing personal in the clear', async () => {
    const pool = openPool();
    const store = new PostgresApplicationStore({ pool, sealer: testSealer, leaseMs: 5_000 });
    const submission = newApplicationOf();
    await store.submit(submission);
    const { rows } = await pool.query(
      `SELECT application.*, sealed, request, hash FROM application
       JOIN application_content c ON c.application_id = id JOIN payment_reference p ON p.application_id = id
       WHERE id = $1`,
      [submission.application.id],
    );
    expect(rows).toMatchObject([{ sealed: expect.stringMatching(/^sealed\(personal,details\)/) }]);
    const text = JSON.stringify(rows);
    for (const personal of ['Asha', '+919800000001', 'Lake Road', 'PAY-88f1', 'ENG123456']) {
      expect(text).not.toContain(personal);
    }
    await pool.end();
  });

  it('cost one question each: to submit, to load, to keep', async () => {
    const pool = openPool(1);
    const asked: unknown[] = [];
    const query = pool.query.bind(pool);
    Object.assign(pool, { query: (...args: Parameters<typeof query>) => asked.push(args) && query(...args) });
    const store = new PostgresApplicationStore({ pool, sealer: testSealer, leaseMs: 5_000 });
    const submission = newApplicationOf({ messages: [outboxMessage()] });
    await store.submit(submission);
    await store.load(submission.application.id);
    const before = submission.application;
    await store.keep({ before, after: { ...before, version: 2 }, messages: [outboxMessage()] });
    expect(asked).toHaveLength(3);
    await pool.end();
  });
});
