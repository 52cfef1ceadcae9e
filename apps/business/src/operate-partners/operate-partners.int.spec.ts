import { randomUUID } from 'node:crypto';
import { systemClock } from '@app/platform';
import {
  createPool,
  migrate,
  PostgresAuditTrail,
  PostgresFleetStore,
  PostgresOutbox,
  PostgresPartnerCallCounts,
  PostgresQuoteStore,
  PostgresTime,
} from '@app/postgres';
import { createTestDatabase, eventually, RecordingPublisher, type TestDatabase, testSealer } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import request from 'supertest';
import { accepted, get, postReport, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, OPS_KEY, startUnderTest } from '../testing/business-under-test.js';
import { reportOf } from './testing/partner-calls.js';

const LEASE_MS = 5_000;
const OPERATORS = { authorization: `Bearer ${OPS_KEY}` };

describe('two replicas of the business service on PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  let replicas: BusinessUnderTest[];
  beforeAll(async () => {
    database = await createTestDatabase(migrate);
    pool = createPool({ url: database.url, onError: () => undefined });
    replicas = [await startReplica(), await startReplica()];
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.stop();
    await pool.end();
    await database.drop();
  });

  const startReplica = () =>
    startUnderTest({
      leaseMs: LEASE_MS,
      publisher: new RecordingPublisher(),
      clock: systemClock,
      outbox: new PostgresOutbox(pool, LEASE_MS),
      openStore: (observer, describeChange) =>
        new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe: describeChange, leaseMs: LEASE_MS }),
      fleet: {
        store: new PostgresFleetStore(pool),
        counts: new PostgresPartnerCallCounts(pool),
        audit: new PostgresAuditTrail(pool),
        time: new PostgresTime(pool),
      },
    });
  const replica = (at: 0 | 1): BusinessUnderTest => {
    const one = replicas[at];
    if (one === undefined) throw new Error('It was not started');
    return one;
  };
  const answeredAtOnce = async (at: 0 | 1) => (await accepted(replica(at), requestToTwo())).answersReceived;

  it('both know what an operator has set at one of them, and store what it means for a request', async () => {
    const put = request(replica(0).api).put('/v1/ops/partners/acme-general/state').set(OPERATORS);
    await put.send({ state: 'OFFLINE', reason: 'maintenance' }).expect(200);
    const { id } = await accepted(replica(0), requestToTwo());
    const { body } = await get(replica(1), `/v1/quote-requests/${id}/quotes`).expect(200);
    expect(body).toMatchObject({ version: 1, counts: { failed: 1, pending: 1 } });
    await eventually(async () => expect(await answeredAtOnce(1)).toBe(1));
    const both = { ...requestToTwo(), partners: ['acme-general'] };
    expect(await accepted(replica(1), both)).toMatchObject({ status: 'COMPLETED', version: 2 });
  });

  it('both stop asking a partner of which two callers report that it is ill', async () => {
    const ill = { partner: 'cogwheel-direct', failures: { TIMEOUT: 15 } } as const;
    // A report counts from its beginning on, and the partner was online by then.
    for (const name of [randomUUID(), randomUUID()]) {
      await postReport(replica(0), { ...reportOf(name, 15, ill), intervalMs: 0 }).expect(200);
    }
    await eventually(async () => expect([await answeredAtOnce(0), await answeredAtOnce(1)]).toEqual([2, 2]));
    const { body } = await get(replica(1), '/v1/ops/audit', OPERATORS).expect(200);
    expect(body.items[0]).toMatchObject({
      ...{ actor: 'supervisor', subject: 'cogwheel-direct' },
      details: { from: 'ONLINE', to: 'OFFLINE', calls: 30, failed: 30, failures: { TIMEOUT: 30 }, replicas: 2 },
    });
  });
});
