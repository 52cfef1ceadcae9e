import { ManualClock } from '@app/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { QueuePoller } from './queue-poller.js';
import type { ReceivedMessage } from './received-message.js';
import type { ReceiveOptions } from './sqs-queue.js';
import { messageWith } from './testing/messages.js';

/** A queue that holds the given messages, and long polls that stay open when they are gone. */
class QueueInMemory {
  readonly name = 'queue';
  readonly asked: number[] = [];
  failure: Error | undefined;
  located = 0;
  private readonly messages: ReceivedMessage[];

  constructor(ids: readonly string[]) {
    this.messages = ids.map((id) => messageWith({ id }));
  }

  async locate(): Promise<string> {
    this.located += 1;
    if (this.failure !== undefined) throw this.failure;
    return 'http://queue';
  }

  async receive({ atMost, signal }: ReceiveOptions): Promise<ReceivedMessage[]> {
    this.asked.push(atMost);
    const messages = this.messages.splice(0, atMost);
    if (messages.length > 0) return messages;
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    throw new Error('aborted');
  }
}

/** Handlers that work until they are told to finish. */
class SlowWork {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, () => void>();

  readonly work = ({ id }: ReceivedMessage): Promise<void> => {
    this.begun.push(id);
    return new Promise((resolve) => this.ends.set(id, resolve));
  };

  finish(id: string): void {
    this.ends.get(id)?.();
  }
}

function pollerOn(queue: QueueInMemory, concurrency: number) {
  const slow = new SlowWork();
  const clock = new ManualClock();
  const parts = { queue, concurrency, visibilitySeconds: 16, work: slow.work, clock, random: () => 0.5 };
  const poller = new QueuePoller(parts);
  void poller.start();
  return { poller, slow, clock };
}

const moment = () => new Promise(setImmediate);

describe('polling a queue', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('never waits for the slowest message of a batch before it asks again', async () => {
    const ids = Array.from({ length: 15 }, (_, n) => `m${n}`);
    const { poller, slow } = pollerOn(new QueueInMemory(ids), 100);
    await moment();
    expect(slow.begun).toEqual(ids);
    for (const id of ids) slow.finish(id);
    await poller.stop();
  });

  it('asks only for what there is room for, and for nothing while there is none', async () => {
    const queue = new QueueInMemory(Array.from({ length: 20 }, (_, n) => `m${n}`));
    const { poller, slow } = pollerOn(queue, 12);
    await moment();
    expect(queue.asked).toEqual([10, 2]);
    slow.finish('m3');
    await moment();
    expect(queue.asked).toEqual([10, 2, 1]);
    const stopped = poller.stop();
    await moment();
    for (const id of slow.begun) slow.finish(id);
    await stopped;
    expect(slow.begun).toHaveLength(13);
  });

  it('has stopped when the message in hand is finished', async () => {
    const { poller, slow } = pollerOn(new QueueInMemory(['m0']), 100);
    await moment();
    let stopped = false;
    const stopping = poller.stop().then(() => {
      stopped = true;
    });
    await moment();
    expect(stopped).toBe(false);
    slow.finish('m0');
    await stopping;
  });

  it('keeps trying while the queue cannot be reached, ever more slowly, and says so', async () => {
    const queue = new QueueInMemory(['m0']);
    queue.failure = new Error('no route');
    const { poller, slow, clock } = pollerOn(queue, 100);
    await moment();
    expect(poller.isReachable).toBe(false);
    expect(queue.located).toBe(1);
    clock.advance(125);
    await moment();
    clock.advance(249);
    await moment();
    expect(queue.located).toBe(2);
    queue.failure = undefined;
    clock.advance(1);
    await moment();
    expect(poller.isReachable).toBe(true);
    expect(slow.begun).toEqual(['m0']);
    slow.finish('m0');
    await poller.stop();
  });
});
