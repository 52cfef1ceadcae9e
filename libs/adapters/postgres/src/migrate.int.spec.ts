import { createTestDatabase } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Pool } from 'pg';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';
import { createPool } from './pool.js';
import { checkSchema } from './schema-check.js';

const open = (url: string) => createPool({ url, onError: () => undefined, size: 2 });

/** Only up to the one of this name. */
async function migrateUntil(url: string, name: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: open(url) }) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } }).migrateTo(
    name,
  );
  await db.destroy();
  if (error !== undefined) throw error;
}

/** A request as the release before the consents stored it. */
async function insertAsBefore(pool: Pool, id: string): Promise<void> {
  const consent = {
    noticeVersion: '2026-10',
    givenAt: '2026-11-23T09:59:41Z',
    purposes: ['QUOTE', 'CONTACT'],
    contactAllowed: true,
  };
  await pool.query(
    `INSERT INTO quote_request (id, client_id, product_line, created_at, answer_deadline, accept_late_until, version)
     VALUES ($1, 'client-one', 'health', $2, $2, $2, 1)`,
    [id, '2026-11-23T10:00:00Z'],
  );
  await pool.query('INSERT INTO quote_request_content (request_id, request, personal_sealed) VALUES ($1, $2, $3)', [
    id,
    JSON.stringify({ consent }),
    'sealed',
  ]);
  await pool.query(
    'INSERT INTO outbox (id, topic, body, attributes, claimed_until) VALUES ($1, $2, $3, $4, clock_timestamp())',
    [id, 'quotes', JSON.stringify({ subject: id }), JSON.stringify({ type: 'quote.requested.v1' })],
  );
}

describe('migrations', () => {
  it('run once, also when two processes begin at the same time', async () => {
    const ran: string[][] = [];
    const database = await createTestDatabase(async (url) => {
      ran.push(...(await Promise.all([migrate(url), migrate(url)])));
    });
    expect(ran.map((names) => names.length).sort()).toEqual([0, 11]);
    expect(await migrate(database.url)).toEqual([]);
    await database.drop();
  });

  it('tell a service whether the schema is what it needs', async () => {
    const database = await createTestDatabase(async () => undefined);
    const pool = open(database.url);
    await expect(checkSchema(pool)).rejects.toThrow();
    await migrate(database.url);
    await checkSchema(pool);
    await pool.query(`DELETE FROM kysely_migration WHERE name LIKE '%outbox'`);
    await expect(checkSchema(pool)).rejects.toThrow('2026-11-03-outbox did not run');
    await pool.end();
    await database.drop();
  });

  it('take over what the release before stored, and let it go on storing', async () => {
    const database = await createTestDatabase((url) => migrateUntil(url, '2026-11-03-outbox'));
    const pool = open(database.url);
    const [before, after] = ['01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000002'];
    await insertAsBefore(pool, before);
    await migrate(database.url);
    await insertAsBefore(pool, after);
    const { rows: messages } = await pool.query('SELECT correlation_id, revocable FROM outbox ORDER BY id');
    expect(messages).toEqual([
      { correlation_id: before, revocable: true },
      { correlation_id: '00000000-0000-0000-0000-000000000000', revocable: false },
    ]);
    const { rows: consents } = await pool.query('SELECT request_id, consent_id, purposes, given_at FROM consent');
    const given_at = '2026-11-23T09:59:41Z';
    expect(consents).toEqual([{ request_id: before, consent_id: null, purposes: ['QUOTE', 'CONTACT'], given_at }]);
    const { rows: ages } = await pool.query(
      `SELECT request_id FROM quote_request_content WHERE created_at < '2026-11-24' ORDER BY request_id`,
    );
    expect(ages).toEqual([{ request_id: before }]);
    await pool.end();
    await database.drop();
  });

  it('say why they could not run', async () => {
    await expect(migrate('postgres://nobody@127.0.0.1:1/nothing')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a pool', () => {
  it('outlives connections that the server ends', async () => {
    const errors: Error[] = [];
    const database = await createTestDatabase(migrate);
    const pool = createPool({ url: database.url, onError: (error) => errors.push(error), size: 2 });
    const kill = 'SELECT pg_terminate_backend(pg_backend_pid())';
    await expect(pool.query(kill)).rejects.toThrow();
    const client = await pool.connect();
    await expect(client.query(kill)).rejects.toThrow();
    client.release(true);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
    await database.drop();
  });

  it('ends a statement that takes too long', async () => {
    const database = await createTestDatabase(async () => undefined);
    const pool = open(database.url);
    const { rows } = await pool.query('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '5s' }]);
    await pool.end();
    await database.drop();
  });
});
