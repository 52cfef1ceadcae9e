import { StoreUnavailableError } from '@app/ports';
import { applicationOf, eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { letterRoutes } from './letter-routes.js';
import { type DeadLettersOnClock, deadLettersOnClock, OPERATORS, QUEUE } from './testing/dead-letters-on-clock.js';

const QUOTES = 'quote-requested-motor-acme-general';

describe('collecting dead letters', () => {
  let rig: DeadLettersOnClock;
  beforeEach(() => {
    rig = deadLettersOnClock();
  });
  afterEach(() => rig.stop());

  const groups = () => rig.store.groups({ limit: 100 });
  const kept = async () => (await rig.store.counts()).reduce((sum, { count }) => sum + count, 0);
  const left = async (queue: string) => (await rig.depths.depths([queue]))[0];
  const EMPTY = { visible: 0, inFlight: 0 };

  it('keeps what lies in every dead-letter queue under the queue where it failed, and empties them', async () => {
    rig.startReplica();
    const { queues, sources } = letterRoutes();
    for (const { from } of sources) rig.queues.put(from);
    await eventually(async () => expect(await kept()).toBe(sources.length));
    expect((await rig.store.counts()).map(({ queue }) => queue).sort()).toEqual([...queues].sort());
    for (const { from } of sources) await eventually(async () => expect(await left(from)).toMatchObject(EMPTY));
  });

  it('tells the cause by the reason without its details, and how often a letter was replayed', async () => {
    rig.startReplica();
    const reasons = ['not an event: /id is no UUID', 'not an event: /type is missing', 'TIMEOUT AG-504', undefined];
    for (const reason of reasons) {
      const attributes = { 'sqs-dlq-replay-nb': '3', ...(reason === undefined ? {} : { reason }) };
      rig.queues.put(`${QUOTES}-dlq`, { attributes });
    }
    await eventually(async () => expect(await kept()).toBe(4));
    expect((await groups()).map(({ cause, count }) => [cause, count])).toEqual([
      ['TIMEOUT AG-504', 1],
      ['delivered too often without an outcome', 1],
      ['not an event', 2],
    ]);
    expect((await groups())[0]?.letters[0]).toMatchObject({ replays: 3, replayAt: null });
  });

  it('keeps a letter once that comes again, because it was killed before it removed it', async () => {
    const { remove } = rig.queues;
    rig.queues.remove = () => Promise.reject(new Error('killed'));
    rig.startReplica();
    rig.queues.put(`${QUOTES}-dlq`);
    await eventually(async () => expect(await kept()).toBe(1));
    await eventually(() => expect(rig.clock.sleeping).toBe(3));
    rig.queues.remove = remove;
    rig.queues.giveBack();
    rig.clock.advance(1_000);
    await eventually(async () => expect(await left(`${QUOTES}-dlq`)).toMatchObject(EMPTY));
    expect(await kept()).toBe(1);
  });

  it('loses nothing while SQS or the store is away, and goes on afterwards', async () => {
    rig.queues.isReachable = false;
    rig.startReplica();
    const { sources } = letterRoutes();
    await eventually(() => expect(rig.clock.sleeping).toBe(2 + sources.length));
    const { collect } = rig.store;
    rig.store.collect = () => Promise.reject(new StoreUnavailableError('PostgreSQL'));
    rig.queues.isReachable = true;
    rig.queues.put(`${QUOTES}-dlq`);
    rig.clock.advance(500);
    await eventually(async () => expect(await left(`${QUOTES}-dlq`)).toMatchObject({ inFlight: 1 }));
    rig.store.collect = collect;
    rig.queues.giveBack();
    await eventually(() => expect(rig.clock.sleeping).toBe(3));
    rig.clock.advance(1_000);
    await eventually(async () => expect(await kept()).toBe(1));
  });

  it('is done by one replica; by another when that one stops, or is not heard of any more', async () => {
    const first = rig.startReplica();
    const { sources } = letterRoutes();
    await eventually(() => expect(rig.queues.polls).toBe(sources.length));
    rig.startReplica();
    await eventually(() => expect(rig.clock.sleeping).toBe(4));
    expect(rig.queues.polls).toBe(sources.length);
    await first.collector.stop();
    expect(rig.queues.polls).toBe(0);
    rig.clock.advance(5_000);
    await eventually(() => expect(rig.queues.polls).toBe(sources.length));
    const { lease } = rig.leases;
    rig.leases.lease = async () => false;
    rig.clock.advance(5_000);
    await eventually(() => expect(rig.queues.polls).toBe(0));
    rig.leases.lease = lease;
  });

  it('tells an application that its message was given up, and leaves the letter to the operators', async () => {
    const application = applicationOf({ createdAt: rig.clock.now().toISOString() });
    rig.queues.put(OPERATORS, await rig.deadMessage(application));
    rig.startReplica();
    await eventually(async () => expect(await left(OPERATORS)).toMatchObject(EMPTY));
    const loaded = await rig.applications.load(application.id);
    expect(loaded?.application).toMatchObject({ status: 'NEEDS_ATTENTION', attempt: 1 });
    expect(loaded?.application.events.at(-1)).toMatchObject({ reason: 'RETRIES_EXHAUSTED' });
    expect((await groups())[0]?.letters).toMatchObject([{ queue: OPERATORS, replayAt: null }]);
  });

  it('does not tell it of an attempt that is over', async () => {
    const application = applicationOf({ createdAt: rig.clock.now().toISOString() });
    const message = await rig.deadMessage(application);
    const { before, after } = { before: application, after: { ...application, version: 2, attempt: 2 } };
    expect(await rig.applications.keep({ before, after, messages: [] })).toBe('KEPT');
    rig.queues.put(OPERATORS, message);
    rig.startReplica();
    await eventually(async () => expect(await kept()).toBe(1));
    expect((await rig.applications.load(application.id))?.application).toEqual(after);
  });

  it('leaves a letter in the queue until its application knows, and does not hold up the others', async () => {
    const [one, other] = [applicationOf(), applicationOf()];
    rig.queues.put(OPERATORS, await rig.deadMessage(one));
    rig.queues.put(OPERATORS, await rig.deadMessage(other));
    const { load } = rig.applications;
    rig.applications.load = (id) =>
      id === one.id ? Promise.reject(new Error('away')) : load.call(rig.applications, id);
    rig.startReplica();
    const statusOf = async (id: string) => (await load.call(rig.applications, id))?.application.status;
    await eventually(async () => expect(await statusOf(other.id)).toBe('NEEDS_ATTENTION'));
    await eventually(async () => expect(await left(OPERATORS)).toMatchObject({ inFlight: 1 }));
    rig.applications.load = load;
    rig.queues.giveBack();
    await eventually(async () => expect(await statusOf(one.id)).toBe('NEEDS_ATTENTION'));
    expect(await kept()).toBe(2);
  });

  it('keeps what cannot be read like anything else', async () => {
    rig.startReplica();
    for (const queue of [OPERATORS, `${QUEUE}-dlq`]) rig.queues.put(queue, { body: 'no JSON' });
    await eventually(async () => expect(await kept()).toBe(2));
    expect((await groups()).flatMap(({ letters }) => letters.map(({ replayAt }) => replayAt))).toEqual([null, null]);
  });
});
