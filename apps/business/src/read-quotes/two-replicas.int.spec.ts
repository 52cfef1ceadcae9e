import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@app/platform';
import type { ChangeBus } from '@app/ports';
import { createPool, migrate, PostgresChangeBus, PostgresOutbox, PostgresQuoteStore } from '@app/postgres';
import { openRedis } from '@app/redis';
import {
  createTestDatabase,
  describeWithRedis,
  RecordingPublisher,
  TcpProxy,
  type TestDatabase,
  testSealer,
} from '@app/testing';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { startUnderTest } from '../testing/business-under-test.js';
import { type Replicas, twoReplicas } from './testing/two-replicas.js';

const LEASE_MS = 1_000;
const ignore = (): void => undefined;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(migrate);
});
afterAll(() => database.drop());

/** The bus of one replica, by a server of this URL; and what is to be closed after it. */
type OpenBus = (url: string) => Promise<{ readonly bus: ChangeBus; close(): Promise<void> | void }>;

/** Two replicas on one database; the way of the first one's bus to its server can be cut. */
async function replicasWith(openBus: OpenBus, server: string): Promise<Replicas> {
  const pool = createPool({ url: database.url, onError: ignore });
  const proxy = await TcpProxy.start(server);
  const publisher = new RecordingPublisher();
  const [near, far] = [await openBus(proxy.url), await openBus(server)];
  const start = (bus: ChangeBus) =>
    startUnderTest({
      bus,
      leaseMs: LEASE_MS,
      publisher,
      clock: systemClock,
      outbox: new PostgresOutbox(pool, LEASE_MS),
      openStore: (observer, describe) =>
        new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe, leaseMs: LEASE_MS }),
    });
  const [reading, posting] = [await start(near.bus), await start(far.bus)];
  return {
    reading,
    posting,
    publisher,
    cut: () => proxy.cut(),
    restore: () => proxy.mend(),
    isConnected: () => near.bus.connected,
    pause: () => delay(10),
    async close() {
      await Promise.all([reading.stop(), posting.stop()]);
      await Promise.all([near.close(), far.close()]);
      await proxy.close();
      await pool.end();
    },
  };
}

describe('two replicas that are joined by PostgreSQL', () => {
  const openBus: OpenBus = async (url) => {
    const pool = createPool({ url, onError: ignore, size: 1 });
    const bus = new PostgresChangeBus({ pool, url, clock: systemClock, random: Math.random, onError: ignore });
    return { bus, close: () => pool.end() };
  };
  twoReplicas(() => replicasWith(openBus, database.url));
});

describeWithRedis('two replicas that are joined by Redis', (url) => {
  const openBus: OpenBus = async (to) => {
    const redis = await openRedis({ url: to, connectionName: 'two-replicas', onError: ignore });
    return { bus: redis.changeBus(systemClock), close: () => redis.close() };
  };
  twoReplicas(() => replicasWith(openBus, url));
});
