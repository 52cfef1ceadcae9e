import {
  documentPath,
  ISSUANCE_RESULTS_PATH,
  issuanceReceipts,
  WANTED_ATTEMPT_PATH,
  wantedAttemptAnswer,
} from '@app/contracts';
import type { IssuanceResult } from '@app/domain';
import { bufferOf, type CallSigner } from '@app/platform';
import { type FetchedDocument, type IssuanceCallback, type PostedAs, ResultRefusedError } from '@app/ports';
import { BusinessApi } from '../business-api.js';

export interface HttpIssuanceCallbackParts {
  /** Base URL of the business service's internal port. */
  readonly businessUrl: string;
  readonly signer: CallSigner;
}

/** Of either kind. */
const CONNECTIONS = 4;
const MAX_ANSWER_BYTES = 65_536;
const WANTED_WITHIN_MS = 2_000;
const RESULT_WITHIN_MS = 5_000;
const DOCUMENT_WITHIN_MS = 15_000;
/** The content is at fault, or, for a document, nobody has announced it: the same call never ends otherwise. */
const REFUSALS: ReadonlySet<number> = new Set([404, 413, 415, 422]);

/** The business service's internal port. Policies are few, so that each result has a post of its own. */
export class HttpIssuanceCallback implements IssuanceCallback {
  private readonly api: BusinessApi;
  /** Apart: one of them takes longer than anybody waits for an answer, for a free connection included. */
  private readonly documents: BusinessApi;

  constructor({ businessUrl: url, signer }: HttpIssuanceCallbackParts) {
    const parts = { url, signer, connections: CONNECTIONS, maxAnswerBytes: MAX_ANSWER_BYTES };
    this.api = new BusinessApi(parts);
    this.documents = new BusinessApi(parts);
  }

  async isWanted(applicationId: string, attempt: number): Promise<boolean> {
    const question = JSON.stringify({ applicationId, attempt });
    const { status, text } = await this.api.post(WANTED_ATTEMPT_PATH, question, WANTED_WITHIN_MS);
    // It does not know the question.
    if (status === 404) return true;
    if (status !== 200) throw new Error(`the business service answered with status ${status}`);
    return wantedAttemptAnswer.parse(JSON.parse(text)).isWanted;
  }

  async post(result: IssuanceResult): Promise<PostedAs> {
    const { status, text } = await this.api.post(ISSUANCE_RESULTS_PATH, JSON.stringify([result]), RESULT_WITHIN_MS);
    // Here 404 is a business service that is older than this one, which a later one follows.
    if (status !== 200) throw status === 404 ? new Error('nobody takes issuance results yet') : statusError(status);
    const [receipt, ...others] = issuanceReceipts.parse(JSON.parse(text)).results;
    if (receipt === undefined || others.length > 0) throw new Error('the business service sent no receipt');
    if (receipt.result === 'INVALID') throw new ResultRefusedError(receipt.detail ?? 'no detail');
    return receipt.result;
  }

  async keepDocument({ applicationId, documentId, contentType, bytes }: FetchedDocument): Promise<void> {
    const content = { contentType, body: bufferOf(bytes) };
    const { status } = await this.documents.put(documentPath(applicationId, documentId), content, DOCUMENT_WITHIN_MS);
    if (status < 200 || status >= 300) throw statusError(status);
  }

  /** Ends what is still running. */
  async close(): Promise<void> {
    await Promise.all([this.api.close(), this.documents.close()]);
  }
}

function statusError(status: number): Error {
  const message = `the business service answered with status ${status}`;
  return REFUSALS.has(status) ? new ResultRefusedError(message) : new Error(message);
}
