import fc from 'fast-check';
import { faultsOfAnswer } from './answer-checks.js';
import type { DescribedOperation } from './described-operations.js';
import { type FuzzWorld, showsKnownKey } from './fuzz-world.js';
import { hostileCalls, type Subjects } from './hostile-calls.js';
import { HttpSender } from './http-call.js';

export interface FuzzOptions {
  readonly subjects: Subjects;
  readonly numRuns: number;
  readonly seed: number;
  /** After this long an answer counts as never coming, in milliseconds. */
  readonly patienceMs?: number;
  /** Whether calls may ask to be held; not where time passes as slowly as it does. */
  readonly mayWait?: boolean;
}

/**
 * Calls an operation in every way that it should be called and should not be, and says which statuses it answered.
 * Rejects with the call, cut down to what matters, whose answer breaks a promise of the API.
 */
export async function fuzzOperation(
  world: FuzzWorld,
  operation: DescribedOperation,
  { subjects, numRuns, seed, patienceMs, mayWait = true }: FuzzOptions,
): Promise<ReadonlySet<number>> {
  const seen = new Set<number>();
  const sender = new HttpSender(world.business.api, patienceMs);
  const all = hostileCalls(operation, subjects);
  const calls = mayWait ? all : all.filter((call) => call.valuesOf('prefer').length === 0);
  const keepsPromises = fc.asyncProperty(calls, async (call) => {
    const answer = await sender.send(call);
    seen.add(answer.status);
    const faults = faultsOfAnswer(call, operation, answer, showsKnownKey(call.valuesOf('authorization')));
    if (faults.length > 0) throw new Error(`${call}\n→ ${answer.status}: ${faults.join('; ')}`);
  });
  try {
    await fc.assert(keepsPromises, { numRuns, seed, includeErrorInReport: true });
  } finally {
    sender.close();
  }
  return seen;
}
