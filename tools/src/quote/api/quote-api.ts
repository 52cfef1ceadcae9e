import { type ApiClient, type ApiClientOptions, type ApiSchemas, createApiClient } from '@app/api-client';
import { problem, type QuoteTask, quoteTask } from '@app/contracts';
import { errors, fetch, Pool, Request as UndiciRequest } from 'undici';
import { z } from 'zod';
import { ApiError, type ApiFailure } from './api-error.js';

export interface ApiAddress {
  /** An origin, `http://127.0.0.1:3000`. */
  readonly api: string;
  readonly key: string;
}

/** A result that is newer than the one asked about. */
export interface Changed<Result> {
  readonly etag: string | undefined;
  readonly result: Result;
}

/** The longest a read may be held back until something changes (http-api.md). */
const MAX_WAIT_SECONDS = 20;
/** Beyond the longest held read. */
const SILENT_AFTER_SECONDS = 30;

const TIMEOUTS = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError];

/** Of what a call rejects with: fetch hides the reason in the cause. */
function failureOf(rejection: unknown): ApiFailure {
  if (rejection instanceof SyntaxError) return { kind: 'UNREADABLE', detail: rejection.message };
  const error = rejection instanceof TypeError ? (rejection.cause ?? rejection) : rejection;
  if (TIMEOUTS.some((timeout) => error instanceof timeout)) return { kind: 'SILENT', seconds: SILENT_AFTER_SECONDS };
  if (typeof error === 'object' && error !== null && 'code' in error)
    return { kind: 'UNREACHABLE', code: String(error.code) };
  return { kind: 'UNREACHABLE', code: String(error) };
}

/** What the client makes of an answer, whatever it is. */
interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** undici's own fetch over a pool: Node's takes no other version's connections. */
function transportOver(pool: Pool): Pick<ApiClientOptions, 'fetch' | 'Request'> {
  const overPool = (request: unknown) => fetch(request as UndiciRequest, { dispatcher: pool });
  // The same standard by two hands: undici's types are not those of Node.
  return { fetch: overPool, Request: UndiciRequest } as unknown as Pick<ApiClientOptions, 'fetch' | 'Request'>;
}

/** The part of the public API that asks for quotes, over connections that are kept. Everything that fails is an `ApiError`. */
export class QuoteApi {
  private readonly pool: Pool;
  private readonly client: ApiClient;

  constructor(
    private readonly address: ApiAddress,
    connections = 4,
  ) {
    const timeout = SILENT_AFTER_SECONDS * 1_000;
    this.pool = new Pool(address.api, {
      connections,
      headersTimeout: timeout,
      bodyTimeout: timeout,
      connectTimeout: timeout,
    });
    this.client = createApiClient({ baseUrl: address.api, key: address.key, ...transportOver(this.pool) });
  }

  /** `POST /v1/quote-requests`: the task as accepted. */
  async ask(body: string, signal?: AbortSignal): Promise<QuoteTask> {
    const answer = await this.answerTo(
      this.client.POST('/v1/quote-requests', {
        // Sent as it was written, faults and all: the service names them.
        body: body as unknown as ApiSchemas['QuoteRequest'],
        bodySerializer: () => body,
        signal: signal ?? null,
      }),
      signal,
    );
    return this.parse(answer, 202, quoteTask);
  }

  /**
   * A task's result: at once without an ETag, else held back until it is no longer the one of the ETag. Undefined when
   * nothing has changed within 20 s.
   */
  async read<Result>(
    { id }: QuoteTask,
    schema: z.ZodType<Result>,
    etag: string | undefined,
    signal?: AbortSignal,
  ): Promise<Changed<Result> | undefined> {
    const header = etag === undefined ? {} : { 'If-None-Match': etag, Prefer: `wait=${MAX_WAIT_SECONDS}` };
    const answer = await this.answerTo(
      this.client.GET('/v1/quote-requests/{id}/quotes', { params: { path: { id }, header }, signal: signal ?? null }),
      signal,
    );
    if (answer.response.status === 304) return undefined;
    return { etag: answer.response.headers.get('etag') ?? undefined, result: this.parse(answer, 200, schema) };
  }

  get origin(): string {
    return this.address.api;
  }

  /** Ends every connection, whatever is on it. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async answerTo(call: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
    try {
      return await call;
    } catch (error) {
      signal?.throwIfAborted();
      throw new ApiError(this.origin, failureOf(error));
    }
  }

  private parse<Result>({ data, error, response }: Answer, expected: number, schema: z.ZodType<Result>): Result {
    const { status } = response;
    if (status !== expected) {
      const failure = { kind: 'REFUSED', status, problem: problem.safeParse(error).data } as const;
      throw new ApiError(this.origin, failure);
    }
    const parsed = schema.safeParse(data);
    if (parsed.success) return parsed.data;
    throw new ApiError(this.origin, { kind: 'UNREADABLE', detail: z.prettifyError(parsed.error) });
  }
}
