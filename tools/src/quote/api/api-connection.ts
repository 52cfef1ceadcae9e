import { type ApiClient, type ApiClientOptions, ApiProblem, createApiClient } from '@app/api-client';
import { problem } from '@app/contracts';
import { errors, fetch, Pool, Request as UndiciRequest } from 'undici';
import { z } from 'zod';
import { ApiError, type ApiFailure } from './api-error.js';

export interface ApiAddress {
  /** An origin, `http://127.0.0.1:3000`. */
  readonly api: string;
  readonly key: string;
}

/** Beyond the longest held read. */
const SILENT_AFTER_SECONDS = 30;

const TIMEOUTS = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError];

/** Of what a call rejects with: fetch hides the reason in the cause. */
function failureOf(rejection: unknown): ApiFailure {
  if (rejection instanceof ApiProblem)
    return { kind: 'REFUSED', status: rejection.status, problem: problem.safeParse(rejection.problem).data };
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

/** The typed client over connections that are kept. Everything that fails is an `ApiError`. */
export class ApiConnection {
  readonly client: ApiClient;
  private readonly pool: Pool;

  constructor(
    private readonly address: ApiAddress,
    connections: number,
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

  get origin(): string {
    return this.address.api;
  }

  /** What a call answers. Throws the reason of the signal when that has aborted. */
  async answerTo<Answered>(call: Promise<Answered>, signal: AbortSignal | undefined): Promise<Answered> {
    try {
      return await call;
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof ApiError ? error : new ApiError(this.origin, failureOf(error));
    }
  }

  /** The body of an answer with the status that was expected. */
  bodyOf({ data, error, response: { status } }: Answer, expected: number): unknown {
    if (status === expected) return data;
    throw new ApiError(this.origin, { kind: 'REFUSED', status, problem: problem.safeParse(error).data });
  }

  /** A body in the form that http-api.md gives it. */
  parse<Result>(body: unknown, schema: z.ZodType<Result>): Result {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new ApiError(this.origin, { kind: 'UNREADABLE', detail: z.prettifyError(parsed.error) });
  }

  /** Ends every connection, whatever is on it. */
  close(): Promise<void> {
    return this.pool.destroy();
  }
}
