import { describe, expect, it } from '@jest/globals';
import { runOpenLoop } from './open-loop.js';

const now = (): number => performance.now();
const signal = new AbortController().signal;

describe('the open loop', () => {
  it('sends what is due although nothing has ended yet', async () => {
    const { promise: allSent, resolve } = Promise.withResolvers<void>();
    let sent = 0;
    const send = (): Promise<void> => {
      sent += 1;
      if (sent === 3) resolve();
      return allSent;
    };
    const { lateMs } = await runOpenLoop({ dueMs: [0, 1, 2], maxInFlight: 10, send, signal, now });
    expect(lateMs).toHaveLength(3);
  });

  it('keeps to its bound, and counts what it did not send', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const dueMs = [0, 0, 0, 0];
    const outcome = runOpenLoop({ dueMs, maxInFlight: 2, send: () => promise, signal, now });
    setImmediate(resolve);
    expect(await outcome).toMatchObject({ notSent: 2, lateMs: [expect.any(Number), expect.any(Number)] });
  });

  it('ends early when told to', async () => {
    const controller = new AbortController();
    const send = async (): Promise<void> => controller.abort();
    const outcome = await runOpenLoop({ dueMs: [0, 3_600_000], maxInFlight: 2, send, signal: controller.signal, now });
    expect(outcome.lateMs).toHaveLength(1);
  });
});
