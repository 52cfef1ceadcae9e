import { type AnswerReceipt, answerReceipts, PARTNER_ANSWERS_PATH } from '@app/contracts';
import type { CallSigner } from '@app/platform';
import { Client } from 'undici';
import { AnswerRefusedError } from './answer-sink.errors.js';

export interface CallbackClientParts {
  /** Base URL of the business service's internal port. */
  readonly callbackUrl: string;
  readonly signer: CallSigner;
}

const ANSWER_WITHIN_MS = 10_000;
const CONNECT_WITHIN_MS = 2_000;
const MAX_RECEIPTS_BYTES = 262_144;
/** Too large, or not an array of 1 to 50 answers. */
const REFUSALS: ReadonlySet<number> = new Set([413, 422]);

/** The callback API: one signed post at a time over one kept connection. */
export class CallbackClient {
  private readonly client: Client;
  private readonly path: string;

  constructor(private readonly parts: CallbackClientParts) {
    const { origin, pathname } = new URL(parts.callbackUrl);
    this.path = `${pathname.replace(/\/$/, '')}${PARTNER_ANSWERS_PATH}`;
    this.client = new Client(origin, {
      connect: { timeout: CONNECT_WITHIN_MS },
      maxResponseSize: MAX_RECEIPTS_BYTES,
      allowH2: false,
    });
  }

  /**
   * Posts partner answers, each as JSON text, and returns their receipts in the same order. Rejects when nobody can say
   * what became of them, with `AnswerRefusedError` when the post was refused as a whole for what was in it.
   */
  async post(answers: readonly string[]): Promise<readonly AnswerReceipt[]> {
    const body = `[${answers.join(',')}]`;
    const response = await this.client.request({
      method: 'POST',
      path: this.path,
      headers: { 'content-type': 'application/json', ...this.parts.signer.sign(body) },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await response.body.text();
    if (response.statusCode !== 200) throw statusError(response.statusCode);
    const { results } = answerReceipts.parse(JSON.parse(text));
    if (results.length !== answers.length) throw new Error('the callback API sent another number of receipts');
    return results;
  }

  close(): Promise<void> {
    return this.client.destroy();
  }
}

function statusError(status: number): Error {
  const message = `the callback API answered with status ${status}`;
  return REFUSALS.has(status) ? new AnswerRefusedError(message) : new Error(message);
}
