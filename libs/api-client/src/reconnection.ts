/** When to connect again after a cut, and when to give up. */
export interface Reconnection {
  /** The longest first pause; each further one in a row may be twice as long. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** Connections in a row that brought no event, after which it is over. */
  readonly maxFailures: number;
  /** A connection is cut when nothing came for so long; the server sends a comment every 15 s. */
  readonly silentAfterMs: number;
  /** In [0, 1): pauses are spread, so that a restarted server does not meet everybody at once. */
  readonly random: () => number;
  /** Resolves after the time, or early when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

const sleep: Reconnection['sleep'] = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    }
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });

export const RECONNECTION: Reconnection = {
  baseDelayMs: 500,
  maxDelayMs: 10_000,
  maxFailures: 10,
  silentAfterMs: 45_000,
  random: Math.random,
  sleep,
};

/** Full jitter: anything up to the ceiling of this failure, and no less than the server asked for. */
export function pauseMs(
  { baseDelayMs, maxDelayMs, random }: Reconnection,
  failures: number,
  retryAfterMs: number,
): number {
  const ceiling = Math.min(maxDelayMs, baseDelayMs * 2 ** (failures - 1));
  return retryAfterMs + random() * ceiling;
}

/** May be answered otherwise a moment later. */
export const isTransient = (status: number): boolean => status === 429 || status >= 500;

/** How long the server asks to be left alone, in milliseconds. */
export const retryAfterOf = ({ headers }: Response): number => 1_000 * (Number(headers.get('retry-after')) || 0);
