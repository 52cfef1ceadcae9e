import { createTestDatabase } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { migrate } from './migrate.js';
import { createPool } from './pool.js';
import { checkSchema } from './schema-check.js';

const open = (url: string) => createPool({ url, onError: () => undefined, size: 2 });

describe('migrations', () => {
  it('run once, also when two processes begin at the same time', async () => {
    const ran: string[][] = [];
    const database = await createTestDatabase(async (url) => {
      ran.push(...(await Promise.all([migrate(url), migrate(url)])));
    });
    expect(ran.map((names) => names.length).sort()).toEqual([0, 3]);
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
