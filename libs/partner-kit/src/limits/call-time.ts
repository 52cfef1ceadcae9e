import type { Clock } from '@app/ports';

/** What an exchange has to know of the time of the call that it belongs to: a quote, an order of a policy. */
export interface CallTime {
  /** Nobody waits longer than this, in epoch milliseconds. */
  readonly endsBy: number;
  /** What the partner may still take, up to `endsBy`. */
  leftMs(): number;
  /** How long the partner's clock has stood still so far. */
  waitedMs(): number;
  /** The partner's clock stands still until the returned function is called, once. */
  standStill(): () => void;
}

export interface LimitedTimeOptions {
  readonly clock: Clock;
  /** The call ends by then, whatever it waits for. */
  readonly deadline: Date;
  /** What the partner may take in all; undefined: up to the deadline. */
  readonly timeoutMs: number | undefined;
  /** Aborts when the caller has gone. */
  readonly caller: AbortSignal;
}

/**
 * An answer to a call that starts with less than this is one that nobody can use: neither a partner's round trip nor our
 * reading of it fits in.
 */
const SHORTEST_EXCHANGE_MS = 100;

const times = new WeakMap<AbortSignal, CallTime>();

/** The time of a signal that this module made; undefined of any other. */
export const timeOf = (signal: AbortSignal): CallTime | undefined => times.get(signal);

/** Whether an exchange that begins now could still be of use. */
export const isWorthAsking = (signal: AbortSignal): boolean =>
  !signal.aborted && (timeOf(signal)?.leftMs() ?? SHORTEST_EXCHANGE_MS) >= SHORTEST_EXCHANGE_MS;

/**
 * The time of one call to us. Its signal aborts when the caller has gone, at the deadline, or when the partner has had
 * its timeout. All that goes on counts as the partner's, the pause between two polls or two tries too, except while it stands still.
 */
export class LimitedTime implements CallTime {
  readonly endsBy: number;
  readonly signal: AbortSignal;
  private readonly startedAt: number;
  private readonly over = new AbortController();
  private readonly ended = new AbortController();
  /** Waits that go on now; the time that they overlap is counted once. */
  private waits = 0;
  private waitingSince = 0;
  private earlierWaitsMs = 0;

  constructor(private readonly options: LimitedTimeOptions) {
    this.endsBy = options.deadline.getTime();
    this.startedAt = this.now();
    this.signal = AbortSignal.any([options.caller, this.over.signal]);
    times.set(this.signal, this);
    void this.watch();
  }

  leftMs(): number {
    const now = this.now();
    const { timeoutMs = Number.POSITIVE_INFINITY } = this.options;
    return Math.min(this.endsBy - now, timeoutMs - (now - this.startedAt - this.waitedMs()));
  }

  waitedMs(): number {
    return this.earlierWaitsMs + (this.waits > 0 ? this.now() - this.waitingSince : 0);
  }

  standStill(): () => void {
    if (this.waits === 0) this.waitingSince = this.now();
    this.waits += 1;
    return () => {
      if (this.waits === 1) this.earlierWaitsMs = this.waitedMs();
      this.waits -= 1;
    };
  }

  /** The call is done: its time need not be watched any more. */
  end(): void {
    this.ended.abort('done');
  }

  /** Never sleeps past the end, however long the clock stands still: on waking it looks again. */
  private async watch(): Promise<void> {
    for (let leftMs = this.leftMs(); leftMs > 0; leftMs = this.leftMs()) {
      await this.options.clock.sleep(leftMs, this.ended.signal);
      if (this.ended.signal.aborted) return;
    }
    this.over.abort('time is over');
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }
}

/** A signal of the same call, with its time, that another one may end earlier. */
export function endedEarlier(signal: AbortSignal, by: AbortSignal): AbortSignal {
  const either = AbortSignal.any([signal, by]);
  const time = timeOf(signal);
  if (time !== undefined) times.set(either, time);
  return either;
}

const together = (all: readonly CallTime[]): CallTime => ({
  endsBy: Math.max(...all.map(({ endsBy }) => endsBy)),
  leftMs: () => Math.max(...all.map((time) => time.leftMs())),
  waitedMs: () => Math.min(...all.map((time) => time.waitedMs())),
  standStill() {
    const ends = all.map((time) => time.standStill());
    return () => {
      for (const end of ends) end();
    };
  },
});

/** For one exchange on behalf of several calls: it aborts when nobody of them waits any more, and has the longest time. */
export function whileAnybodyWaits(signals: readonly AbortSignal[]): AbortSignal {
  const gone = new AbortController();
  const check = () => {
    if (signals.every(({ aborted }) => aborted)) gone.abort('nobody waits');
  };
  for (const signal of signals) signal.addEventListener('abort', check, { once: true });
  check();
  const all = signals.flatMap((signal) => timeOf(signal) ?? []);
  if (all.length > 0 && all.length === signals.length) times.set(gone.signal, together(all));
  return gone.signal;
}
