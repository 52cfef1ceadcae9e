import { ApiError, type ApiFailure } from './api-error.js';

/** Between the posts that bring no answer. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000];

/** May be answered otherwise a moment later, by an earlier post of the same key perhaps. */
function isTransient(failure: ApiFailure): boolean {
  if (failure.kind !== 'REFUSED') return failure.kind === 'UNREACHABLE' || failure.kind === 'SILENT';
  return [429, 503].includes(failure.status) || failure.problem?.code === 'idempotency-in-progress';
}

/**
 * Posts until it is answered for good, five times at most. Only for what may be repeated: a post with an Idempotency-Key.
 * Throws the last error.
 */
export async function repeatPost<Answered>(
  post: () => Promise<Answered>,
  sleep: (ms: number) => Promise<unknown>,
): Promise<Answered> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await post();
    } catch (error) {
      if (!(error instanceof ApiError) || !isTransient(error.failure)) throw error;
      await sleep(pauseMs);
    }
  }
  return post();
}
