import { systemClock } from '@app/platform';
import { createPool, migrate, PostgresOutbox, PostgresQuoteStore } from '@app/postgres';
import {
  createTestDatabase,
  eventually,
  quotedAnswer,
  RecordingPublisher,
  type TestDatabase,
  testSealer,
} from '@app/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { accepted, get, postAnswers, postRequest, requestToTwo } from './testing/api-calls.js';
import { type BusinessUnderTest, startUnderTest } from './testing/business-under-test.js';

const LEASE_MS = 1_000;
const DEADLINE_MS = 500;
const PARTNERS = ['acme-general', 'cogwheel-direct'];

describe('the business service on PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  let publisher: RecordingPublisher;
  let running: BusinessUnderTest[];

  beforeAll(async () => {
    database = await createTestDatabase(migrate);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    pool = createPool({ url: database.url, onError: () => undefined });
    publisher = new RecordingPublisher();
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((business) => business.stop()));
    await pool.end();
  });

  /** One more replica. */
  async function start(rules: { deadlineMs?: number } = {}): Promise<BusinessUnderTest> {
    const business = await startUnderTest(
      {
        leaseMs: LEASE_MS,
        publisher,
        clock: systemClock,
        outbox: new PostgresOutbox(pool, LEASE_MS),
        openStore: (observer, describe) =>
          new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe, leaseMs: LEASE_MS }),
      },
      { rules },
    );
    running.push(business);
    return business;
  }

  const quotes = (business: BusinessUnderTest, id: string) => get(business, `/v1/quote-requests/${id}/quotes`);
  const outboxIsEmpty = () => eventually(async () => expect((await pool.query('SELECT FROM outbox')).rowCount).toBe(0));

  it('brings a request from 202 to its result, and leaves nothing in the outbox', async () => {
    const business = await start();
    const { id } = await accepted(business, requestToTwo());
    await eventually(() => expect(publisher.events('quote.requested.v1')).toHaveLength(2));
    const answers = PARTNERS.map((partner) => quotedAnswer({ requestId: id, partner }));
    await Promise.all(answers.map((answer) => postAnswers(business, [answer]).expect(200)));
    const { body } = await quotes(business, id).expect(200);
    expect(body).toMatchObject({ status: 'COMPLETED', version: 4, counts: { quoted: 2 } });
    expect(body.answers[0].offers).toEqual(answers.find(({ partner }) => partner === body.answers[0].partner)?.offers);
    await eventually(() => expect(publisher.events('quote.completed.v1')).toHaveLength(1));
    await outboxIsEmpty();
  });

  it('completes a request at its deadline though nobody reads it', async () => {
    const { id } = await accepted(await start({ deadlineMs: DEADLINE_MS }), requestToTwo());
    await eventually(() => expect(publisher.events('quote.completed.v1')).toMatchObject([{ subject: id }]));
    expect(publisher.events('quote.answered.v1')).toMatchObject([
      { data: { status: 'TIMED_OUT' } },
      { data: { status: 'TIMED_OUT' } },
    ]);
  });

  it('wakes a held read with the answer that came', async () => {
    const business = await start();
    const { id } = await accepted(business, requestToTwo());
    const held = get(business, `/v1/quote-requests/${id}/quotes`, { 'if-none-match': '"1"', prefer: 'wait=20' });
    const [response] = await Promise.all([
      held.expect(200),
      postAnswers(business, [quotedAnswer({ requestId: id, partner: 'acme-general' })]).expect(200),
    ]);
    expect(response.body).toMatchObject({ version: 2, counts: { quoted: 1 } });
  });

  it('gives answers that reach several replicas at once versions without a gap', async () => {
    const replicas = await Promise.all([start(), start()]);
    const [first] = replicas;
    if (first === undefined) throw new Error('no replica');
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await accepted(first, requestToTwo())).id));
    const posts = ids.flatMap((requestId) =>
      PARTNERS.flatMap((partner) =>
        replicas.map((replica) => postAnswers(replica, [quotedAnswer({ requestId, partner })]).expect(200)),
      ),
    );
    const results = (await Promise.all(posts)).map(({ body }) => body.results[0].result);
    expect(results.filter((result) => result === 'STORED')).toHaveLength(20);
    expect(results.filter((result) => result === 'DUPLICATE')).toHaveLength(20);
    for (const id of ids) expect((await quotes(first, id)).body).toMatchObject({ version: 4, status: 'COMPLETED' });
  });

  it('has one fan-out for a hundred equal posts with one key, sent to two replicas at once', async () => {
    const replicas = await Promise.all([start(), start()]);
    const key = { 'idempotency-key': 'order-4711' };
    const posts = Array.from({ length: 50 }, () => replicas.map((each) => postRequest(each, requestToTwo()).set(key)));
    const responses = await Promise.all(posts.flat());
    const taken = responses.filter(({ status }) => status === 202);
    const fresh = taken.filter(({ headers }) => headers['idempotency-replayed'] === undefined);
    expect(fresh).toHaveLength(1);
    for (const { body } of taken) expect(body).toEqual(fresh[0]?.body);
    const others = responses.filter(({ status }) => status !== 202);
    expect(others.filter(({ status, body }) => status !== 409 || body.code !== 'idempotency-in-progress')).toEqual([]);
    await eventually(() => expect(publisher.events('quote.requested.v1').length).toBeGreaterThanOrEqual(2));
    await outboxIsEmpty();
    const asked = publisher.events('quote.requested.v1').map(({ data }) => Object(data).partner);
    expect(asked.sort()).toEqual(PARTNERS);
  });

  it('publishes after a crash what was committed before it', async () => {
    publisher.behaviour = () => 'UNREACHABLE';
    const business = await start();
    const { id } = await accepted(business, requestToTwo());
    await business.stop();
    expect(publisher.published).toEqual([]);
    const healthy = new RecordingPublisher();
    publisher = healthy;
    await start();
    await eventually(() => expect(healthy.events('quote.requested.v1')).toHaveLength(2));
    expect(healthy.events('quote.requested.v1')).toMatchObject([{ subject: id }, { subject: id }]);
    await outboxIsEmpty();
  });
});
