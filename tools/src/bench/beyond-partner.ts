import type { QuoteTiming } from './measure-quote.js';
import type { SandboxCall } from './sandbox-control.js';

/** Milliseconds that the platform added to what the partners took. */
export interface BeyondPartner {
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Answers whose partner call the sandbox has no record of: they are in neither list. */
  readonly unmatched: number;
}

const keyOf = (requestId: string, partner: string): string => `${partner} ${requestId}`;

/** What each partner took for each quote request: its quote calls together, when there were several. */
function ownTimes(calls: readonly SandboxCall[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { reference, partner, durationMs } of calls) {
    if (reference === null) continue;
    const key = keyOf(reference, partner);
    times.set(key, (times.get(key) ?? 0) + durationMs);
  }
  return times;
}

/** From sending the request to an answer, less the own time of the partner that gave it. */
export function beyondPartner(timings: readonly QuoteTiming[], calls: readonly SandboxCall[]): BeyondPartner {
  const own = ownTimes(calls);
  const beyond = (which: 'first' | 'last'): number[] =>
    timings.flatMap((timing) => {
      const { partner, afterMs } = timing[which];
      const ownMs = own.get(keyOf(timing.id, partner));
      return ownMs === undefined ? [] : [afterMs - ownMs];
    });
  const [first, last] = [beyond('first'), beyond('last')];
  return { first, last, unmatched: 2 * timings.length - first.length - last.length };
}
