import { describe, expect, it } from '@jest/globals';
import { BackgroundWork } from './background-work.js';

/** Work that ends when it is told to stop. */
const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

describe('work in the background', () => {
  it('is not begun beyond its bound, and again once there is room', async () => {
    const work = new BackgroundWork(1);
    const begun: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    work.start(() => {
      begun.push('first');
      return promise;
    });
    work.start(async () => void begun.push('too much'));
    resolve();
    // The slot is free a few turns of the event loop after the work has ended.
    await new Promise(setImmediate);
    work.start(async () => void begun.push('second'));
    expect(begun).toEqual(['first', 'second']);
  });

  it('is told when everything stops, and none begins afterwards', async () => {
    const work = new BackgroundWork();
    let ended = false;
    work.start(async (signal) => {
      await untilAborted(signal);
      ended = true;
    });
    work.stop();
    work.start(() => Promise.reject(new Error('Begun after the stop')));
    await new Promise(setImmediate);
    expect(ended).toBe(true);
  });
});
