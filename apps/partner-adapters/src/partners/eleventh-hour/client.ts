import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import {
  type DocumentBytes,
  isSuccess,
  type PartnerHttp,
  type PartnerResponse,
  pdfBytes,
  readJson,
} from '@app/partner-kit';
import { readRefusal } from './errors.js';
import { type EleventhHourPolicyOrder, type SubmittedPolicy, submittedPolicy } from './policies/wire.js';
import { type EleventhHourQuestion, type PolledJob, polledJob, type SubmittedJob, submittedJob } from './wire.js';

const QUOTES = '/api/v3/quote-requests';
const POLICIES = '/api/v3/policies';
const JSON_TYPE = 'application/json';

/** What a GET is to bring; JSON of an ordinary size by default. */
interface Expected {
  readonly accept?: string;
  readonly maxResponseBytes?: number;
}

/** E's API (partners.md E). Sends and checks; what things mean is the lines' and the policies' business. */
export class EleventhHourClient {
  constructor(
    private readonly http: PartnerHttp,
    private readonly apiKey: string,
  ) {}

  /** `POST /api/v3/quote-requests`: the job; the same one whenever the id is the same. */
  async submit(
    question: EleventhHourQuestion,
    requestId: string,
    signal: AbortSignal,
  ): Promise<Result<SubmittedJob, CanonicalError>> {
    const response = await this.post(QUOTES, question, requestId, signal);
    return response.ok ? readJson(response.value, submittedJob) : response;
  }

  /** `GET /api/v3/quote-requests/{jobId}`: how far it is. */
  poll(jobId: string, signal: AbortSignal): Promise<Result<PolledJob, CanonicalError>> {
    return this.pollAt(`${QUOTES}/${jobId}`, signal);
  }

  /** `POST /api/v3/policies`: the job; the same one whenever the id is the same. */
  async submitPolicy(
    order: EleventhHourPolicyOrder,
    requestId: string,
    signal: AbortSignal,
  ): Promise<Result<SubmittedPolicy, CanonicalError>> {
    const response = await this.post(POLICIES, order, requestId, signal);
    return response.ok ? readJson(response.value, submittedPolicy) : response;
  }

  /** `GET /api/v3/policies/{jobId}`: how far it is. */
  pollPolicy(jobId: string, signal: AbortSignal): Promise<Result<PolledJob, CanonicalError>> {
    return this.pollAt(`${POLICIES}/${jobId}`, signal);
  }

  /** The document at a path that was checked. */
  async document(path: string, signal: AbortSignal): Promise<Result<DocumentBytes, CanonicalError>> {
    const response = await this.get(path, signal, { accept: 'application/pdf', maxResponseBytes: MAX_DOCUMENT_BYTES });
    return response.ok ? pdfBytes(response.value.body, response.value.status) : response;
  }

  private async post(path: string, body: object, requestId: string, signal: AbortSignal) {
    const headers = { ...this.headers(), 'content-type': 'application/json', 'x-request-id': requestId };
    const sent = { method: 'POST', path, headers, body: JSON.stringify(body) } as const;
    return accepted(await this.http.send(sent, signal));
  }

  private async pollAt(path: string, signal: AbortSignal): Promise<Result<PolledJob, CanonicalError>> {
    const response = await this.get(path, signal);
    return response.ok ? readJson(response.value, polledJob) : response;
  }

  private async get(path: string, signal: AbortSignal, { accept = JSON_TYPE, ...size }: Expected = {}) {
    // E limits submits; polls have a pace of their own.
    const sent = { method: 'GET', path, headers: this.headers(accept), countsAs: 0, ...size } as const;
    return accepted(await this.http.send(sent, signal));
  }

  private headers(accept = JSON_TYPE) {
    return { accept, authorization: `ApiKey ${this.apiKey}` };
  }
}

const accepted = (response: Result<PartnerResponse, CanonicalError>): Result<PartnerResponse, CanonicalError> =>
  response.ok && !isSuccess(response.value) ? refused(readRefusal(response.value)) : response;
