import { ManualClock } from '@app/testing';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { QueuePoller } from './queue-poller.js';
import type { ReceivedMessage } from './received-message.js';
import type { ReceiveOptions } from './sqs-queue.js';
import { GateInMemory } from './testing/gate-in-memory.js';
import { messageWith } from './testing/messages.js';

/** A queue whose long polls stay open until messages come or they are aborted. */
class LongPolledQueue {
  readonly name = 'queue';
  readonly asked: number[] = [];
  aborted = 0;
  private messages: string[] = [];
  private arrived = Promise.withResolvers<void>();

  put(...ids: string[]): void {
    this.messages.push(...ids);
    this.arrived.resolve();
  }

  locate = async (): Promise<string> => 'http://queue';

  async receive({ atMost, signal }: ReceiveOptions): Promise<ReceivedMessage[]> {
    this.asked.push(atMost);
    const ended = new Promise((resolve) => signal.addEventListener('abort', resolve));
    if (this.messages.length === 0) await Promise.race([this.arrived.promise, ended]);
    this.arrived = Promise.withResolvers<void>();
    if (signal.aborted) {
      this.aborted += 1;
      throw new Error('aborted');
    }
    return this.messages.splice(0, atMost).map((id) => messageWith({ id }));
  }
}

const moment = () => new Promise(setImmediate);

describe('polling a queue through a gate', () => {
  let poller: QueuePoller;
  let queue: LongPolledQueue;
  let begun: { id: string; end: () => void }[];

  beforeAll(() => Logger.overrideLogger(false));

  async function pollThrough(gate: GateInMemory): Promise<void> {
    queue = new LongPolledQueue();
    begun = [];
    const work = ({ id }: ReceivedMessage) => new Promise<void>((end) => begun.push({ id, end }));
    const clock = new ManualClock();
    poller = new QueuePoller({ queue, gate, concurrency: 100, visibilitySeconds: 16, work, clock, random: () => 0.5 });
    await poller.start();
    await moment();
  }

  const endAll = (): void => {
    for (const { end } of begun) end();
  };

  afterEach(async () => {
    endAll();
    await poller.stop();
  });

  it('does not ask while the gate allows none, and is reachable all the same', async () => {
    await pollThrough(new GateInMemory(0));
    queue.put('m0');
    await moment();
    expect(queue.asked).toEqual([]);
    expect(poller.isReachable).toBe(true);
  });

  it('asks as soon as the gate allows some', async () => {
    const gate = new GateInMemory(0);
    await pollThrough(gate);
    queue.put('m0');
    gate.set(Number.POSITIVE_INFINITY);
    await moment();
    expect(begun.map(({ id }) => id)).toEqual(['m0']);
  });

  it('gives up the long poll that is under way when the gate closes, which is no failure', async () => {
    const gate = new GateInMemory(Number.POSITIVE_INFINITY);
    await pollThrough(gate);
    expect(queue.asked).toEqual([10]);
    gate.set(0);
    await moment();
    expect(queue.aborted).toBe(1);
    queue.put('m0');
    await moment();
    expect(queue.asked).toEqual([10]);
    expect(poller.isReachable).toBe(true);
  });

  it('has no more in hand than the gate allows, however many wait', async () => {
    const gate = new GateInMemory(1);
    await pollThrough(gate);
    queue.put('m0', 'm1', 'm2');
    await moment();
    expect(begun.map(({ id }) => id)).toEqual(['m0']);
    endAll();
    await moment();
    expect(begun.map(({ id }) => id)).toEqual(['m0', 'm1']);
    expect(queue.asked).toEqual([1, 1]);
  });

  it('counts what was in hand before the gate closed', async () => {
    const gate = new GateInMemory(Number.POSITIVE_INFINITY);
    await pollThrough(gate);
    queue.put('m0');
    await moment();
    gate.set(0);
    gate.set(1);
    await moment();
    expect(queue.asked).toEqual([10, 10]);
    endAll();
    await moment();
    expect(queue.asked).toEqual([10, 10, 1]);
  });

  it('stops while the gate is closed', async () => {
    await pollThrough(new GateInMemory(0));
    await poller.stop();
    expect(queue.asked).toEqual([]);
  });
});
