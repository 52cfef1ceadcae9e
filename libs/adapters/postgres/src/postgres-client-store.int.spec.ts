import { clientStoreContract, createTestDatabase, type TestDatabase } from '@app/testing';
import { afterAll, beforeAll } from '@jest/globals';
import { migrate } from './migrate.js';
import { createPool } from './pool.js';
import { PostgresClientStore } from './postgres-client-store.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(migrate);
});
afterAll(() => database.drop());

clientStoreContract(async () => {
  const pool = createPool({ url: database.url, onError: () => undefined });
  await pool.query('TRUNCATE api_client CASCADE');
  return { store: new PostgresClientStore(pool), close: () => pool.end() };
});
