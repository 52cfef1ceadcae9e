import type { PartnerAnswer } from '@app/domain';
import type { AnswerSink, Clock } from '@app/ports';
import type { WorkLimits } from '../issue-policy/issuance-order.js';

/** The sink of one invocation: it is told when there is no more time. */
export interface StoppableSink extends AnswerSink {
  /** From now on an answer is tried once. */
  stopRetrying(): void;
}

/** Until when each part of the work may go on. */
export interface InvocationLimits extends WorkLimits {
  readonly returnAt: Date;
}

/** So long before the function is stopped: what a call brings must still be posted, and what became of it told. */
const CALLS_END_BEFORE_MS = 3_000;
const POSTS_END_BEFORE_MS = 1_500;
const RETURN_BEFORE_MS = 500;

/**
 * The invocation under way: an instance of a function works on one at a time. What is begun in it ends in it, since
 * between two invocations the process stands still.
 */
export class Invocation implements AnswerSink {
  private sink: StoppableSink | null = null;
  private current: InvocationLimits;

  constructor(
    private readonly clock: Clock,
    private readonly newSink: () => StoppableSink,
  ) {
    this.current = this.limitsOf(0);
  }

  get limits(): InvocationLimits {
    return this.current;
  }

  /** `remainingMs` until the function is stopped. */
  begin(remainingMs: number): InvocationLimits {
    this.current = this.limitsOf(remainingMs);
    this.sink = this.newSink();
    return this.current;
  }

  async post(answer: PartnerAnswer, acceptLateUntil: Date): Promise<void> {
    const { postsUntil } = this.current;
    if (this.sink === null) throw new Error('the invocation has no time left for posts');
    await this.sink.post(answer, acceptLateUntil < postsUntil ? acceptLateUntil : postsUntil);
  }

  /** What is not acknowledged by now is given up; its message is delivered again. */
  endPosts(): void {
    this.sink?.stopRetrying();
    this.sink = null;
  }

  private limitsOf(remainingMs: number): InvocationLimits {
    const end = this.clock.now().getTime() + remainingMs;
    return {
      callsUntil: new Date(end - CALLS_END_BEFORE_MS),
      postsUntil: new Date(end - POSTS_END_BEFORE_MS),
      returnAt: new Date(end - RETURN_BEFORE_MS),
    };
  }
}
