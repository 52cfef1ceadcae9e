import { ok, type Result, refused } from '@app/domain';
import { checkDocument, isSuccess, type PartnerHttp, type PartnerResponse, partnerRefusal } from '@app/partner-kit';
import { dakBungalow } from '@app/partner-registry';
import type { z } from 'zod';
import { readDocument } from './document.js';
import { type DakRefusal, readRefusal } from './errors.js';
import { formBody, formText } from './form.js';

export type DakParameters = Readonly<Record<string, string>>;

const HEADERS = { 'content-type': 'application/x-www-form-urlencoded; charset=ISO-8859-1' };

/** A price, a decline or a referral; every other return code is a refusal. */
const ANSWERS: ReadonlySet<string> = new Set(['00', '10', '20']);

/** D's API (partners.md D). Sends and checks; what things mean is the lines' business. */
export class DakBungalowClient {
  constructor(
    private readonly http: PartnerHttp,
    private readonly apiKey: string,
  ) {}

  /** `pquote.do`: an answer that keeps to its schema, or a refusal. */
  async quote<Answer>(
    parameters: DakParameters,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, DakRefusal>> {
    const response = await this.post('/cgi-bin/pquote.do', parameters, signal);
    if (!response.ok) return refused({ error: response.error });
    return this.read(response.value, schema);
  }

  private read<Answer>(response: PartnerResponse, schema: z.ZodType<Answer>): Result<Answer, DakRefusal> {
    // D itself answers 200 whatever happens: anything else is somebody's in between.
    if (!isSuccess(response)) return refused({ error: partnerRefusal(response, dakBungalow.errorCodes) });
    const document = readDocument(response);
    if (!document.ok) return refused({ error: document.error });
    if (!ANSWERS.has(document.value.rc)) return refused(readRefusal(response, document.value));
    const answer = checkDocument(document.value, schema, response.status);
    return answer.ok ? ok(answer.value) : refused({ error: answer.error });
  }

  /** The key stands in the query: this path is in no message and no log. */
  private post(path: string, parameters: DakParameters, signal: AbortSignal) {
    const withKey = `${path}?api_key=${formText(this.apiKey)}`;
    return this.http.send({ method: 'POST', path: withKey, headers: HEADERS, body: formBody(parameters) }, signal);
  }
}
