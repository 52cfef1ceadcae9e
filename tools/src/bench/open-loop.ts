import { setTimeout as delay } from 'node:timers/promises';

export interface OpenLoop {
  /** When each request is due, in milliseconds from the start, ascending. */
  readonly dueMs: readonly number[];
  /** More requests than this are never under way at once: what is due then is not sent, and counted. */
  readonly maxInFlight: number;
  /** Sends one request and follows it to its end. Never rejects. */
  readonly send: () => Promise<void>;
  /** Ends the sending early. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

export interface LoopOutcome {
  /** How long after its due time each request was sent: the load generator's own delay. */
  readonly lateMs: readonly number[];
  readonly notSent: number;
}

/** Waits in steps of a timer; true when the moment has come, false when told to end. */
async function waitUntil(at: number, { now, signal }: OpenLoop): Promise<boolean> {
  while (!signal.aborted && now() < at) await delay(at - now(), undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

/**
 * Sends every request at its due time, whether or not earlier ones are done: a service that gets slow does not slow the
 * load. Resolves when all of them have ended.
 */
export async function runOpenLoop(loop: OpenLoop): Promise<LoopOutcome> {
  const { dueMs, maxInFlight, send, now } = loop;
  const start = now();
  const inFlight = new Set<Promise<void>>();
  const lateMs: number[] = [];
  let notSent = 0;
  for (const due of dueMs) {
    if (!(await waitUntil(start + due, loop))) break;
    if (inFlight.size >= maxInFlight) {
      notSent += 1;
      continue;
    }
    lateMs.push(now() - start - due);
    const request = send().finally(() => inFlight.delete(request));
    inFlight.add(request);
  }
  await Promise.all(inFlight);
  return { lateMs, notSent };
}
