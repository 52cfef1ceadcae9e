import { type CanonicalError, type Result, refused } from '@app/domain';
import { isSuccess, type PartnerHttp, type PartnerResponse, readJson } from '@app/partner-kit';
import { readRefusal } from './errors.js';
import { type EleventhHourQuestion, type PolledJob, polledJob, type SubmittedJob, submittedJob } from './wire.js';

const PATH = '/api/v3/quote-requests';

/** E's API (partners.md E). Sends and checks; what things mean is the lines' business. */
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
    const headers = { ...this.headers(), 'content-type': 'application/json', 'x-request-id': requestId };
    const sent = { method: 'POST', path: PATH, headers, body: JSON.stringify(question) } as const;
    const response = accepted(await this.http.send(sent, signal));
    return response.ok ? readJson(response.value, submittedJob) : response;
  }

  /** `GET /api/v3/quote-requests/{jobId}`: how far it is. */
  async poll(jobId: string, signal: AbortSignal): Promise<Result<PolledJob, CanonicalError>> {
    // E limits submits; polls have a pace of their own.
    const sent = { method: 'GET', path: `${PATH}/${jobId}`, headers: this.headers(), countsAs: 0 } as const;
    const response = accepted(await this.http.send(sent, signal));
    return response.ok ? readJson(response.value, polledJob) : response;
  }

  private headers() {
    return { accept: 'application/json', authorization: `ApiKey ${this.apiKey}` };
  }
}

const accepted = (response: Result<PartnerResponse, CanonicalError>): Result<PartnerResponse, CanonicalError> =>
  response.ok && !isSuccess(response.value) ? refused(readRefusal(response.value)) : response;
