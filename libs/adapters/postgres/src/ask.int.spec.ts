import { StoreUnavailableError } from '@app/ports';
import { createTestDatabase, newQuoteRequest, TcpProxy, type TestDatabase, testSealer } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { ask } from './ask.js';
import { migrate } from './migrate.js';
import { createPool } from './pool.js';
import { PostgresOutbox } from './postgres-outbox.js';
import { PostgresQuoteStore } from './postgres-quote-store.js';
import { PostgresTime } from './postgres-time.js';

const KILL = { text: 'SELECT pg_terminate_backend(pg_backend_pid())' };
const NOW = { text: 'SELECT 1 AS one' };

describe('asking the database', () => {
  let database: TestDatabase;
  const pools: Pool[] = [];

  beforeAll(async () => {
    database = await createTestDatabase(migrate);
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  });

  const open = (url: string, size = 1): Pool => {
    const pool = createPool({ url, size, onError: () => undefined });
    pools.push(pool);
    return pool;
  };

  it('rejects as unavailable where nobody listens', async () => {
    const failure = await ask(open('postgres://nobody@127.0.0.1:1/nothing'), NOW).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreUnavailableError);
    expect(failure).toMatchObject({ store: 'PostgreSQL', cause: { code: 'ECONNREFUSED' } });
  });

  it('rejects as unavailable where the server ends the session, and works on the next one', async () => {
    const pool = open(database.url);
    await expect(ask(pool, KILL)).rejects.toThrow(StoreUnavailableError);
    expect((await ask(pool, NOW)).rows).toEqual([{ one: 1 }]);
  });

  it('rejects as unavailable when the connection is lost, and works when it is back', async () => {
    const proxy = await TcpProxy.start(database.url);
    const pool = open(proxy.url);
    const asleep = ask(pool, { text: 'SELECT pg_sleep(60)' });
    const lost = expect(asleep).rejects.toThrow(StoreUnavailableError);
    await new Promise<void>((resolve) => pool.once('acquire', () => resolve()));
    proxy.cut();
    await lost;
    await expect(ask(pool, NOW)).rejects.toThrow(StoreUnavailableError);
    proxy.mend();
    expect((await ask(pool, NOW)).rows).toEqual([{ one: 1 }]);
    await proxy.close();
  });

  it('rejects as unavailable when every connection is taken', async () => {
    const pool = open(database.url);
    const client = await pool.connect();
    await expect(ask(pool, NOW)).rejects.toThrow(StoreUnavailableError);
    client.release();
  });

  it('rejects as unavailable when a statement takes too long', async () => {
    const pool = open(database.url);
    await pool.query(`SET statement_timeout = '20ms'`);
    await expect(ask(pool, { text: 'SELECT pg_sleep(60)' })).rejects.toThrow(StoreUnavailableError);
  });

  it.each(['SELECT 1 / 0', 'SELECT nothing FROM nowhere'])('hands on every other error as it is (%s)', async (text) => {
    const failure = await ask(open(database.url), { text }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(StoreUnavailableError);
  });

  it('is how the ports ask it', async () => {
    const pool = open('postgres://nobody@127.0.0.1:1/nothing');
    const observer = { changed: () => undefined, committed: () => undefined };
    const store = new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe: () => [], leaseMs: 5 });
    const prepared = newQuoteRequest({ createdAt: new Date() });
    const idempotency = { key: 'one', fingerprint: 'two', response: null };
    const all = await Promise.allSettled([
      store.accept(prepared),
      store.accept({ ...prepared, idempotency }),
      store.findKey('client-one', idempotency),
      store.read(prepared.request.requestId),
      store.withdrawConsent(prepared.request.requestId),
      store.completeOverdue(1),
      new PostgresOutbox(pool, 5).claim(1),
      new PostgresTime(pool).ask(),
    ]);
    const reasons = all.map((each): unknown => (each.status === 'rejected' ? each.reason : 'fulfilled'));
    expect(reasons).toEqual(all.map(() => expect.any(StoreUnavailableError)));
  });
});
