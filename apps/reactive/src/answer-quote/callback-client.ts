import { type AnswerReceipt, answerReceipts, PARTNER_ANSWERS_PATH } from '@app/contracts';
import type { CallSigner } from '@app/platform';
import { BusinessApi } from '../business-api.js';
import { AnswerRefusedError } from './answer-sink.errors.js';

export interface CallbackClientParts {
  /** Base URL of the business service's internal port. */
  readonly callbackUrl: string;
  readonly signer: CallSigner;
}

const ANSWER_WITHIN_MS = 10_000;
const MAX_RECEIPTS_BYTES = 262_144;
/** Too large, or not an array of 1 to 50 answers. */
const REFUSALS: ReadonlySet<number> = new Set([413, 422]);

/** The callback API: one signed post at a time over one kept connection. */
export class CallbackClient {
  private readonly api: BusinessApi;

  constructor({ callbackUrl, signer }: CallbackClientParts) {
    this.api = new BusinessApi({ url: callbackUrl, signer, connections: 1, maxAnswerBytes: MAX_RECEIPTS_BYTES });
  }

  /**
   * Posts partner answers, each as JSON text, and returns their receipts in the same order. Rejects when nobody can say
   * what became of them, with `AnswerRefusedError` when the post was refused as a whole for what was in it.
   */
  async post(answers: readonly string[]): Promise<readonly AnswerReceipt[]> {
    const { status, text } = await this.api.post(PARTNER_ANSWERS_PATH, `[${answers.join(',')}]`, ANSWER_WITHIN_MS);
    if (status !== 200) throw statusError(status);
    const { results } = answerReceipts.parse(JSON.parse(text));
    if (results.length !== answers.length) throw new Error('the callback API sent another number of receipts');
    return results;
  }

  close(): Promise<void> {
    return this.api.close();
  }
}

function statusError(status: number): Error {
  const message = `the callback API answered with status ${status}`;
  return REFUSALS.has(status) ? new AnswerRefusedError(message) : new Error(message);
}
