import { connect } from 'node:net';
import { eventually, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { get } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, startUnderTest } from '../testing/business-under-test.js';

const ID = '01989d1a-0000-7000-8000-000000000000';
const PATH = `/v1/quote-requests/${ID}`;

describe('a service that has too much to do', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  /** Reads that the store has begun and not finished. */
  let reads: (() => void)[];
  let storeIsQuick: boolean;

  beforeEach(async () => {
    ports = inMemoryPorts();
    reads = [];
    storeIsQuick = false;
    const slowPorts: typeof ports = {
      ...ports,
      openStore(observer, describeChange) {
        const store = ports.openStore(observer, describeChange);
        const read = store.read.bind(store);
        store.read = async (id) => {
          if (!storeIsQuick) await new Promise<void>((resolve) => reads.push(resolve));
          return read(id);
        };
        return store;
      },
    };
    business = await startUnderTest(slowPorts, { doors: { load: { inWork: 1, waiting: 1, waitMs: 5_000 } } });
  });
  afterEach(async () => {
    storeIsQuick = true;
    finishReads();
    await business.stop();
  });

  const finishReads = () => {
    for (const finish of reads) finish();
  };
  const begun = (count: number) => eventually(() => expect(reads).toHaveLength(count));
  /** One request in work, another in the queue. */
  const fill = async () => {
    const first = get(business, PATH).then(({ status }) => status);
    await begun(1);
    const second = get(business, PATH).then(({ status }) => status);
    const third = await eventually(async () => {
      const answer = await get(business, PATH);
      expect(answer.status).toBe(503);
      return answer;
    });
    return { first, second, third };
  };

  it('refuses what finds no room, before any work, and says when to come again', async () => {
    const { first, second, third } = await fill();
    expect(third.body).toMatchObject({ type: '/problems/overloaded', code: 'overloaded', status: 503 });
    expect(third.headers).toMatchObject({ 'retry-after': '1', ratelimit: expect.any(String) });
    expect(reads).toHaveLength(1);
    finishReads();
    expect(await first).toBe(404);
    await begun(2);
    finishReads();
    expect(await second).toBe(404);
  });

  it('refuses what has waited too long', async () => {
    const { second } = await fill();
    ports.clock.advance(5_000);
    expect(await second).toBe(503);
    expect(reads).toHaveLength(1);
  });

  it('still says who may not come, and what is not there, and that it is alive', async () => {
    await fill();
    await request(business.api).get(PATH).expect(401);
    await get(business, '/v1/nothing').expect(404);
    await request(business.api).get('/health/live').expect(200);
  });

  const send = (head: string) => {
    const socket = connect(Number(new URL(business.api).port), '127.0.0.1', () => {
      socket.write(`${head}\r\nhost: x\r\nauthorization: Bearer ${KEY}\r\ncontent-type: application/json\r\n`);
      socket.write('content-length: 100\r\n\r\n{');
    });
    return socket;
  };

  it('is not kept busy by those who have gone', async () => {
    const gone = send(`GET ${PATH} HTTP/1.1`);
    await begun(1);
    gone.destroy();
    const next = get(business, PATH).then(({ status }) => status);
    await begun(2);
    finishReads();
    expect(await next).toBe(404);
  });

  it('is not kept busy by those whose body does not come', async () => {
    const slow = ['one', 'two', 'three'].map(() => send('POST /v1/quote-requests HTTP/1.1'));
    await Promise.all(slow.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const next = get(business, PATH).then(({ status }) => status);
    await begun(1);
    finishReads();
    expect(await next).toBe(404);
    for (const socket of slow) socket.destroy();
  });
});
