import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@app/platform';
import { createPool, migrate, PostgresOutbox, PostgresQuoteStore } from '@app/postgres';
import { openRedis } from '@app/redis';
import {
  createTestDatabase,
  describeWithRedis,
  eventually,
  exampleBody,
  quotedAnswer,
  RecordingPublisher,
  TcpProxy,
  type TestDatabase,
  testSealer,
} from '@app/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { FallbackUsageMeter } from './access/usage/fallback-usage-meter.js';
import { LocalUsageMeter } from './access/usage/local-usage-meter.js';
import { lifecycleOf } from './stores/quote-ids.js';
import { accepted, get, postAnswers, postRequest, requestToTwo } from './testing/api-calls.js';
import { type BusinessUnderTest, startUnderTest } from './testing/business-under-test.js';

const LEASE_MS = 1_000;
const TTL_MS = 600_000;
const ignore = (): void => undefined;
const travel = () => ({ ...exampleBody('r1'), partners: ['babbage-lovelace'] });
const patience = { pause: () => delay(20) };

describeWithRedis('the business service with travel in Redis and the rest in PostgreSQL', (redisUrl) => {
  let database: TestDatabase;
  let publisher: RecordingPublisher;
  let way: TcpProxy;
  let business: BusinessUnderTest;
  let close: () => Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase(migrate);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    publisher = new RecordingPublisher();
    way = await TcpProxy.start(redisUrl);
    const pool = createPool({ url: database.url, onError: ignore });
    const redis = await openRedis({ url: way.url, connectionName: 'two-stores', onError: ignore });
    const parts = { clock: systemClock, leaseMs: LEASE_MS };
    business = await startUnderTest(
      {
        ...parts,
        publisher,
        outbox: new PostgresOutbox(pool, LEASE_MS),
        openStore: (observer, describe) =>
          new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe, leaseMs: LEASE_MS }),
        hot: redis.hotQuotes(),
        bus: redis.changeBus(systemClock),
        ephemeral: {
          lines: new Set(['travel'] as const),
          outbox: redis.outbox(parts),
          openStore: (observer, describe) =>
            redis.quoteStore({ ...parts, sealer: testSealer, observer, describe, ttlMs: TTL_MS }),
        },
      },
      { doors: { meter: new FallbackUsageMeter(redis.usageMeter(), new LocalUsageMeter(systemClock)) } },
    );
    close = async () => {
      await business.stop();
      redis.close();
      await Promise.all([pool.end(), way.close()]);
    };
  });
  afterEach(() => close());

  const quotes = (id: string) => get(business, `/v1/quote-requests/${id}/quotes`);
  const answer = (requestId: string, partner: string) => postAnswers(business, [quotedAnswer({ requestId, partner })]);
  const eventsAbout = (id: string, type: string) => publisher.events(type).filter(({ subject }) => subject === id);

  it('brings a request of each kind from 202 to its result, with its events', async () => {
    const [durable, ephemeral] = [await accepted(business, requestToTwo()), await accepted(business, travel())];
    expect([durable, ephemeral].map(({ id }) => lifecycleOf(id))).toEqual(['durable', 'ephemeral']);
    await answer(durable.id, 'acme-general').expect(200);
    await answer(durable.id, 'cogwheel-direct').expect(200);
    await answer(ephemeral.id, 'babbage-lovelace').expect(200);
    for (const { id } of [durable, ephemeral]) {
      expect((await quotes(id).expect(200)).body).toMatchObject({ status: 'COMPLETED' });
      await eventually(() => expect(eventsAbout(id, 'quote.completed.v1')).toHaveLength(1), patience);
    }
    expect(eventsAbout(ephemeral.id, 'quote.requested.v1')).toHaveLength(1);
  });

  it('repeats a post of an ephemeral line with its key, and takes the key for no other line', async () => {
    const key = { 'idempotency-key': `trip ${Date.now()}` };
    const first = await postRequest(business, travel()).set(key).expect(202);
    const again = await postRequest(business, travel()).set(key).expect(202);
    expect(again.body).toEqual(first.body);
    expect((await postRequest(business, requestToTwo()).set(key).expect(422)).body.code).toBe('idempotency-key-reused');
  });

  it('goes on with durable lines while Redis is away, and says of ephemeral ones that their store is', async () => {
    const [durable, ephemeral] = [await accepted(business, requestToTwo()), await accepted(business, travel())];
    way.cut();
    const refused = await postRequest(business, travel()).expect(503);
    expect(refused.body.code).toBe('store-unavailable');
    expect(refused.headers['retry-after']).toBe('1');
    expect((await quotes(ephemeral.id).expect(503)).body.code).toBe('store-unavailable');

    const { id } = await accepted(business, requestToTwo());
    const held = get(business, `/v1/quote-requests/${id}/quotes`, { 'if-none-match': '"1"', prefer: 'wait=20' });
    const [response] = await Promise.all([held.expect(200), answer(id, 'acme-general').expect(200)]);
    expect(response.body).toMatchObject({ version: 2 });
    await answer(durable.id, 'acme-general').expect(200);
    await eventually(() => expect(eventsAbout(id, 'quote.requested.v1')).toHaveLength(2), patience);

    way.mend();
    await eventually(() => answer(ephemeral.id, 'babbage-lovelace').expect(200), patience);
    expect((await quotes(ephemeral.id).expect(200)).body).toMatchObject({ status: 'COMPLETED' });
  });
});
