import { get as httpGet } from 'node:http';
import { eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, get, postAnswers, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, startUnderTest } from '../testing/business-under-test.js';

/** Besides held reads, two sweepers, the supervisor, and those who follow applications and dead letters sleep. */
const SWEEPERS = 6;
/** However many reads of one request are held: the pulse of those who wait, and its deadline while it runs. */
const WATCH = { RUNNING: 2, COMPLETED: 1 } as const;

describe('a held read', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let id: string;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
    id = (await accepted(business, requestToTwo())).id;
    await published();
  });
  afterEach(() => business.stop());

  /** Until every event is published and forgotten, so that nothing but held reads and sweepers sleeps. */
  const published = () =>
    eventually(() => {
      ports.clock.advance(60);
      expect(ports.outbox.messages).toEqual([]);
      expect(ports.clock.sleeping).toBe(SWEEPERS);
    });
  const path = () => `/v1/quote-requests/${id}/quotes`;
  const hold = (prefer: string, tag = '"1"') =>
    get(business, path(), { 'if-none-match': tag, prefer }).then((response) => response);
  const sleeping = (count: number) => eventually(() => expect(ports.clock.sleeping).toBe(count));
  const holding = (count = 1, watch: number = WATCH.RUNNING) => sleeping(SWEEPERS + watch + count);
  const holdingNone = () => sleeping(SWEEPERS);

  it('ends with 304 when nothing changed for as long as the reader likes to wait', async () => {
    const read = hold('wait=5');
    await holding();
    ports.clock.advance(5_000);
    const { status, headers } = await read;
    expect(status).toBe(304);
    expect(headers).toMatchObject({ etag: '"1"', 'preference-applied': 'wait=5' });
  });

  it('ends with the result as soon as an answer changes it', async () => {
    const read = hold('respond-async, wait=20');
    await holding();
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'acme-general' })]).expect(200);
    const { status, body, headers } = await read;
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, counts: { quoted: 1 } });
    expect(headers.etag).toBe('"2"');
  });

  it('asks the store once, however long it lasts', async () => {
    let reads = 0;
    const store = ports.store();
    const plain = store.read.bind(store);
    store.read = (wanted) => {
      reads += 1;
      return plain(wanted);
    };
    const read = hold('wait=20');
    await holding();
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'acme-general' })]).expect(200);
    await read;
    expect(reads).toBe(1);
  });

  it('waits no longer than 20 seconds, and says so', async () => {
    const completed = ['acme-general', 'cogwheel-direct'].map((partner) => quotedAnswer({ requestId: id, partner }));
    await postAnswers(business, completed).expect(200);
    await published();
    const read = hold('wait=600', '"4"');
    await holding(1, WATCH.COMPLETED);
    ports.clock.advance(20_000);
    const { status, headers } = await read;
    expect(status).toBe(304);
    expect(headers['preference-applied']).toBe('wait=20');
  });

  it('ends when the deadline passes, with the request complete', async () => {
    ports.clock.advance(10_000);
    const read = hold('wait=20');
    await holding();
    ports.clock.advance(10_060);
    const { status, body } = await read;
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'COMPLETED', counts: { timedOut: 2 } });
  });

  it('does not wait when the reader has no version, or another one', async () => {
    expect((await get(business, path(), { prefer: 'wait=20' })).status).toBe(200);
    expect((await hold('wait=20', '"0"')).status).toBe(200);
    expect((await hold('wait=soon')).status).toBe(304);
  });

  it('ends when its reader goes away', async () => {
    const headers = { authorization: `Bearer ${KEY}`, 'if-none-match': '"1"', prefer: 'wait=20' };
    const call = httpGet(`${business.api}${path()}`, { headers });
    call.on('error', () => undefined);
    await holding();
    call.destroy();
    await holdingNone();
  });

  it('ends when the service stops', async () => {
    const reads = [hold('wait=20'), hold('wait=20')];
    await holding(2);
    await business.stop();
    expect((await Promise.all(reads)).map(({ status }) => status)).toEqual([304, 304]);
  });
});
