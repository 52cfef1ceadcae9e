import { ManualClock } from '@app/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { messageWith } from './testing/messages.js';
import { VisibilityHeartbeat } from './visibility-heartbeat.js';

function heartbeatOn(hide: (receipt: string, seconds: number) => Promise<void>) {
  const clock = new ManualClock();
  return { clock, heartbeat: new VisibilityHeartbeat({ name: 'queue', hide }, 16, clock).start(messageWith({})) };
}

/** Eight seconds pass, and what follows from it without I/O. */
async function halfTimeout(clock: ManualClock): Promise<void> {
  clock.advance(8_000);
  await new Promise(setImmediate);
}

describe('keeping a message hidden while it is worked on', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('extends each time half of the visibility timeout has passed', async () => {
    const hidden: unknown[] = [];
    const { clock, heartbeat } = heartbeatOn(async (...call) => void hidden.push(call));
    clock.advance(7_999);
    expect(hidden).toEqual([]);
    clock.advance(1);
    await new Promise(setImmediate);
    await halfTimeout(clock);
    expect(hidden).toEqual([
      ['receipt-1', 16],
      ['receipt-1', 16],
    ]);
    await heartbeat.stop();
  });

  it('goes on after an extension that failed', async () => {
    const { clock, heartbeat } = heartbeatOn(() => Promise.reject(new Error('no route')));
    await halfTimeout(clock);
    expect(clock.sleeping).toBe(1);
    await heartbeat.stop();
  });

  it('has stopped only when no extension is under way any more', async () => {
    const order: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const { clock, heartbeat } = heartbeatOn(() => promise.then(() => void order.push('extended')));
    await halfTimeout(clock);
    const stopped = heartbeat.stop().then(() => order.push('stopped'));
    resolve();
    await stopped;
    expect(order).toEqual(['extended', 'stopped']);
    expect(clock.sleeping).toBe(0);
  });
});
