import type { CallNotes } from '../wire/partner-call.js';

/** One finished call, as the control side shows it. */
export interface LoggedCall extends CallNotes {
  /** Counts finished calls from 1. */
  readonly seq: number;
  readonly partner: string;
  /** Null when the call ended without a status line: lost on purpose, or its client went away. */
  readonly status: number | null;
  /** RFC 3339 UTC with milliseconds. */
  readonly startedAt: string;
  /** From the request received to the answer sent or the connection closed. */
  readonly durationMs: number;
}

export interface CallFilter {
  readonly partner?: string | undefined;
  readonly operation?: string | undefined;
  /** Only calls that finished after this one. */
  readonly after?: number | undefined;
}

/** The last calls, oldest first. Bounded: the oldest make room. */
export class CallLog {
  #calls: LoggedCall[] = [];
  #seq = 0;

  constructor(private readonly capacity = 100_000) {}

  record(call: Omit<LoggedCall, 'seq'>): void {
    this.#seq += 1;
    this.#calls.push({ seq: this.#seq, ...call });
    // Trimmed in large steps: dropping one by one would move the whole array at every call.
    if (this.#calls.length >= 1.1 * this.capacity) this.#calls = this.#calls.slice(-this.capacity);
  }

  list({ partner, operation, after = 0 }: CallFilter = {}): LoggedCall[] {
    return this.#calls
      .slice(-this.capacity)
      .filter((call) => call.seq > after)
      .filter((call) => partner === undefined || call.partner === partner)
      .filter((call) => operation === undefined || call.operation === operation);
  }

  /** The sequence number goes on: whoever reads on from an earlier one misses nothing. */
  clear(): void {
    this.#calls = [];
  }
}
