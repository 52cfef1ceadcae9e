import type { ApiClient, ApiSchemas } from './api-client.js';
import { ApiProblem } from './api-problem.js';
import { isTransient, pauseMs, RECONNECTION, type Reconnection, retryAfterOf } from './reconnection.js';
import { serverSentEvents } from './server-sent-events.js';

export type QuoteEvent =
  | ({ readonly type: 'answer' } & ApiSchemas['AnswerEvent'])
  | ({ readonly type: 'completed' } & ApiSchemas['CompletedEvent']);

export interface QuoteToFollow {
  readonly id: string;
  /** The capability of the quote request; a public client has to show it. */
  readonly accessToken?: string | undefined;
  /** The version that is known already: only what comes after it is of interest. */
  readonly afterVersion?: number;
}

export interface FollowOptions {
  readonly signal?: AbortSignal;
  readonly reconnection?: Partial<Reconnection>;
}

type Connection =
  | { readonly outcome: 'OPEN'; readonly body: ReadableStream<Uint8Array> }
  | { readonly outcome: 'NOTHING_NEWER' }
  | { readonly outcome: 'FAILED'; readonly error: unknown; readonly retryAfterMs: number };

async function connect(
  client: ApiClient,
  { id, accessToken }: QuoteToFollow,
  lastEventId: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const { data, error, response } = await client.GET('/v1/quote-requests/{id}/events', {
    params: { path: { id }, header: lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId } },
    headers: accessToken === undefined ? {} : { 'X-Access-Token': accessToken },
    parseAs: 'stream',
    cache: 'no-store',
    signal: signal ?? null,
  });
  if (response.status === 204) return { outcome: 'NOTHING_NEWER' };
  if (response.ok && data) return { outcome: 'OPEN', body: data };
  const problem = new ApiProblem(response.status, error);
  if (!isTransient(response.status)) throw problem;
  return { outcome: 'FAILED', error: problem, retryAfterMs: retryAfterOf(response) };
}

/** A network that fails is a failed connection. */
async function tryConnect(...args: Parameters<typeof connect>): Promise<Connection> {
  const [, , , signal] = args;
  return connect(...args).catch((error: unknown): Connection => {
    signal?.throwIfAborted();
    if (error instanceof ApiProblem) throw error;
    return { outcome: 'FAILED', error, retryAfterMs: 0 };
  });
}

/** Undefined for a kind of event that this version does not know. */
function quoteEvent(type: string | undefined, data: string): QuoteEvent | undefined {
  // The form of both is the API's promise, and its document is what the types are made of.
  return type === 'answer' || type === 'completed' ? ({ ...JSON.parse(data), type } as QuoteEvent) : undefined;
}

/**
 * What happens to a quote request, each event once and in order, until it is complete. A cut is mended: it goes on after
 * the last event. Throws `ApiProblem` when the API refuses, the last error when it cannot be reached for too long, and
 * the reason of the signal when that aborts.
 */
export async function* followQuote(
  client: ApiClient,
  quote: QuoteToFollow,
  { signal, reconnection }: FollowOptions = {},
): AsyncGenerator<QuoteEvent, void> {
  const rules = { ...RECONNECTION, ...reconnection };
  let lastEventId = quote.afterVersion?.toString();
  for (let failures = 0; ; ) {
    const connection = await tryConnect(client, quote, lastEventId, signal);
    if (connection.outcome === 'NOTHING_NEWER') return;
    if (connection.outcome === 'OPEN') {
      for await (const { event, data, id } of serverSentEvents(connection.body, rules.silentAfterMs)) {
        failures = 0;
        lastEventId = id ?? lastEventId;
        const known = quoteEvent(event, data);
        if (known !== undefined) yield known;
        if (known?.type === 'completed') return;
      }
    }
    signal?.throwIfAborted();
    failures += 1;
    const failed =
      connection.outcome === 'FAILED' ? connection : { error: new Error('The stream was cut'), retryAfterMs: 0 };
    if (failures > rules.maxFailures) throw failed.error;
    await rules.sleep(pauseMs(rules, failures, failed.retryAfterMs), signal);
    signal?.throwIfAborted();
  }
}
