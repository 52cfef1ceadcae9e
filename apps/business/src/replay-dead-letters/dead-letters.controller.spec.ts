import { StoreUnavailableError } from '@app/ports';
import { applicationOf, collectedLetter, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { get } from '../testing/api-calls.js';
import { type BusinessUnderTest, fleetInMemory, KEY, OPS_KEY, startUnderTest } from '../testing/business-under-test.js';
import { deadLettersInMemory } from './testing/dead-letters-in-memory.js';
import { deadLettersOnClock, OPERATORS, QUEUE } from './testing/dead-letters-on-clock.js';

const AS_OPERATOR = { authorization: `Bearer ${OPS_KEY}` };
const NOW = '2026-11-23T10:00:00.000Z';
const SOME_ID = '01989d1a-0000-7000-8000-000000000000';

describe('operators of dead letters', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let letters: ReturnType<typeof deadLettersInMemory>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    letters = deadLettersInMemory(ports.clock, ports.deadLetters);
    const fleet = { ...fleetInMemory(ports.clock), audit: ports.audit };
    business = await startUnderTest({ ...ports, fleet, letters });
  });
  afterEach(() => business.stop());

  const post = (path: string, body: unknown, headers = AS_OPERATOR) =>
    request(business.api)
      .post(`/v1/ops/dead-letters/${path}`)
      .set({ ...headers, 'content-type': 'application/json' })
      .send(JSON.stringify(body));
  const read = async (path: string) => (await get(business, `/v1/ops/${path}`, AS_OPERATOR).expect(200)).body;
  const groups = async (query = '') => (await read(`dead-letters${query}`)).items;
  const audit = async () => (await read('audit')).items;
  const keep = (...several: Parameters<typeof collectedLetter>[0][]) =>
    ports.deadLetters.collect(several.map(collectedLetter));

  it('see letters by queue and cause, and of each nothing but ids and names', async () => {
    const { body, attributes } = await deadLettersOnClock().deadMessage(applicationOf({ id: SOME_ID }));
    await keep(
      { body, attributes, replays: 2, queue: OPERATORS, cause: 'TIMEOUT AG-504' },
      { cause: 'not JSON', body: 'x' },
    );
    const [unreadable, readable] = await groups();
    expect(readable).toEqual({
      ...{ queue: OPERATORS, cause: 'TIMEOUT AG-504', count: 1, oldestAt: NOW, newestAt: NOW },
      messages: [
        {
          ...{ id: expect.any(String), receivedAt: NOW, replays: 2, replayAt: null, applicationId: SOME_ID },
          ...{ type: 'policy.issuance-requested.v1', partner: 'acme-general', subject: JSON.parse(body).subject },
        },
      ],
    });
    expect(unreadable).toMatchObject({ queue: QUEUE, cause: 'not JSON' });
    expect(unreadable.messages).toMatchObject([{ subject: null, applicationId: null }]);
  });

  it('see the letters of one queue, page by page', async () => {
    await keep({ cause: 'A' }, { cause: 'B' }, { cause: 'C' }, { queue: OPERATORS });
    const first = await read(`dead-letters?queue=${QUEUE}&limit=2`);
    expect(first.items.map(({ cause }: { cause: string }) => cause)).toEqual(['A', 'B']);
    const second = (await get(business, first.links.next, AS_OPERATOR).expect(200)).body;
    expect(second).toMatchObject({ items: [{ cause: 'C' }], links: { next: null } });
    await get(business, first.links.next.replace(QUEUE, OPERATORS), AS_OPERATOR).expect(422);
  });

  it('order a replay at a rate, which is in the audit', async () => {
    await keep({}, {}, {}, { cause: 'another' });
    const { body } = await post('replays', { queue: QUEUE, cause: 'UNAVAILABLE', ratePerSecond: 0.5 }).expect(200);
    const ordered = { queue: QUEUE, cause: 'UNAVAILABLE', dryRun: false, matched: 3, ratePerSecond: 0.5 };
    expect(body).toEqual({ ...ordered, lastAt: '2026-11-23T10:00:04.000Z' });
    expect(await audit()).toMatchObject([
      {
        ...{ at: NOW, actor: 'operators', action: 'DEAD_LETTERS_REPLAYED', subject: QUEUE },
        details: { cause: 'UNAVAILABLE', ratePerSecond: 0.5, matched: 3 },
      },
    ]);
  });

  it('replay ten a second unless they say otherwise, and everything that a queue has', async () => {
    await keep(...Array.from({ length: 11 }, () => ({ queue: OPERATORS })));
    const { body } = await post('replays', { queue: OPERATORS }).expect(200);
    expect(body).toMatchObject({ matched: 11, cause: null, ratePerSecond: 10, lastAt: '2026-11-23T10:00:01.000Z' });
  });

  it('see what a replay would do, and nothing is done', async () => {
    await keep({}, {});
    const { body } = await post('replays', { queue: QUEUE, dryRun: true }).expect(200);
    expect(body).toEqual({ queue: QUEUE, cause: null, dryRun: true, matched: 2, ratePerSecond: 10, lastAt: null });
    ports.clock.advance(60_000);
    expect((await groups())[0]).toMatchObject({ count: 2, messages: [{ replayAt: null }, { replayAt: null }] });
    expect(letters.queues.in(QUEUE)).toEqual([]);
    expect(await audit()).toEqual([]);
  });

  it.each<[string, unknown, string[][]]>([
    ['names no queue', {}, [['/queue', 'REQUIRED']]],
    ['names a queue that is none', { queue: 'nowhere' }, [['/queue', 'UNKNOWN_CODE']]],
    ['names a dead-letter queue', { queue: `${QUEUE}-dlq` }, [['/queue', 'UNKNOWN_CODE']]],
    [
      'is too fast, and says more',
      { queue: QUEUE, ratePerSecond: 1_001, now: true },
      [
        ['/ratePerSecond', 'RANGE'],
        ['/now', 'UNKNOWN_FIELD'],
      ],
    ],
    ['has what no text has', { queue: QUEUE, cause: 'x\u0000' }, [['/cause', 'FORMAT']]],
  ])('are told every fault of an order that %s', async (_, body, faults) => {
    await keep({});
    const { status, body: told } = await post('replays', body);
    expect([status, told.code]).toEqual([422, 'validation-failed']);
    expect(told.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual(faults);
    expect(await audit()).toEqual([]);
  });

  it('discard a letter for a reason, once', async () => {
    await keep({});
    const [{ id }] = (await groups())[0].messages;
    await post(`${id}/discard`, {}).expect(422);
    await post(`${id}/discard`, { reason: 'bought elsewhere' }).expect(204);
    expect(await groups()).toEqual([]);
    await post(`${id}/discard`, { reason: 'bought elsewhere' }).expect(404);
    expect(await audit()).toMatchObject([
      {
        actor: 'operators',
        action: 'DEAD_LETTER_DISCARDED',
        subject: id,
        reason: 'bought elsewhere',
        details: { queue: QUEUE, cause: 'UNAVAILABLE' },
      },
    ]);
  });

  it('are told that there is no such letter', async () => {
    await post(`${SOME_ID}/discard`, { reason: 'x' }).expect(404);
    await post('one/discard', { reason: 'x' }).expect(404);
  });

  it('see how full every queue is, and how many dead letters are kept of it', async () => {
    letters.queues.put(QUEUE);
    await keep({}, {});
    const { items, links } = await read('queues');
    expect(links.next).toBeNull();
    const names = items.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort());
    for (const name of [OPERATORS, `${QUEUE}-dlq`, 'quote-requested-motor-fizzbuzz']) expect(names).toContain(name);
    const known = { visible: 1, inFlight: 0, delayed: 0, deadLetters: 2, oldestDeadLetterAt: NOW };
    expect(items[names.indexOf(QUEUE)]).toEqual({ name: QUEUE, ...known });
    letters.queues.isReachable = false;
    const unknown = { visible: null, inFlight: null, delayed: null, deadLetters: 2 };
    expect((await read('queues')).items[names.indexOf(QUEUE)]).toMatchObject(unknown);
  });

  it('are the only ones who may', async () => {
    const asClient = { authorization: `Bearer ${KEY}` };
    await get(business, '/v1/ops/dead-letters', asClient).expect(403);
    await get(business, '/v1/ops/queues', asClient).expect(403);
    await post('replays', { queue: QUEUE }, asClient).expect(403);
    await post(`${SOME_ID}/discard`, { reason: 'x' }, asClient).expect(403);
  });

  it('are told of a bad cursor, and when the store is away', async () => {
    await get(business, '/v1/ops/dead-letters?cursor=x', AS_OPERATOR).expect(422);
    const away = () => Promise.reject(new StoreUnavailableError('PostgreSQL'));
    Object.assign(ports.deadLetters, { groups: away, counts: away, scheduleReplay: away, discard: away });
    await get(business, '/v1/ops/dead-letters', AS_OPERATOR).expect(503);
    await get(business, '/v1/ops/queues', AS_OPERATOR).expect(503);
    await post('replays', { queue: QUEUE }).expect(503);
    await post(`${SOME_ID}/discard`, { reason: 'x' }).expect(503);
  });
});
