import type { AnswerRecord } from '@app/ports';
import {
  createTestDatabase,
  describeInWords,
  eventually,
  newQuoteRequest,
  outboxMessage,
  quotedAnswer,
  quoteStoreContract,
  RecordingObserver,
  type TestDatabase,
} from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { migrate } from './migrate.js';
import { createPool } from './pool.js';
import { PostgresOutbox } from './postgres-outbox.js';
import { PostgresQuoteStore } from './postgres-quote-store.js';

const sealer = { seal: async (value: unknown) => `sealed(${Object.keys(Object(value)).join()})` };
const STEP_MS = 10;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(migrate);
});
afterAll(() => database.drop());

const openPool = (size = 10): Pool => createPool({ url: database.url, onError: () => undefined, size });

async function unstored(pool: Pool): Promise<AnswerRecord[]> {
  const { rows } = await pool.query<AnswerRecord>(
    'SELECT request_id AS "requestId", partner, result FROM unstored_answer ORDER BY id',
  );
  return rows;
}

async function clockOf(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]?.now ?? new Date(Number.NaN);
}

quoteStoreContract(async ({ observer, describe, leaseMs }) => {
  const pool = openPool();
  await pool.query('TRUNCATE quote_request, quote_request_content, partner_answer, unstored_answer, outbox');
  return {
    store: new PostgresQuoteStore({ pool, sealer, observer, describe, leaseMs }),
    outbox: new PostgresOutbox(pool, leaseMs),
    now: () => clockOf(pool),
    pass: () => new Promise((resolve) => setTimeout(resolve, STEP_MS)),
    unstored: () => unstored(pool),
    close: () => pool.end(),
  };
});

describe('quote requests in PostgreSQL', () => {
  let pool: Pool;
  let observer: RecordingObserver;
  let store: PostgresQuoteStore;

  beforeAll(() => {
    pool = openPool();
    observer = new RecordingObserver();
    store = new PostgresQuoteStore({ pool, sealer, observer, describe: describeInWords, leaseMs: 5_000 });
  });
  afterAll(() => pool.end());

  it('stores personal fields sealed, and nowhere else', async () => {
    const prepared = newQuoteRequest({ createdAt: new Date() });
    await store.accept(prepared);
    const { rows } = await pool.query<{ request: unknown; personal_sealed: string }>(
      'SELECT request, personal_sealed FROM quote_request_content WHERE request_id = $1',
      [prepared.request.requestId],
    );
    expect(rows[0]?.personal_sealed).toMatch(/^sealed\(.*\/proposer\/mobile/);
    expect(rows[0]?.request).toEqual(prepared.request);
    expect(JSON.stringify(rows[0])).not.toContain('+919800000001');
  });

  it('asks the database once to accept a request and once to read it', async () => {
    const prepared = newQuoteRequest({ createdAt: new Date(), messages: [outboxMessage()] });
    const single = openPool(1);
    const asked: unknown[] = [];
    const query = single.query.bind(single);
    Object.assign(single, { query: (...args: Parameters<typeof query>) => asked.push(args) && query(...args) });
    const counted = new PostgresQuoteStore({ pool: single, sealer, observer, describe: describeInWords, leaseMs: 5 });
    await counted.accept(prepared);
    expect(asked).toHaveLength(1);
    await counted.read(prepared.request.requestId);
    expect(asked).toHaveLength(2);
    await single.end();
  });

  it('leaves nothing of a change whose connection was killed under it', async () => {
    const { id: requestId } = await store.accept(newQuoteRequest({ createdAt: new Date() }));
    const before = await store.read(requestId);
    const blocker = await pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT 1 FROM quote_request WHERE id = $1 FOR UPDATE', [requestId]);
    const outcome = store.record([quotedAnswer({ requestId, partner: 'acme-general' })]).catch(() => 'LOST');
    await eventually(async () => {
      const { rowCount } = await pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%versionBefore%'`,
      );
      expect(rowCount).toBe(1);
    });
    expect(await outcome).toBe('LOST');
    await blocker.query('ROLLBACK');
    blocker.release();
    expect(await store.read(requestId)).toEqual(before);
    const [record] = await store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
    expect(record?.result).toBe('STORED');
  });

  it('decides again when somebody else changed the request in the meantime', async () => {
    const { id: requestId } = await store.accept(newQuoteRequest({ createdAt: new Date() }));
    const blocker = await pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('UPDATE quote_request SET version = 7 WHERE id = $1', [requestId]);
    const recorded = store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
    await eventually(async () => {
      const waiting = `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%versionBefore%'`;
      expect((await pool.query(waiting)).rowCount).toBe(1);
    });
    await blocker.query('COMMIT');
    blocker.release();
    expect(await recorded).toMatchObject([{ result: 'STORED' }]);
    expect((await store.read(requestId))?.version).toBe(8);
  });

  it('skips overdue requests that are being changed right now', async () => {
    const { id } = await store.accept(newQuoteRequest({ createdAt: new Date(Date.now() - 60_000) }));
    const blocker = await pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT 1 FROM quote_request WHERE id = $1 FOR UPDATE', [id]);
    await store.completeOverdue(100);
    await blocker.query('ROLLBACK');
    blocker.release();
    expect(observer.changes.filter((progress) => progress.id === id)).toHaveLength(1);
    await store.completeOverdue(100);
    expect(observer.changes.filter((progress) => progress.id === id)).toHaveLength(2);
  });
});
