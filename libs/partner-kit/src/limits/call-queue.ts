import { ok, type Result, refused } from '@app/domain';
import type { CallLimiter, Clock, Lease, NotNow } from '@app/ports';

export interface QueuedCall {
  /** How many requests the partner will count. */
  readonly requests: number;
  /** When the call has surely ended, in epoch milliseconds. */
  readonly endsBy: number;
  /** Later than this it is not worth starting, in epoch milliseconds. */
  readonly startBy: number;
  readonly signal: AbortSignal;
}

/** `GONE`: its signal aborted while it waited. */
export type NoTurn = NotNow | 'GONE';

interface Waiter extends QueuedCall {
  settle(result: Result<Lease, NoTurn>): void;
  fail(error: unknown): void;
}

/** A session may end in another replica without a word to us: this is how often we look. */
const LOOK_AGAIN_MS = 50;

/**
 * Calls that wait for their turn: first come, first served within this process. A call that would have to wait beyond
 * its `startBy` is refused as soon as that is known, and so are those behind it.
 */
export class CallQueue {
  private readonly waiters = new Set<Waiter>();
  private isServing = false;
  /** Nobody who waits can start before. */
  private opensAt = 0;
  private wake: () => void = () => undefined;

  constructor(
    private readonly limiter: CallLimiter,
    private readonly clock: Clock,
  ) {}

  /** Rejects only when the limiter does. */
  async turn(call: QueuedCall): Promise<Result<Lease, NoTurn>> {
    if (call.signal.aborted) return refused('GONE');
    if (this.waiters.size > 0 && this.opensAt > call.startBy)
      return refused({ full: 'RATE', retryAfterMs: this.opensAt - this.now() });
    return new Promise((resolve, reject) => {
      this.join(call, resolve, reject);
      void this.serve();
    });
  }

  private join(
    call: QueuedCall,
    resolve: (result: Result<Lease, NoTurn>) => void,
    fail: (error: unknown) => void,
  ): void {
    const leave = () => waiter.settle(refused('GONE'));
    const waiter: Waiter = {
      ...call,
      fail,
      settle: (result) => {
        call.signal.removeEventListener('abort', leave);
        this.waiters.delete(waiter);
        resolve(result);
      },
    };
    call.signal.addEventListener('abort', leave, { once: true });
    this.waiters.add(waiter);
  }

  /** One after the other, until nobody waits. */
  private async serve(): Promise<void> {
    if (this.isServing) return;
    this.isServing = true;
    for (let first = this.first(); first !== undefined; first = this.first()) await this.serveFirst(first);
    this.isServing = false;
  }

  private first(): Waiter | undefined {
    return this.waiters.values().next().value;
  }

  private async serveFirst(first: Waiter): Promise<void> {
    try {
      const { requests, endsBy } = first;
      const answer = await this.limiter.acquire({ requests, holdMs: endsBy - this.now() });
      if (answer.ok) this.give(first, answer.value);
      else await this.wait(answer.error);
    } catch (error) {
      this.waiters.delete(first);
      first.fail(error);
    }
  }

  private give(waiter: Waiter, lease: Lease): void {
    if (!this.waiters.has(waiter)) {
      lease.release();
      return;
    }
    const release = () => {
      lease.release();
      this.wake();
    };
    waiter.settle(ok({ release }));
  }

  /** Refuses whoever cannot wait that long; for the others, waits. */
  private async wait(notNow: NotNow): Promise<void> {
    const now = this.now();
    const isRate = notNow.full === 'RATE';
    this.opensAt = isRate ? now + notNow.retryAfterMs : now;
    for (const waiter of this.waiters)
      if (isRate ? this.opensAt > waiter.startBy : now >= waiter.startBy) waiter.settle(refused(notNow));
    if (this.waiters.size === 0) return;
    await (isRate ? this.clock.sleep(notNow.retryAfterMs) : this.untilSessionEnds(notNow.retryAfterMs));
  }

  private async untilSessionEnds(atMostMs: number): Promise<void> {
    const woken = new AbortController();
    this.wake = () => woken.abort('a session ended');
    await this.clock.sleep(Math.min(atMostMs, LOOK_AGAIN_MS), woken.signal);
    this.wake = () => undefined;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
