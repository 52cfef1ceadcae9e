import { type AnswerReceipt, MAX_ANSWERS_PER_POST } from '@app/contracts';
import { fullJitterMs, type PartnerAnswer } from '@app/domain';
import type { Logger } from '@app/platform';
import type { AnswerSink, Clock } from '@app/ports';
import { AnswerRefusedError } from './answer-sink.errors.js';
import type { CallbackClient } from './callback-client.js';

export interface CallbackAnswerSinkParts {
  readonly client: Pick<CallbackClient, 'post'>;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

interface WaitingAnswer {
  readonly text: string;
  readonly acceptLateUntil: Date;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const BACKOFF = { baseMs: 200, capMs: 5_000 };
/** In characters; well below the megabyte that the callback API takes. */
const MAX_POST_LENGTH = 400_000;

/**
 * Posts answers to the callback API in batches of whatever has arrived while the post before was under way: no answer
 * waits when nothing else is, and many need few posts.
 */
export class CallbackAnswerSink implements AnswerSink {
  private waiting: WaitingAnswer[] = [];
  private isPosting = false;
  private readonly stopping = new AbortController();

  constructor(private readonly parts: CallbackAnswerSinkParts) {}

  post(answer: PartnerAnswer, acceptLateUntil: Date): Promise<void> {
    const text = JSON.stringify(answer);
    return new Promise((resolve, reject) => {
      this.waiting.push({ text, acceptLateUntil, resolve, reject });
      if (!this.isPosting) void this.postWaiting();
    });
  }

  /** From now on an answer is tried once: whoever takes over this process's messages posts it again. */
  stopRetrying(): void {
    this.stopping.abort();
  }

  private async postWaiting(): Promise<void> {
    this.isPosting = true;
    let failures = 0;
    while (this.waiting.length > 0) {
      // After a failure one answer alone tries the way: if another one of the batch was the cause, this one gets through.
      const batch = this.take(failures === 0 ? MAX_ANSWERS_PER_POST : 1);
      failures = (await this.isAcknowledged(batch)) ? 0 : failures + 1;
      if (failures > 0) await this.backOff(failures);
      this.giveUpLate();
    }
    this.isPosting = false;
  }

  private take(atMost: number): WaitingAnswer[] {
    let length = 0;
    const end = this.waiting.findIndex(({ text }, index) => {
      length += text.length;
      return index === atMost || (index > 0 && length > MAX_POST_LENGTH);
    });
    return this.waiting.splice(0, end === -1 ? this.waiting.length : end);
  }

  private async isAcknowledged(batch: readonly WaitingAnswer[]): Promise<boolean> {
    const { client, logger } = this.parts;
    try {
      const receipts = await client.post(batch.map(({ text }) => text));
      for (const [index, answer] of batch.entries()) settle(answer, receipts[index]);
      return true;
    } catch (error) {
      logger.warn({ err: error, answers: batch.length }, 'the callback API did not acknowledge answers');
      if (batch.length === 1 && error instanceof AnswerRefusedError) giveUp(batch, error);
      else this.postAgain(batch);
      return false;
    }
  }

  private postAgain(batch: readonly WaitingAnswer[]): void {
    if (this.stopping.signal.aborted) giveUp(batch, new Error('stopped before the answer was acknowledged'));
    else this.waiting.push(...batch);
  }

  private async backOff(failures: number): Promise<void> {
    const { clock, random } = this.parts;
    await clock.sleep(fullJitterMs(BACKOFF, failures, random), this.stopping.signal);
  }

  /** Nobody takes an answer after its request's `acceptLateUntil`. */
  private giveUpLate(): void {
    const now = this.parts.clock.now();
    const { late = [], inTime = [] } = Object.groupBy(this.waiting, ({ acceptLateUntil }) =>
      acceptLateUntil <= now ? 'late' : 'inTime',
    );
    giveUp(late, new Error('the answer could not be posted in time'));
    this.waiting = inTime;
  }
}

function giveUp(answers: readonly WaitingAnswer[], error: Error): void {
  for (const { reject } of answers) reject(error);
}

/** Stored, duplicate, late or unknown: whatever became of it, it has arrived. */
function settle({ resolve, reject }: WaitingAnswer, receipt: AnswerReceipt | undefined): void {
  if (receipt?.result === 'INVALID') reject(new AnswerRefusedError(receipt.detail ?? 'no detail'));
  else resolve();
}
