import type { ApiClient, ApiSchemas } from './api-client.js';
import { ApiProblem } from './api-problem.js';
import type { FollowOptions } from './follow-quote.js';
import { isTransient, pauseMs, RECONNECTION, type Reconnection, retryAfterOf } from './reconnection.js';

type Application = ApiSchemas['Application'];

export interface ApplicationToFollow {
  readonly id: string;
  /** The capability of the application; a public client has to show it. */
  readonly accessToken?: string | undefined;
  /** The version that is known already: only what comes after it is of interest. */
  readonly afterVersion?: number;
}

export interface ApplicationFollowOptions extends FollowOptions {
  /** What to follow it to. By default until it is issued, rejected or expired. */
  readonly until?: (application: Application) => boolean;
}

type Read =
  | { readonly outcome: 'READ'; readonly application: Application }
  | { readonly outcome: 'NOTHING_NEWER' }
  | { readonly outcome: 'FAILED'; readonly error: unknown; readonly retryAfterMs: number };

/** The longest a read may be held back until something changes (http-api.md). */
const MAX_WAIT_SECONDS = 20;
/** A server that is too busy to hold reads answers them at once: it is not asked more often than this. */
const PAUSE_MS = 200;

const ENDS: readonly Application['status'][] = ['ISSUED', 'REJECTED', 'EXPIRED'];
const hasEnded = ({ status }: Application): boolean => ENDS.includes(status);

/** One read: at once while no version is known, else held back until there is a newer one. */
async function read(
  client: ApiClient,
  { id, accessToken, afterVersion }: ApplicationToFollow,
  signal: AbortSignal,
): Promise<Read> {
  const held = { 'If-None-Match': `"${afterVersion}"`, Prefer: `wait=${MAX_WAIT_SECONDS}` };
  const { data, error, response } = await client.GET('/v1/applications/{id}', {
    params: { path: { id }, header: afterVersion === undefined ? {} : held },
    headers: accessToken === undefined ? {} : { 'X-Access-Token': accessToken },
    cache: 'no-store',
    signal,
  });
  if (response.status === 304) return { outcome: 'NOTHING_NEWER' };
  if (response.ok && data) return { outcome: 'READ', application: data };
  const problem = new ApiProblem(response.status, error);
  if (!isTransient(response.status)) throw problem;
  return { outcome: 'FAILED', error: problem, retryAfterMs: retryAfterOf(response) };
}

/** A network that fails, or is silent for too long, is a failed read. */
async function tryRead(
  client: ApiClient,
  application: ApplicationToFollow,
  silentAfterMs: number,
  signal: AbortSignal | undefined,
): Promise<Read> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error(`Nothing came for ${silentAfterMs} ms`)), silentAfterMs);
  const either = signal === undefined ? silence.signal : AbortSignal.any([signal, silence.signal]);
  try {
    return await read(client, application, either);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ApiProblem) throw error;
    return { outcome: 'FAILED', error, retryAfterMs: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** Waits before it tries again after so many failures in a row; throws the last error when there were too many. */
async function pauseAfter(
  { error, retryAfterMs }: Read & { readonly outcome: 'FAILED' },
  failures: number,
  rules: Reconnection,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (failures > rules.maxFailures) throw error;
  await rules.sleep(pauseMs(rules, failures, retryAfterMs), signal);
}

/**
 * An application as it stands, and again after each change, each version newer than the one before, until it has ended.
 * One that only people can move on (`PRICE_CHANGED`, `NEEDS_ATTENTION`) is followed on: stop reading, or name it in
 * `until`. Throws `ApiProblem` when the API refuses, the last error when it cannot be reached for too long, and the
 * reason of the signal when that aborts.
 */
export async function* followApplication(
  client: ApiClient,
  application: ApplicationToFollow,
  { signal, reconnection, until = hasEnded }: ApplicationFollowOptions = {},
): AsyncGenerator<Application, void> {
  const rules = { ...RECONNECTION, ...reconnection };
  let known = application;
  for (let failures = 0; ; ) {
    const answer = await tryRead(client, known, rules.silentAfterMs, signal);
    const isNewer = answer.outcome === 'READ' && answer.application.version > (known.afterVersion ?? 0);
    failures = answer.outcome === 'FAILED' ? failures + 1 : 0;
    if (answer.outcome === 'FAILED') {
      await pauseAfter(answer, failures, rules, signal);
    } else if (isNewer) {
      known = { ...known, afterVersion: answer.application.version };
      yield answer.application;
      if (until(answer.application)) return;
    } else {
      await rules.sleep(PAUSE_MS, signal);
    }
    signal?.throwIfAborted();
  }
}
