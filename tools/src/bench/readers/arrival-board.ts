import { setTimeout as delay } from 'node:timers/promises';

/** When the last of a number of readers had an event. */
interface Expected {
  readonly version: number;
  left: number;
  readonly done: PromiseWithResolvers<number>;
}

/** Waits until every reader of a request has an event. One event of a request is waited for at a time. */
export class ArrivalBoard {
  private readonly expected = new Map<string, Expected>();

  constructor(private readonly now: () => number) {}

  arrived(request: string, version: number): void {
    const expected = this.expected.get(request);
    if (expected?.version !== version) return;
    expected.left -= 1;
    if (expected.left === 0) expected.done.resolve(this.now());
  }

  /** When the last reader had it, by the clock; undefined when one of them has not got it in time. */
  async lastArrival(request: string, version: number, readers: number, withinMs: number): Promise<number | undefined> {
    const expected = { version, left: readers, done: Promise.withResolvers<number>() };
    if (readers === 0) return this.now();
    this.expected.set(request, expected);
    const timeUp = new AbortController();
    const tooLong = delay(withinMs, undefined, { signal: timeUp.signal }).catch(() => undefined);
    try {
      return await Promise.race([expected.done.promise, tooLong]);
    } finally {
      timeUp.abort();
      this.expected.delete(request);
    }
  }
}
