import { systemClock } from '@app/platform';
import { createPool, migrate, PostgresApplicationStore, PostgresOutbox, PostgresQuoteStore } from '@app/postgres';
import { createTestDatabase, eventually, RecordingPublisher, type TestDatabase, testSealer } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';
import { Applying, acceptanceOf, applicationFor } from './testing/applying.js';

const LEASE_MS = 5_000;
const FOR_EVER = { validUntil: '2099-01-01T00:00:00.000Z' };
const NEW_TOTAL = 1_788_161;

describe('equal posts that come at once, with PostgreSQL behind them', () => {
  let database: TestDatabase;
  let pool: Pool;
  let business: BusinessUnderTest;
  let publisher: RecordingPublisher;
  let applying: Applying;
  beforeAll(async () => {
    database = await createTestDatabase(migrate);
    pool = createPool({ url: database.url, onError: () => undefined });
    publisher = new RecordingPublisher();
    business = await startUnderTest({
      ...{ leaseMs: LEASE_MS, publisher, clock: systemClock },
      outbox: new PostgresOutbox(pool, LEASE_MS),
      applications: new PostgresApplicationStore({ pool, sealer: testSealer, leaseMs: LEASE_MS }),
      openStore: (observer, describeChange) =>
        new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe: describeChange, leaseMs: LEASE_MS }),
    });
    applying = new Applying(business);
  });
  afterAll(async () => {
    await business.stop();
    await pool.end();
    await database.drop();
  });

  const key = (name: string) => ({ 'idempotency-key': name });
  const requested = (id: string) =>
    publisher.events('policy.issuance-requested.v1').filter(({ data }) => Object(data).applicationId === id).length;

  /** Expects one answer for all of them, given anew but once. */
  async function expectOne(posts: readonly PromiseLike<{ status: number; body: unknown; headers: object }>[]) {
    const responses = await Promise.all(posts);
    expect(new Set(responses.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(responses.filter(({ headers }) => !('idempotency-replayed' in headers))).toHaveLength(1);
    expect(responses[0]?.status).toBe(202);
    return String(Object(responses[0]?.body).id);
  }

  it('are one application, and its partner is asked once', async () => {
    const { offer: made } = await applying.quoted(FOR_EVER);
    const body = applicationFor(made);
    const id = await expectOne(Array.from({ length: 100 }, () => applying.apply(body, key('apply'))));
    await eventually(() => expect(requested(id)).toBe(1));
  });

  it('are one acceptance, and its partner is asked once more', async () => {
    const { id } = await applying.priceChanged(NEW_TOTAL, FOR_EVER);
    const body = acceptanceOf(NEW_TOTAL);
    await expectOne(Array.from({ length: 50 }, () => applying.accept(id, body, key('accept'))));
    await eventually(() => expect(requested(id)).toBe(2));
  });

  it('are one application of several, where each has a key and a payment of its own', async () => {
    const { offer: made } = await applying.quoted(FOR_EVER);
    const posts = Array.from({ length: 20 }, () => applying.apply(applicationFor(made)));
    const codes = (await Promise.all(posts)).map(({ status, body }) => body.code ?? status);
    expect(codes.filter((code) => code !== 'offer-already-applied')).toEqual([202]);
  });
});
