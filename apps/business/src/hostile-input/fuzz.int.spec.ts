import { systemClock } from '@app/platform';
import {
  createPool,
  migrate,
  PostgresApplicationStore,
  PostgresAuditTrail,
  PostgresDeadLetterStore,
  PostgresFleetStore,
  PostgresOutbox,
  PostgresPartnerCallCounts,
  PostgresQuoteStore,
  PostgresTime,
} from '@app/postgres';
import { createTestDatabase, RecordingPublisher, type TestDatabase, testSealer } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { deadLettersInMemory } from '../replay-dead-letters/testing/dead-letters-in-memory.js';
import { DESCRIBED_OPERATIONS } from './testing/described-operations.js';
import { fuzzOperation } from './testing/fuzz-operation.js';
import { FuzzWorld } from './testing/fuzz-world.js';

const LEASE_MS = 5_000;

/** As for the same in memory; the seed is the same each time unless one is given. */
const { FUZZ_RUNS = '200', FUZZ_SEED = '20261123' } = process.env;
const A_LONG_TIME_MS = 24 * 3_600_000;

const ofClients = DESCRIBED_OPERATIONS.filter(({ isForClients }) => isForClients);

/** What the checks let through and a database chokes on would show here only. */
describe('whatever is sent to the API, with PostgreSQL behind it', () => {
  let database: TestDatabase;
  let pool: Pool;
  let world: FuzzWorld;
  beforeAll(async () => {
    database = await createTestDatabase(migrate);
    pool = createPool({ url: database.url, onError: () => undefined });
    const ports = {
      leaseMs: LEASE_MS,
      publisher: new RecordingPublisher(),
      clock: systemClock,
      outbox: new PostgresOutbox(pool, LEASE_MS),
      applications: new PostgresApplicationStore({ pool, sealer: testSealer, leaseMs: LEASE_MS }),
      letters: { ...deadLettersInMemory(systemClock), store: new PostgresDeadLetterStore(pool) },
      fleet: {
        store: new PostgresFleetStore(pool),
        counts: new PostgresPartnerCallCounts(pool),
        audit: new PostgresAuditTrail(pool),
        time: new PostgresTime(pool),
      },
      openStore: (...[observer, describeChange]: Parameters<Parameters<typeof FuzzWorld.on>[0]['openStore']>) =>
        new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe: describeChange, leaseMs: LEASE_MS }),
    };
    world = await FuzzWorld.on(ports, () => undefined);
  });
  afterAll(async () => {
    await world.stop();
    await pool.end();
    await database.drop();
  });

  it.each(ofClients.map((operation) => ({ operation, name: `${operation.method} ${operation.path}` })))(
    'is answered at $name as the document says',
    async ({ operation }) => {
      const subjects = await world.subjects();
      const numRuns = Number(FUZZ_RUNS) * (operation.examples.length > 0 ? 5 : 1);
      const seen = await fuzzOperation(world, operation, {
        ...{ subjects, numRuns, seed: Number(FUZZ_SEED), mayWait: false },
      });
      expect([...seen].some((status) => status < 300)).toBe(true);
    },
    A_LONG_TIME_MS,
  );
});
