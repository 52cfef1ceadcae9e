import type { ApiSchemas } from '@app/api-client';
import { type QuoteTask, quoteTask } from '@app/contracts';
import type { z } from 'zod';
import { type ApiAddress, ApiConnection } from './api-connection.js';

/** A result that is newer than the one asked about. */
export interface Changed<Result> {
  readonly etag: string | undefined;
  readonly result: Result;
}

/** The longest a read may be held back until something changes (http-api.md). */
const MAX_WAIT_SECONDS = 20;

/** The part of the public API that asks for quotes, over connections that are kept. Everything that fails is an `ApiError`. */
export class QuoteApi {
  private readonly connection: ApiConnection;

  constructor(address: ApiAddress, connections = 4) {
    this.connection = new ApiConnection(address, connections);
  }

  /** `POST /v1/quote-requests`: the task as accepted. */
  async ask(body: string, signal?: AbortSignal): Promise<QuoteTask> {
    const answer = await this.connection.answerTo(
      this.connection.client.POST('/v1/quote-requests', {
        // Sent as it was written, faults and all: the service names them.
        body: body as unknown as ApiSchemas['QuoteRequest'],
        bodySerializer: () => body,
        signal: signal ?? null,
      }),
      signal,
    );
    return this.connection.parse(this.connection.bodyOf(answer, 202), quoteTask);
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
    const { client } = this.connection;
    const answer = await this.connection.answerTo(
      client.GET('/v1/quote-requests/{id}/quotes', { params: { path: { id }, header }, signal: signal ?? null }),
      signal,
    );
    if (answer.response.status === 304) return undefined;
    const result = this.connection.parse(this.connection.bodyOf(answer, 200), schema);
    return { etag: answer.response.headers.get('etag') ?? undefined, result };
  }

  get origin(): string {
    return this.connection.origin;
  }

  /** Ends every connection, whatever is on it. */
  close(): Promise<void> {
    return this.connection.close();
  }
}
