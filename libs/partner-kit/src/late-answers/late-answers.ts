import { type PartnerReply, partnerAnswer } from '@app/contracts';
import { fullJitterMs, type PartnerAnswer } from '@app/domain';
import type { Logger } from '@app/platform';
import type { Clock } from '@app/ports';
import type { PostAnswer } from './post-answer.js';

/** The quote call that ended before its partner had answered. */
export interface UnansweredCall {
  readonly requestId: string;
  readonly startedAt: Date;
  readonly acceptLateUntil: Date;
}

export interface LateAnswersParts {
  readonly partnerId: string;
  /** Absent without a callback API: then late answers are only counted. */
  readonly post: PostAnswer | undefined;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Pick<Logger, 'warn'>;
}

const BACKOFF = { baseMs: 500, capMs: 10_000 };

/** Answers that a partner pushed when nobody waited for them any more (system.md, flow of a quote, step 7). */
export class LateAnswers {
  private readonly stopping = new AbortController();
  private lost = 0;

  constructor(private readonly parts: LateAnswersParts) {}

  /** Posts the answer until it is acknowledged or too late. A failure is no answer: nothing late may replace silence by it. */
  async take(reply: PartnerReply, call: UnansweredCall): Promise<void> {
    const answer = this.answerOf(reply, call);
    if (answer === undefined) return this.lose(call.requestId, 'no sound answer');
    if (this.parts.post === undefined) return this.lose(call.requestId, 'no callback API');
    if (!(await this.isPosted(answer, call.acceptLateUntil, this.parts.post)))
      this.lose(call.requestId, 'not acknowledged in time');
  }

  /** A result that belongs to no call of this process: another replica's, or from before a restart. */
  lose(reference: string, why: string): void {
    this.lost += 1;
    const { partnerId: partner, logger } = this.parts;
    logger.warn({ partner, reference, why, lost: this.lost }, 'a pushed result was not used');
  }

  stop(): void {
    this.stopping.abort();
  }

  private answerOf(reply: PartnerReply, { requestId, startedAt }: UnansweredCall): PartnerAnswer | undefined {
    if (reply.outcome === 'FAILED') return undefined;
    const { clock, newId, partnerId: partner } = this.parts;
    const { status, offers, declines, error } = reply;
    const times = { startedAt: startedAt.toISOString(), finishedAt: clock.now().toISOString() };
    const content = { status, partial: error !== null, error, declines, offers };
    const checked = partnerAnswer.safeParse({
      requestId,
      partner,
      answerId: `ans_${newId()}`,
      attempts: 1,
      ...times,
      ...content,
    });
    return checked.success ? checked.data : undefined;
  }

  private async isPosted(answer: PartnerAnswer, until: Date, post: PostAnswer): Promise<boolean> {
    const { clock, random } = this.parts;
    const { signal } = this.stopping;
    for (let repeat = 1; !signal.aborted && clock.now() < until; repeat += 1) {
      if (await post(answer, signal)) return true;
      await clock.sleep(fullJitterMs(BACKOFF, repeat, random), signal);
    }
    return false;
  }
}
