import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import {
  type ClientCredentials,
  type DocumentBytes,
  isSuccess,
  type PartnerHttp,
  type PartnerRequest,
  type PartnerResponse,
  pdfBytes,
  readJson,
} from '@app/partner-kit';
import type { z } from 'zod';
import { type AcmeRefusal, readRefusal, unread } from './errors.js';
import { type AcmePolicy, type AcmePolicyHeaders, type AcmePolicyRequest, acmePolicy } from './policies/wire.js';

/** A question to A: `partnerReference` also correlates its logs with ours. */
export interface AcmeQuestion {
  readonly partnerReference: string;
}

interface AcmeCall extends Pick<PartnerRequest, 'path' | 'maxResponseBytes'> {
  readonly correlationId: string;
  readonly accept?: string;
  /** Of a post. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted; without one the path is read. */
  readonly body?: object;
}

function requestOf(call: AcmeCall, authorization: string): PartnerRequest {
  const { accept = 'application/json', body, correlationId, headers: own, ...rest } = call;
  const headers = { accept, 'x-correlation-id': correlationId, authorization };
  if (body === undefined) return { ...rest, method: 'GET', headers };
  const posted = { ...headers, 'content-type': 'application/json', ...own };
  return { ...rest, method: 'POST', headers: posted, body: JSON.stringify(body) };
}

/** A's API (partners.md A). Sends and checks; what things mean is the business of lines and policies. */
export class AcmeGeneralClient {
  constructor(
    private readonly http: PartnerHttp,
    private readonly tokens: ClientCredentials,
  ) {}

  /** `POST /v1/quotes`: an answer that keeps to its schema, or a refusal. */
  quote<Answer>(
    question: AcmeQuestion,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, AcmeRefusal>> {
    return this.ask({ path: '/v1/quotes', correlationId: question.partnerReference, body: question }, schema, signal);
  }

  /** `POST /v1/policies`. The same key with the same request gets the same answer. */
  issue(
    request: AcmePolicyRequest,
    { idempotencyKey, correlationId }: AcmePolicyHeaders,
    signal: AbortSignal,
  ): Promise<Result<AcmePolicy, AcmeRefusal>> {
    const headers = { 'idempotency-key': idempotencyKey };
    return this.ask({ path: '/v1/policies', correlationId, headers, body: request }, acmePolicy, signal);
  }

  /** `GET /v1/policies/{policyId}`. */
  policy(policyId: string, correlationId: string, signal: AbortSignal): Promise<Result<AcmePolicy, AcmeRefusal>> {
    return this.ask({ path: `/v1/policies/${encodeURIComponent(policyId)}`, correlationId }, acmePolicy, signal);
  }

  /** The PDF at a path that has been checked. */
  async document(
    path: string,
    correlationId: string,
    signal: AbortSignal,
  ): Promise<Result<DocumentBytes, CanonicalError>> {
    const call = { path, correlationId, accept: 'application/pdf', maxResponseBytes: MAX_DOCUMENT_BYTES };
    const response = await this.send(call, signal);
    if (!response.ok) return response;
    const { value: answer } = response;
    return isSuccess(answer) ? pdfBytes(answer.body, answer.status) : refused(readRefusal(answer).error);
  }

  private async ask<Answer>(
    call: AcmeCall,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, AcmeRefusal>> {
    const response = await this.send(call, signal);
    if (!response.ok) return refused(unread(response.error));
    if (!isSuccess(response.value)) return refused(readRefusal(response.value));
    const answer = readJson(response.value, schema);
    return answer.ok ? ok(answer.value) : refused(unread(answer.error));
  }

  private send(call: AcmeCall, signal: AbortSignal): Promise<Result<PartnerResponse, CanonicalError>> {
    return this.tokens.send((authorization) => this.http.send(requestOf(call, authorization), signal), signal);
  }
}
