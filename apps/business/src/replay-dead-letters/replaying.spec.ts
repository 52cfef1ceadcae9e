import { StoreUnavailableError } from '@app/ports';
import { applicationOf, collectedLetter, eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_REPLAYS, replayDelayMs } from './replay-rules.js';
import {
  type DeadLettersOnClock,
  deadLettersOnClock,
  OPERATORS,
  PARTNER,
  QUEUE,
} from './testing/dead-letters-on-clock.js';

const NB = 'sqs-dlq-replay-nb';
const RESTING = 2;

describe('replaying dead letters', () => {
  let rig: DeadLettersOnClock;
  beforeEach(() => {
    rig = deadLettersOnClock();
  });
  afterEach(() => rig.stop());

  const application = () => applicationOf({ createdAt: rig.clock.now().toISOString() });
  /** Until the collector and the replayer of one replica rest. */
  const resting = () => eventually(() => expect(rig.clock.sleeping).toBe(RESTING));
  async function pass(ms: number): Promise<void> {
    await resting();
    rig.clock.advance(ms);
    await resting();
  }
  async function collected(attributes: Record<string, string> = {}) {
    const message = await rig.deadMessage(application(), attributes);
    rig.queues.put(`${QUEUE}-dlq`, message);
    await eventually(async () => expect(await rig.store.matching({ queue: QUEUE })).toBe(1));
    await resting();
    return message;
  }
  const statusOf = async (id: string) => (await rig.applications.load(id))?.application.status;
  const order = (queue: string, ratePerSecond: number) =>
    rig.store.scheduleReplay({ queue }, ratePerSecond, {
      ...{ at: rig.clock.now(), actor: 'operators', action: 'DEAD_LETTERS_REPLAYED', subject: queue },
      ...{ reason: null, details: {} },
    });

  it('sends an issuance message back when its time has come, counted and without the reason', async () => {
    rig.startReplica();
    const { body, attributes } = await collected();
    await pass(29_999);
    expect(rig.queues.in(QUEUE)).toEqual([]);
    await pass(1);
    const { reason: _, ...others } = attributes;
    expect(rig.queues.in(QUEUE)).toMatchObject([{ body, attributes: { ...others, [NB]: '1' } }]);
    expect(rig.queues.in(QUEUE)[0]?.attributes).not.toHaveProperty('reason');
    expect(await rig.store.matching({ queue: QUEUE })).toBe(0);
  });

  it('waits longer than SQS can delay a message', async () => {
    rig.startReplica();
    await collected({ [NB]: '7' });
    const delayMs = 0.5 * 60_000 * 2 ** 7;
    expect(delayMs).toBeGreaterThan(900_000);
    await pass(900_000);
    await pass(delayMs - 900_001);
    expect(rig.queues.in(QUEUE)).toEqual([]);
    await pass(20);
    expect(rig.queues.in(QUEUE)).toMatchObject([{ attributes: { [NB]: '8' } }]);
  });

  it('waits anything up to a minute that doubles with each replay, six hours at most', () => {
    const almost = () => 0.999_999_999;
    expect([0, 1, 2, 30].map((replays) => replayDelayMs(replays, almost))).toEqual([
      60_000, 120_000, 240_000, 21_600_000,
    ]);
    expect(replayDelayMs(5, () => 0)).toBe(0);
  });

  it('hands a message on to the operators after the last replay, with its reason, and it stays there', async () => {
    const waiting = application();
    rig.queues.put(`${QUEUE}-dlq`, await rig.deadMessage(waiting, { [NB]: String(MAX_REPLAYS) }));
    rig.startReplica();
    await eventually(async () => expect(await rig.store.matching({ queue: OPERATORS })).toBe(1));
    await eventually(async () => expect(await statusOf(waiting.id)).toBe('NEEDS_ATTENTION'));
    await pass(30 * 86_400_000);
    expect(rig.queues.in(QUEUE)).toEqual([]);
    const [group] = await rig.store.groups({ limit: 10 });
    expect(group).toMatchObject({ queue: OPERATORS, cause: 'TIMEOUT AG-504', count: 1 });
    const kept = { partnerId: PARTNER, type: 'policy.issuance-requested.v1', reason: 'TIMEOUT AG-504', [NB]: '8' };
    expect(group?.letters[0]).toMatchObject({ replays: MAX_REPLAYS, replayAt: null, attributes: kept });
    expect(Object.keys(group?.letters[0]?.attributes ?? {})).toHaveLength(6);
  });

  it('never replays quotes by itself, nor what breaks its schema', async () => {
    rig.startReplica();
    rig.queues.put('quote-requested-motor-acme-general-dlq');
    rig.queues.put(`${QUEUE}-dlq`, { body: '{}', attributes: { partnerId: PARTNER } });
    await eventually(async () => expect(await rig.store.counts()).toHaveLength(2));
    await pass(86_400_000);
    expect(rig.queues.in(QUEUE)).toEqual([]);
    expect(rig.queues.in('quote-requested-motor-acme-general')).toEqual([]);
  });

  it('sends what operators order at their rate, to the partner, and the application goes on', async () => {
    const applications = [application(), application(), application()];
    for (const one of applications) rig.queues.put(OPERATORS, await rig.deadMessage(one, { [NB]: '8' }));
    const { replayer } = rig.startReplica();
    for (const { id } of applications) await eventually(async () => expect(await statusOf(id)).toBe('NEEDS_ATTENTION'));
    await resting();
    await order(OPERATORS, 2);
    replayer.wake();
    for (const sent of [1, 2, 3]) {
      await eventually(() => expect(rig.queues.in(QUEUE)).toHaveLength(sent));
      await pass(499);
      expect(rig.queues.in(QUEUE)).toHaveLength(sent);
      await pass(1);
    }
    expect(rig.queues.in(QUEUE).map(({ attributes }) => attributes[NB])).toEqual(['9', '9', '9']);
    for (const { id } of applications) {
      expect((await rig.applications.load(id))?.application).toMatchObject({ status: 'SUBMITTED', attempt: 2 });
    }
  });

  it('leaves with the operators what names no partner of ours', async () => {
    rig.startReplica();
    rig.queues.put(OPERATORS, { body: 'no JSON', attributes: { partnerId: 'nobody' } });
    await eventually(async () => expect(await rig.store.matching({ queue: OPERATORS })).toBe(1));
    const [before] = (await rig.store.groups({ limit: 1 }))[0]?.letters ?? [];
    await order(OPERATORS, 10);
    await pass(30_000);
    await eventually(async () => {
      const [after] = (await rig.store.groups({ limit: 1 }))[0]?.letters ?? [];
      expect(after).toMatchObject({ body: 'no JSON', replays: 1, replayAt: null });
      expect(after?.id).not.toBe(before?.id);
    });
  });

  it('loses nothing while SQS or the store is away, and goes on afterwards', async () => {
    rig.startReplica();
    await collected();
    const { claimDue } = rig.store;
    rig.store.claimDue = () => Promise.reject(new StoreUnavailableError('PostgreSQL'));
    await pass(30_000);
    rig.store.claimDue = claimDue;
    const { publish } = rig.queues;
    rig.queues.publish = () => Promise.reject(new Error('no route'));
    await pass(1_000);
    rig.queues.publish = publish;
    for (let second = 0; second < 61; second += 1) await pass(1_000);
    expect(rig.queues.in(QUEUE)).toHaveLength(1);
  });

  it('sleeps until something is due, and looks in between only for what other replicas have added', async () => {
    let looks = 0;
    const { claimDue } = rig.store;
    rig.store.claimDue = (...asked) => {
      looks += 1;
      return claimDue.apply(rig.store, asked);
    };
    rig.startReplica();
    for (let second = 0; second < 60; second += 1) await pass(1_000);
    expect(looks).toBe(3);
    await rig.store.collect([collectedLetter({ replayAfterMs: 0 })]);
    await pass(30_000);
    expect(rig.queues.in(QUEUE)).toHaveLength(1);
  });
});
