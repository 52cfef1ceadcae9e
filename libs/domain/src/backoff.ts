/** How the wait before a repeat grows. */
export interface Backoff {
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * Full jitter: anything from 0 up to `baseMs`, doubled with every repeat and at most `capMs`, so that callers who failed
 * together do not come back together. `repeat` counts from 1; `random` gives numbers in [0, 1).
 */
export const fullJitterMs = ({ baseMs, capMs }: Backoff, repeat: number, random: () => number): number =>
  Math.round(random() * Math.min(capMs, baseMs * 2 ** (repeat - 1)));
