import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type ApiSchemas, followApplication } from '@app/api-client';
import { type AcceptanceBody, type ApplicationView, applicationView } from '@app/contracts';
import { z } from 'zod';
import { type ApiAddress, ApiConnection } from './api-connection.js';
import { repeatPost } from './repeat-post.js';

export type ApplicationDocument = ApplicationView['documents'][number];

const bytes = z.instanceof(ArrayBuffer).transform((buffer) => new Uint8Array(buffer));

/** The part of the public API that applications use. Everything that fails is an `ApiError`. */
export class ApplicationApi {
  private readonly connection: ApiConnection;

  constructor(address: ApiAddress) {
    this.connection = new ApiConnection(address, 2);
  }

  get origin(): string {
    return this.connection.origin;
  }

  /** `POST /v1/applications`. One key for all repetitions: nothing is applied for twice. */
  apply(body: unknown, signal: AbortSignal): Promise<ApplicationView> {
    const header = { 'Idempotency-Key': randomUUID() };
    return this.post(signal, () =>
      this.connection.client.POST('/v1/applications', {
        // Sent as it was written, faults and all: the service names them.
        body: body as ApiSchemas['ApplicationRequest'],
        params: { header },
        signal,
      }),
    );
  }

  /** `POST /v1/applications/{id}/acceptances` */
  accept({ id }: ApplicationView, body: AcceptanceBody, signal: AbortSignal): Promise<ApplicationView> {
    const params = { path: { id }, header: { 'Idempotency-Key': randomUUID() } };
    return this.post(signal, () =>
      this.connection.client.POST('/v1/applications/{id}/acceptances', { body, params, signal }),
    );
  }

  /** Each newer state of an application, until one is as wanted. */
  async *follow(
    { id, version }: ApplicationView,
    until: (application: Pick<ApplicationView, 'status' | 'documents'>) => boolean,
    signal: AbortSignal,
  ): AsyncGenerator<ApplicationView, void> {
    const states = followApplication(this.connection.client, { id, afterVersion: version }, { signal, until });
    for (;;) {
      const { done, value } = await this.connection.answerTo(states.next(), signal);
      if (done) return;
      yield this.connection.parse(value, applicationView);
    }
  }

  /** The bytes of a document. */
  async document({ id }: ApplicationView, document: ApplicationDocument, signal: AbortSignal): Promise<Uint8Array> {
    const answer = await this.connection.answerTo(
      this.connection.client.GET('/v1/applications/{id}/documents/{documentId}', {
        params: { path: { id, documentId: document.id } },
        parseAs: 'arrayBuffer',
        signal,
      }),
      signal,
    );
    return this.connection.parse(this.connection.bodyOf(answer, 200), bytes);
  }

  /** Ends every connection, whatever is on it. */
  close(): Promise<void> {
    return this.connection.close();
  }

  private async post(
    signal: AbortSignal,
    call: () => Promise<Parameters<ApiConnection['bodyOf']>[0]>,
  ): Promise<ApplicationView> {
    const accepted = await repeatPost(
      async () => this.connection.bodyOf(await this.connection.answerTo(call(), signal), 202),
      (ms) => delay(ms, undefined, { signal }),
    );
    return this.connection.parse(accepted, applicationView);
  }
}
