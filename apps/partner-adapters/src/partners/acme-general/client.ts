import { ok, type Result, refused } from '@app/domain';
import { type ClientCredentials, isSuccess, type PartnerHttp, readJson } from '@app/partner-kit';
import type { z } from 'zod';
import { type AcmeRefusal, readRefusal, unread } from './errors.js';

/** A question to A: `partnerReference` also correlates its logs with ours. */
export interface AcmeQuestion {
  readonly partnerReference: string;
}

/** A's API (partners.md A). Sends and checks; what things mean is the lines' business. */
export class AcmeGeneralClient {
  constructor(
    private readonly http: PartnerHttp,
    private readonly tokens: ClientCredentials,
  ) {}

  /** `POST /v1/quotes`: an answer that keeps to its schema, or a refusal. */
  async quote<Answer>(
    question: AcmeQuestion,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, AcmeRefusal>> {
    const response = await this.post('/v1/quotes', question, signal);
    if (!response.ok) return refused(unread(response.error));
    if (!isSuccess(response.value)) return refused(readRefusal(response.value));
    const answer = readJson(response.value, schema);
    return answer.ok ? ok(answer.value) : refused(unread(answer.error));
  }

  private post(path: string, question: AcmeQuestion, signal: AbortSignal) {
    const body = JSON.stringify(question);
    const common = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-correlation-id': question.partnerReference,
    };
    return this.tokens.send(
      (authorization) => this.http.send({ method: 'POST', path, headers: { ...common, authorization }, body }, signal),
      signal,
    );
  }
}
