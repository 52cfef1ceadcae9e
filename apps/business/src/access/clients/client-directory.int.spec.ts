import { createPool, migrate, PostgresClientStore } from '@app/postgres';
import { createTestDatabase, ManualClock, type TestDatabase } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { readClientCommand } from './client-command-line.js';
import { ClientDirectory } from './client-directory.js';
import { manageClients } from './manage-clients.js';

describe('clients in PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  let clock: ManualClock;
  let directory: ClientDirectory;

  beforeAll(async () => {
    database = await createTestDatabase(migrate);
    pool = createPool({ url: database.url, onError: () => undefined });
    clock = new ManualClock();
    directory = new ClientDirectory({ fixed: new Map(), store: new PostgresClientStore(pool), clock });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const run = async (...args: string[]): Promise<string> => {
    const line = readClientCommand(args);
    if ('problems' in line) throw new Error(line.problems.join('\n'));
    const { data } = await manageClients(new PostgresClientStore(pool), line.command);
    return String(Object(data).key);
  };

  it('are let in by the keys that were printed, until those are ended', async () => {
    const first = await run('add', '--id', 'portal', '--scopes', 'quotes,ops', '--rate', '7');
    expect(await directory.find(`Bearer ${first}`)).toEqual({
      id: 'portal',
      kind: 'CONFIDENTIAL',
      scopes: ['quotes', 'ops'],
      plan: { ratePerSecond: 7, burst: 200, perDay: 1_000_000, creationsPerSecond: null },
    });
    const second = await run('rotate', '--id', 'portal');
    await run('end-old-keys', '--id', 'portal');
    clock.advance(30_000);
    expect(await directory.find(`Bearer ${first}`)).toBeUndefined();
    expect(await directory.find(`Bearer ${second}`)).toMatchObject({ id: 'portal' });
  });
});
