import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventReader } from '../read-quotes/testing/event-reader.js';
import { accepted, get, postAnswers, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, startUnderTest } from '../testing/business-under-test.js';

const READERS = 1_000;
const REQUESTS = 20;
const AT_ONCE = 50;
/** On the heap, for both ends of a line, since its reader lives in this process, too: it takes about a fifth. */
const MOST_BYTES_A_LINE = 100_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('a thousand idle readers of one process', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let ids: string[];
  let readers: EventReader[];
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
    readers = [];
    ids = [];
    for (let made = 0; made < REQUESTS; made += 1) ids.push((await accepted(business, requestToTwo())).id);
  });
  afterEach(async () => {
    for (const reader of readers) reader.leave();
    await business.stop();
  });

  const open = (id: string) =>
    EventReader.open(`${business.api}/v1/quote-requests/${id}/events`, { headers: { authorization: `Bearer ${KEY}` } });

  async function openAll(): Promise<void> {
    while (readers.length < READERS) {
      const next = Array.from({ length: AT_ONCE }, (_, at) => open(ids[at % REQUESTS] ?? ''));
      readers.push(...(await Promise.all(next)));
    }
    expect(new Set(readers.map(({ status }) => status))).toEqual(new Set([200]));
  }

  const answer = async (partner: string) => {
    for (const requestId of ids) await postAnswers(business, [quotedAnswer({ requestId, partner })]).expect(200);
  };
  const allShow = (...expected: string[]) =>
    eventually(() =>
      expect(new Set(readers.map(({ ids: shown }) => shown.join()))).toEqual(new Set([expected.join()])),
    );

  it('keep nobody from asking and reading, and each of them hears of every answer', async () => {
    await openAll();
    const { id } = await accepted(business, requestToTwo());
    await get(business, `/v1/quote-requests/${id}/quotes`).expect(200);
    await answer('acme-general');
    await allShow('a2');
    ports.clock.advance(15_000);
    await eventually(() => expect(readers.every(({ comments }) => comments > 0)).toBe(true));
    await answer('cogwheel-direct');
    await allShow('a2', 'a3', 'c4');
    await Promise.all(readers.map((reader) => reader.end()));
  });

  it('leave nothing behind when they go', async () => {
    // Each watched request waits for its deadline, and all lines together for their next comment.
    const waitingBefore = ports.clock.sleeping;
    await openAll();
    expect(ports.clock.sleeping).toBeGreaterThan(waitingBefore);
    for (const reader of readers) reader.leave();
    await eventually(() => expect(ports.clock.sleeping).toBe(waitingBefore));
    await answer('acme-general');
    await get(business, `/v1/quote-requests/${ids[0]}/quotes`).expect(200);
  });

  it('cost little memory each', async () => {
    const first = await open(ids[0] ?? '');
    const before = heapUsed();
    await openAll();
    const bytes = (heapUsed() - before) / READERS;
    first.leave();
    expect(bytes).toBeLessThan(MOST_BYTES_A_LINE);
  });
});
