import type { CallLimits, Lease } from '@app/ports';
import { eventually, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CallQueue, type NoTurn } from './call-queue.js';
import { InProcessCallLimiter } from './in-process-call-limiter.js';

const HOUR_MS = 3_600_000;

describe('calls that wait for their turn', () => {
  let clock: ManualClock;
  let queue: CallQueue;
  let settled: string[];

  beforeEach(() => {
    clock = new ManualClock();
    settled = [];
  });

  const limitedTo = (limits: CallLimits) => {
    queue = new CallQueue(new InProcessCallLimiter(limits, clock), clock);
  };

  const patience = () => new AbortController().signal;

  /** A call that may wait for so long; what became of it is noted under its name, in the order that it was known. */
  async function call(name: string, patienceMs: number, signal = patience()): Promise<Lease | NoTurn> {
    const now = clock.now().getTime();
    const turn = await queue.turn({ requests: 1, startBy: now + patienceMs, endsBy: now + HOUR_MS, signal });
    settled.push(`${name} ${turn.ok ? 'starts' : turn.error === 'GONE' ? 'is gone' : turn.error.retryAfterMs}`);
    return turn.ok ? turn.value : turn.error;
  }

  const settledAre = (...expected: string[]) => eventually(() => expect(settled).toEqual(expected));
  const asleep = () => eventually(() => expect(clock.sleeping).toBe(1));

  it('starts them in the order they came', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 100 }, sessions: null });
    for (const name of ['first', 'second', 'third']) void call(name, 1_000);
    await settledAre('first starts');
    await asleep();
    clock.advance(100);
    await settledAre('first starts', 'second starts');
    await asleep();
    clock.advance(100);
    await settledAre('first starts', 'second starts', 'third starts');
  });

  it('refuses at once whoever would wait too long, with the time to come back', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 10_000 }, sessions: null });
    for (const name of ['first', 'second']) void call(name, 2_000);
    await settledAre('first starts', 'second 10000');
    clock.advance(9_000);
    void call('third', 2_000);
    await asleep();
    void call('fourth', 500);
    await settledAre('first starts', 'second 10000', 'fourth 1000');
    clock.advance(1_000);
    await settledAre('first starts', 'second 10000', 'fourth 1000', 'third starts');
  });

  it('starts the next one as soon as a session of this process ends', async () => {
    limitedTo({ rateLimit: null, sessions: 1 });
    const first = call('first', 1_000);
    void call('second', 1_000);
    await asleep();
    const lease = await first;
    if (lease !== 'GONE' && 'release' in lease) lease.release();
    await settledAre('first starts', 'second starts');
  });

  it('refuses a call for which no session ended in time', async () => {
    limitedTo({ rateLimit: null, sessions: 1 });
    void call('first', 1_000);
    void call('second', 80);
    await asleep();
    clock.advance(50);
    await asleep();
    expect(settled).toEqual(['first starts']);
    clock.advance(50);
    await eventually(() => expect(settled).toHaveLength(2));
    expect(settled[1]).toMatch(/^second \d+$/);
  });

  it('forgets a call whose caller has gone, and takes the next one instead', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 100 }, sessions: null });
    const leaving = new AbortController();
    void call('first', 1_000);
    void call('second', 1_000, leaving.signal);
    void call('third', 1_000);
    await asleep();
    leaving.abort();
    await settledAre('first starts', 'second is gone');
    clock.advance(100);
    await settledAre('first starts', 'second is gone', 'third starts');
  });

  it('does not let a caller in who has gone already', async () => {
    limitedTo({ rateLimit: null, sessions: null });
    expect(await call('late', 1_000, AbortSignal.abort())).toBe('GONE');
  });

  it('fails the call, and only that, for which the limiter could not be reached', async () => {
    const limiter = new InProcessCallLimiter({ rateLimit: null, sessions: null }, clock);
    let down = true;
    const flaky = {
      acquire: (...asked: Parameters<typeof limiter.acquire>) =>
        down ? Promise.reject(new Error('away')) : limiter.acquire(...asked),
    };
    queue = new CallQueue(flaky, clock);
    await expect(call('first', 1_000)).rejects.toThrow('away');
    down = false;
    await call('second', 1_000);
    expect(settled).toEqual(['second starts']);
  });
});
