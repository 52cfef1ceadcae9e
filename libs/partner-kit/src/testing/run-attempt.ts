import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '@app/testing';
import {
  type AttemptResult,
  attemptIssuance,
  type IssuanceSteps,
  PATIENCE,
  type Patience,
} from '../issuance/attempt.js';
import { LimitedTime } from '../limits/call-time.js';

export interface AttemptPlan {
  readonly steps: (clock: ManualClock) => IssuanceSteps;
  readonly inquireFirst?: boolean;
  readonly withinMs?: number;
  /** Half of the longest wait by default. */
  readonly random?: () => number;
  readonly patience?: Patience;
  readonly caller?: AbortSignal;
}

const TICK_MS = 50;

/** One attempt in time that passes only while everybody waits. Tells when it ended, in milliseconds from its start. */
export async function runAttempt({
  steps,
  inquireFirst = false,
  withinMs = 30_000,
  random = () => 0.5,
  patience = PATIENCE,
  caller = new AbortController().signal,
}: AttemptPlan): Promise<AttemptResult & { readonly endedAtMs: number }> {
  const clock = new ManualClock();
  const startedAt = clock.now().getTime();
  const deadline = new Date(startedAt + withinMs);
  const time = new LimitedTime({ clock, deadline, timeoutMs: undefined, caller });
  let isDone = false;
  const done = attemptIssuance(steps(clock), { clock, random, patience }, { inquireFirst, signal: time.signal });
  const settled = done.finally(() => {
    isDone = true;
  });
  // A turn of the event loop lets everything happen that waits for no clock.
  for (await setImmediate(); !isDone; await setImmediate()) clock.advance(TICK_MS);
  const result = await settled;
  time.end();
  return { ...result, endedAtMs: clock.now().getTime() - startedAt };
}
