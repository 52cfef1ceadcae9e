import type { OutboxMessage } from '@app/ports';
import { applicationContentOf, applicationOf, eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { IssuanceRequestedEvents } from '../applications/issuance-requested-events.js';
import { partnerSealers } from '../testing/business-under-test.js';
import { type DeadLettersOnClock, deadLettersOnClock, QUEUE } from './testing/dead-letters-on-clock.js';

const MANY = 1_000;
const NB = 'sqs-dlq-replay-nb';
const SUITE_MS = 60_000;

describe('a thousand dead letters', () => {
  let rig: DeadLettersOnClock;
  let written: OutboxMessage[];
  beforeEach(async () => {
    rig = deadLettersOnClock();
    const events = new IssuanceRequestedEvents(partnerSealers, { clock: rig.clock, newId: () => newId() });
    const content = applicationContentOf();
    written = await Promise.all(Array.from({ length: MANY }, () => events.write(applicationOf(), content)));
  }, SUITE_MS);
  afterEach(() => rig.stop());

  const dieWith = (messages: readonly Pick<OutboxMessage, 'body' | 'attributes'>[]) => {
    for (const { body, attributes } of messages) {
      rig.queues.put(`${QUEUE}-dlq`, { body, attributes: { ...attributes, reason: 'TIMEOUT AG-504' } });
    }
  };
  /** Lets time pass until so many were sent back. */
  const untilSent = (count: number) =>
    eventually(
      () => {
        rig.clock.advance(1_000);
        expect(rig.queues.in(QUEUE)).toHaveLength(count);
      },
      { attempts: 3_000, pause: () => new Promise(setImmediate) },
    );
  const idOf = ({ body }: { readonly body: string }): string => JSON.parse(body).id;
  const ids = () => new Set(written.map(({ id }) => id));
  const remaining = () => rig.store.matching({ queue: QUEUE });

  it(
    'go back once each time, whatever number of replicas replay them',
    async () => {
      for (let replica = 0; replica < 3; replica += 1) rig.startReplica();
      dieWith(written);
      await untilSent(MANY);
      const first = rig.queues.take(QUEUE);
      expect(new Set(first.map(idOf))).toEqual(ids());
      expect(new Set(first.map(({ attributes }) => attributes[NB]))).toEqual(new Set(['1']));

      dieWith(first);
      await untilSent(MANY);
      const second = rig.queues.take(QUEUE);
      expect(new Set(second.map(idOf))).toEqual(ids());
      expect(new Set(second.map(({ attributes }) => attributes[NB]))).toEqual(new Set(['2']));
      expect(await remaining()).toBe(0);
    },
    SUITE_MS,
  );

  it(
    'go back twice at most when a replayer is killed after sending, as the same event',
    async () => {
      const { settle } = rig.store;
      let killed = 0;
      rig.store.settle = (settled) => {
        killed += settled.length;
        return killed <= 300 ? Promise.reject(new Error('killed')) : settle.call(rig.store, settled);
      };
      rig.startReplica();
      dieWith(written);
      await untilSent(MANY + 300);
      await eventually(async () => expect(await remaining()).toBe(0));
      const sent = Map.groupBy(rig.queues.take(QUEUE), idOf);
      expect(new Set(sent.keys())).toEqual(ids());
      const times = [...sent.values()].map((copies) => copies.length);
      expect(times.filter((count) => count === 2)).toHaveLength(300);
      expect(Math.max(...times)).toBe(2);
      for (const copies of sent.values()) expect(new Set(copies.map(({ attributes }) => attributes[NB])).size).toBe(1);
    },
    SUITE_MS,
  );
});
