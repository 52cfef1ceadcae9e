import { setTimeout as delay } from 'node:timers/promises';
import type { QuoteResult, QuoteTask } from '@app/contracts';
import type { z } from 'zod';
import { ApiError } from './api-error.js';
import type { QuoteApi } from './quote-api.js';

export interface Watch {
  readonly api: QuoteApi;
  readonly task: QuoteTask;
  /** The last state already known; without it the first result comes at once. */
  readonly etag?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** A service that answers held reads at once instead of holding them is not asked more often than this. */
const PAUSE_MS = 200;
/** A request completes at its deadline; what takes longer than this is not coming. */
const GRACE_SECONDS = 10;

/** The results of a task, each newer than the one before, until it is complete. Throws `ApiError`. */
export async function* watchQuote<Result extends Pick<QuoteResult, 'status' | 'version'>>(
  { api, task, etag: known, signal, now }: Watch,
  schema: z.ZodType<Result>,
): AsyncGenerator<Result, void> {
  const giveUpAt = now() + Date.parse(task.eta) - Date.parse(task.createdAt) + GRACE_SECONDS * 1_000;
  let etag = known;
  let version: number | undefined;
  while (now() < giveUpAt) {
    const askedAt = now();
    const changed = await api.read(task, schema, etag, signal);
    if (changed !== undefined && changed.result.version !== version) {
      etag = changed.etag;
      version = changed.result.version;
      yield changed.result;
      if (changed.result.status === 'COMPLETED') return;
    } else if (now() - askedAt < PAUSE_MS) {
      await delay(PAUSE_MS, undefined, { signal });
    }
  }
  throw new ApiError(api.origin, { kind: 'UNFINISHED', seconds: GRACE_SECONDS });
}
