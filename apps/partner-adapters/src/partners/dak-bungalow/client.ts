import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import {
  checkDocument,
  type DocumentBytes,
  isSuccess,
  type PartnerHttp,
  type PartnerResponse,
  partnerRefusal,
  pdfBytes,
} from '@app/partner-kit';
import { dakBungalow } from '@app/partner-registry';
import { z } from 'zod';
import { readDocument } from './document.js';
import { type DakRefusal, readRefusal } from './errors.js';
import { formBody, formText } from './form.js';

export type DakParameters = Readonly<Record<string, string>>;

interface DakFunction {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Return codes that are answers; every other one is a refusal. */
  readonly answers: ReadonlySet<string>;
  readonly maxResponseBytes?: number;
}

const FUNCTIONS = {
  /** A price, a decline or a referral. */
  quote: { method: 'POST', path: '/cgi-bin/pquote.do', answers: new Set(['00', '10', '20']) },
  propose: { method: 'POST', path: '/cgi-bin/pprop.do', answers: new Set(['00']) },
  /** A policy, the one that there was before, or one that is being made. */
  issue: { method: 'POST', path: '/cgi-bin/pissue.do', answers: new Set(['00', '01', '05']) },
  /** As above, or none. */
  status: { method: 'GET', path: '/cgi-bin/pstatus.do', answers: new Set(['00', '01', '05', '47']) },
} as const satisfies Record<string, DakFunction>;

/** Answered with a document; whatever is lines of text is a refusal. */
const DOCUMENT: DakFunction = {
  method: 'GET',
  path: '/cgi-bin/pdoc.do',
  answers: new Set(),
  maxResponseBytes: MAX_DOCUMENT_BYTES,
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=ISO-8859-1' };

/** D's API (partners.md D). Sends and checks; what things mean is the business of lines and policies. */
export class DakBungalowClient {
  constructor(
    private readonly http: PartnerHttp,
    private readonly apiKey: string,
  ) {}

  /** One function of D: an answer that keeps to its schema, or a refusal. */
  async ask<Answer>(
    name: keyof typeof FUNCTIONS,
    parameters: DakParameters,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, DakRefusal>> {
    const response = await this.send(FUNCTIONS[name], parameters, signal);
    return response.ok ? this.read(response.value, FUNCTIONS[name], schema) : refused({ error: response.error });
  }

  /** `pdoc.do`: the document of a policy. */
  async document(policyNumber: string, signal: AbortSignal): Promise<Result<DocumentBytes, CanonicalError>> {
    const response = await this.send(DOCUMENT, { policy_no: policyNumber }, signal);
    if (!response.ok) return response;
    const document = pdfBytes(response.value.body, response.value.status);
    if (document.ok && isSuccess(response.value)) return document;
    const refusal = this.read(response.value, DOCUMENT, z.never());
    return refusal.ok ? document : refused(refusal.error.error);
  }

  private read<Answer>(
    response: PartnerResponse,
    { answers }: DakFunction,
    schema: z.ZodType<Answer>,
  ): Result<Answer, DakRefusal> {
    // D itself answers 200 whatever happens: anything else is somebody's in between.
    if (!isSuccess(response)) return refused({ error: partnerRefusal(response, dakBungalow.errorCodes) });
    const document = readDocument(response);
    if (!document.ok) return refused({ error: document.error });
    if (!answers.has(document.value.rc)) return refused(readRefusal(response, document.value));
    const answer = checkDocument(document.value, schema, response.status);
    return answer.ok ? ok(answer.value) : refused({ error: answer.error });
  }

  /** The key stands in the query: this path is in no message and no log. */
  private send({ method, path, maxResponseBytes }: DakFunction, parameters: DakParameters, signal: AbortSignal) {
    const withKey = `${path}?api_key=${formText(this.apiKey)}`;
    const form = formBody(parameters);
    const call = method === 'POST' ? { path: withKey, headers: FORM, body: form } : { path: `${withKey}&${form}` };
    return this.http.send({ method, ...call, ...(maxResponseBytes && { maxResponseBytes }) }, signal);
  }
}
