import type { AnswerRecord } from '@app/ports';
import {
  createTestDatabase,
  describeInWords,
  newQuoteRequest,
  outboxMessage,
  quoteStoreContract,
  RecordingObserver,
  type TestDatabase,
  testSealer,
} from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { migrate } from './migrate.js';
import { createPool } from './pool.js';
import { PostgresOutbox } from './postgres-outbox.js';
import { PostgresQuoteStore } from './postgres-quote-store.js';
import { PostgresTime } from './postgres-time.js';
import { SELECT_WITH_OFFER } from './quote-sql.js';

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

/** Time passes for what has an end when that end comes nearer. */
async function age(pool: Pool, ms: number): Promise<void> {
  const earlier = (table: string, column: string) =>
    pool.query(`UPDATE ${table} SET ${column} = ${column} - $1 * interval '1 millisecond'`, [ms]);
  await earlier('outbox', 'claimed_until');
  await earlier('idempotency_key', 'expires_at');
}

async function keptOf(pool: Pool, id: string) {
  const content = await pool.query('SELECT 1 FROM quote_request_content WHERE request_id = $1', [id]);
  const { rows } = await pool.query<{ notice_version: string; withdrawn_at: Date | null }>(
    'SELECT notice_version, withdrawn_at FROM consent WHERE request_id = $1',
    [id],
  );
  return {
    content: content.rowCount !== 0,
    noticeVersion: rows[0]?.notice_version,
    consentWithdrawnAt: rows[0]?.withdrawn_at?.toISOString() ?? null,
  };
}

quoteStoreContract(async ({ observer, describe, leaseMs }) => {
  const pool = openPool();
  await pool.query('TRUNCATE quote_request, unstored_answer, outbox, idempotency_key CASCADE');
  return {
    store: new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe, leaseMs }),
    outbox: new PostgresOutbox(pool, leaseMs),
    now: () => new PostgresTime(pool).ask(),
    pass: (ms) => age(pool, ms),
    kept: (id) => keptOf(pool, id),
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
    store = new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe: describeInWords, leaseMs: 5_000 });
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

  it.each([
    ['without an idempotency key', null],
    ['under one', { key: 'round-trips', fingerprint: 'sha256:one', response: {} }],
  ])('asks the database once to accept a request %s, and once to read it', async (_, idempotency) => {
    const prepared = newQuoteRequest({ createdAt: new Date(), messages: [outboxMessage()], idempotency });
    const single = openPool(1);
    const asked: unknown[] = [];
    const query = single.query.bind(single);
    Object.assign(single, { query: (...args: Parameters<typeof query>) => asked.push(args) && query(...args) });
    const counted = new PostgresQuoteStore({
      pool: single,
      sealer: testSealer,
      observer,
      describe: describeInWords,
      leaseMs: 5,
    });
    await counted.accept(prepared);
    expect(asked).toHaveLength(1);
    await counted.read(prepared.request.requestId);
    expect(asked).toHaveLength(2);
    await single.end();
  });

  it('stores the consent as it was given', async () => {
    const prepared = newQuoteRequest({ createdAt: new Date() });
    const consent = { ...prepared.request.consent, consentId: 'c-1', givenAt: '0000-01-01T00:00:00.123456789Z' };
    await store.accept({ ...prepared, request: { ...prepared.request, consent } });
    const { rows } = await pool.query(
      `SELECT consent_id AS "consentId", notice_version AS "noticeVersion", given_at AS "givenAt", purposes,
              contact_allowed AS "contactAllowed", withdrawn_at AS "withdrawnAt" FROM consent WHERE request_id = $1`,
      [prepared.request.requestId],
    );
    expect(rows).toEqual([{ ...consent, withdrawnAt: null }]);
  });

  it('finds the request of an offer by the index of offers, however many there are', async () => {
    const client = await pool.connect();
    await client.query('SET enable_seqscan = off');
    const plans: string[] = [];
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await client.query(`SET plan_cache_mode = ${mode}`);
      await client.query(`PREPARE ${mode} (text, integer) AS ${SELECT_WITH_OFFER}`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE ${mode} ('off_1', 5)`);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    client.release(true);
    for (const plan of plans) {
      expect(plan).toMatch(/Index Scan on partner_answer_offer/);
      expect(plan).toMatch(/Index Scan (on|using) quote_request_pkey/);
    }
  });
});
