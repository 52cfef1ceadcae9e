import { setImmediate } from 'node:timers/promises';
import type { OutboxMessage } from '@app/ports';
import { QUOTE_LIFECYCLE_TOPIC } from '@app/product-lines';
import { eventually, InMemoryOutbox, ManualClock, outboxMessage, RecordingPublisher } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { EventRelay } from './event-relay.js';

const LEASE_MS = 5_000;

describe('the relay', () => {
  let clock: ManualClock;
  let outbox: InMemoryOutbox;
  let publisher: RecordingPublisher;
  let relay: EventRelay;
  beforeEach(() => {
    clock = new ManualClock();
    outbox = new InMemoryOutbox(clock, LEASE_MS);
    publisher = new RecordingPublisher();
    relay = new EventRelay({ publisher, outbox, clock, random: () => 0.5, leaseMs: LEASE_MS });
  });

  const messages = (count: number, topic = 'quotes'): OutboxMessage[] =>
    Array.from({ length: count }, () => outboxMessage({ topic }));
  const commit = (committed: readonly OutboxMessage[]) => {
    outbox.add(committed);
    relay.committed(committed);
  };
  /** Lets time pass in small steps until the expectation holds. */
  const inTime = (expectation: () => void) =>
    eventually(expectation, {
      attempts: 1_000,
      pause: () => {
        clock.advance(20);
        return setImmediate();
      },
    });

  it('publishes what was committed, then takes it out of the outbox', async () => {
    const committed = messages(3);
    commit(committed);
    await inTime(() => expect(outbox.messages).toEqual([]));
    expect(publisher.published).toEqual(committed);
    expect(publisher.calls).toHaveLength(1);
  });

  it('publishes what arrives during a call together with the next one', async () => {
    const gate = Promise.withResolvers<void>();
    publisher.gate = gate.promise;
    commit(messages(1));
    await eventually(() => expect(publisher.calls).toHaveLength(1));
    commit(messages(2));
    commit(messages(3));
    gate.resolve();
    await inTime(() => expect(publisher.published).toHaveLength(6));
    expect(publisher.calls.map(({ length }) => length)).toEqual([1, 5]);
  });

  it('lets lifecycle events wait a moment for each other, and nothing else', async () => {
    commit(messages(1, QUOTE_LIFECYCLE_TOPIC));
    commit(messages(1));
    await eventually(() => expect(publisher.published.map(({ topic }) => topic)).toEqual(['quotes']));
    commit(messages(2, QUOTE_LIFECYCLE_TOPIC));
    await inTime(() => expect(outbox.messages).toEqual([]));
    expect(publisher.calls.map(({ length }) => length)).toEqual([1, 3]);
  });

  it('tries again what the topic did not take, and only that', async () => {
    const [first, second] = [outboxMessage({ topic: 'quotes' }), outboxMessage({ topic: 'quotes' })];
    publisher.behaviour = (message) => (message === second ? 'REFUSED' : 'TAKEN');
    commit([first, second]);
    await eventually(() => expect(publisher.published).toEqual([first]));
    publisher.behaviour = () => 'TAKEN';
    await inTime(() => expect(outbox.messages).toEqual([]));
    expect(publisher.published).toEqual([first, second]);
  });

  it('goes on trying while nothing can be sent, and leaves the rest to the sweeper when its claim ends', async () => {
    publisher.behaviour = () => 'UNREACHABLE';
    commit(messages(2));
    await inTime(() => expect(publisher.calls.length).toBeGreaterThan(3));
    clock.advance(LEASE_MS);
    await inTime(() => expect(relay.room).toBe(5_000));
    const calls = publisher.calls.length;
    clock.advance(60_000);
    expect(publisher.calls).toHaveLength(calls);
    expect(await outbox.claim(10)).toHaveLength(2);
  });

  it('is not held up on one topic by another that is down', async () => {
    publisher.behaviour = ({ topic }) => (topic === 'down' ? 'UNREACHABLE' : 'TAKEN');
    commit([...messages(2, 'down'), ...messages(2, 'up')]);
    await eventually(() => expect(publisher.published.map(({ topic }) => topic)).toEqual(['up', 'up']));
    expect(outbox.messages.map(({ topic }) => topic)).toContain('down');
  });

  it('holds a bounded number of messages; the others stay in the outbox', async () => {
    const gate = Promise.withResolvers<void>();
    publisher.gate = gate.promise;
    commit(messages(5_000));
    commit(messages(1));
    expect(relay.room).toBe(0);
    gate.resolve();
    await inTime(() => expect(outbox.messages).toHaveLength(1));
    expect(relay.room).toBe(5_000);
  });

  it('finishes what is in hand when it stops', async () => {
    commit(messages(3));
    await relay.stop();
    expect(publisher.published).toHaveLength(3);
    expect(outbox.messages).toEqual([]);
  });

  it('stops in time also when nothing can be sent', async () => {
    publisher.behaviour = () => 'UNREACHABLE';
    commit(messages(1));
    let stopped = false;
    void relay.stop().then(() => {
      stopped = true;
    });
    await inTime(() => expect(stopped).toBe(true));
    expect(outbox.messages).toHaveLength(1);
  });

  it('removes published messages later when the outbox cannot be reached', async () => {
    const remove = outbox.remove.bind(outbox);
    let refusals = 2;
    outbox.remove = async (ids) => {
      refusals -= 1;
      if (refusals >= 0) throw new Error('database away');
      await remove(ids);
    };
    commit(messages(3));
    await inTime(() => expect(outbox.messages).toEqual([]));
    expect(publisher.published).toHaveLength(3);
  });

  describe('when a consent is withdrawn', () => {
    const withdrawn = '01989d1a-0000-7000-8000-00000000000a';
    const asked = (correlationId: string, count = 1): OutboxMessage[] =>
      Array.from({ length: count }, () => outboxMessage({ topic: 'quotes', correlationId, revocable: true }));
    /** The topic is busy with something else from now on. */
    const occupyTopic = async () => {
      const gate = Promise.withResolvers<void>();
      publisher.gate = gate.promise;
      commit(messages(1));
      await eventually(() => expect(publisher.calls).toHaveLength(1));
      return gate;
    };

    it('drops what waits of it at once, and nothing else', async () => {
      const gate = await occupyTopic();
      const others = [...asked('01989d1a-0000-7000-8000-00000000000b'), ...messages(1)];
      const told = outboxMessage({ topic: 'quotes', correlationId: withdrawn, revocable: false });
      commit([...asked(withdrawn, 5), told, ...others]);
      relay.revoke(withdrawn);
      expect(relay.room).toBe(5_000 - 4);
      gate.resolve();
      await inTime(() => expect(relay.room).toBe(5_000));
      expect(publisher.published.slice(1)).toEqual([told, ...others]);
    });

    it('does not try again what is on its way and is not taken', async () => {
      const gate = Promise.withResolvers<void>();
      publisher.gate = gate.promise;
      publisher.behaviour = () => (publisher.calls.length === 1 ? 'REFUSED' : 'TAKEN');
      commit(asked(withdrawn));
      await eventually(() => expect(publisher.calls).toHaveLength(1));
      relay.revoke(withdrawn);
      gate.resolve();
      await inTime(() => expect(relay.room).toBe(5_000));
      expect(publisher.published).toEqual([]);
    });

    it('publishes nothing of it from a claim that was taken just before', async () => {
      relay.revoke(withdrawn);
      clock.advance(LEASE_MS);
      const told = messages(1);
      commit([...asked(withdrawn), ...told]);
      await inTime(() => expect(relay.room).toBe(5_000));
      expect(publisher.published).toEqual(told);
    });
  });
});
