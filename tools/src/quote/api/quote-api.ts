import { problem, type QuoteTask, quoteTask } from '@app/contracts';
import { errors, Pool } from 'undici';
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

function failureOf(error: unknown): ApiFailure {
  if (TIMEOUTS.some((timeout) => error instanceof timeout)) return { kind: 'SILENT', seconds: SILENT_AFTER_SECONDS };
  if (typeof error === 'object' && error !== null && 'code' in error)
    return { kind: 'UNREACHABLE', code: String(error.code) };
  return { kind: 'UNREACHABLE', code: String(error) };
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
}

const oneValue = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** The part of the public API that asks for quotes, over connections that are kept. Everything that fails is an `ApiError`. */
export class QuoteApi {
  private readonly pool: Pool;
  private readonly authorization: string;

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
    this.authorization = `Bearer ${address.key}`;
  }

  /** `POST /v1/quote-requests`: the task as accepted. */
  async ask(body: string, signal?: AbortSignal): Promise<QuoteTask> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.call({ method: 'POST', path: '/v1/quote-requests', body, headers, signal });
    return this.parse(answer, 202, quoteTask);
  }

  /**
   * A task's result: at once without an ETag, else held back until it is no longer the one of the ETag. Undefined when
   * nothing has changed within 20 s.
   */
  async read<Result>(
    { links }: QuoteTask,
    schema: z.ZodType<Result>,
    etag: string | undefined,
    signal?: AbortSignal,
  ): Promise<Changed<Result> | undefined> {
    const headers: Record<string, string> =
      etag === undefined ? {} : { 'if-none-match': etag, prefer: `wait=${MAX_WAIT_SECONDS}` };
    const answer = await this.call({ method: 'GET', path: links.quotes, headers, signal });
    if (answer.status === 304) return undefined;
    return { etag: answer.etag, result: this.parse(answer, 200, schema) };
  }

  get origin(): string {
    return this.address.api;
  }

  /** Ends every connection, whatever is on it. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async call({ signal, ...call }: Call): Promise<Answer> {
    const headers = { ...call.headers, authorization: this.authorization, accept: 'application/json' };
    try {
      const response = await this.pool.request({ ...call, headers, signal: signal ?? null });
      const { statusCode: status, body } = response;
      return { status, etag: oneValue(response.headers.etag), text: await body.text() };
    } catch (error) {
      signal?.throwIfAborted();
      throw new ApiError(this.origin, failureOf(error));
    }
  }

  private parse<Result>({ status, text }: Answer, expected: number, schema: z.ZodType<Result>): Result {
    const json = readJson(text);
    if (status !== expected) {
      const failure = { kind: 'REFUSED', status, problem: problem.safeParse(json).data } as const;
      throw new ApiError(this.origin, failure);
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    throw new ApiError(this.origin, { kind: 'UNREADABLE', detail: z.prettifyError(parsed.error) });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
