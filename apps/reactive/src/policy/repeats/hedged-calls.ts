import type { Clock } from '@app/ports';
import type { PartnerOperation } from '../partner-operation.js';
import type { OperationOf } from '../partner-operations.js';
import { type AnyReply, type Asked, type Attempt, isAnswer, type PolicyStep } from '../policy-step.js';

type Start<Reply extends AnyReply> = (limits: Pick<Attempt<unknown>, 'signal' | 'onCall'>) => Promise<Asked<Reply>>;

/** One of two attempts for the same answer. */
class Run<Reply extends AnyReply> {
  readonly called = Promise.withResolvers<void>();
  readonly asked: Promise<Asked<Reply>>;
  private readonly notNeeded = new AbortController();
  private calls = 0;

  constructor(start: Start<Reply>) {
    const onCall = () => {
      this.calls += 1;
      this.called.resolve();
    };
    this.asked = start({ signal: this.notNeeded.signal, onCall });
  }

  get callsSoFar(): number {
    return this.calls;
  }

  giveUp(): void {
    this.notNeeded.abort('the other call has brought an answer');
  }
}

/**
 * A call that takes longer than the partner's p95 gets a second one beside it, at the cost of a retry: the first answer
 * wins, and the other call is given up. Only where the registry allows it.
 */
export class HedgedCalls {
  constructor(
    private readonly operationOf: OperationOf,
    private readonly clock: Clock,
  ) {}

  readonly step: PolicyStep = (next) => async (attempt) => {
    const operation = this.operationOf(attempt.partner);
    const afterMs = operation.settings.hedging ? operation.p95Ms : null;
    if (afterMs === null) return next(attempt);
    const start: Start<Awaited<ReturnType<typeof next>>['reply']> = (limits) => next({ ...attempt, ...limits });
    const first = new Run(start);
    if (await this.hasEndedWithin(first, afterMs)) return first.asked;
    if (!operation.couldCallNow || !operation.budget.take()) return first.asked;
    return this.firstAnswer(first, new Run(start), operation);
  };

  /** The time runs from the call: an attempt that waits for its turn is not late. */
  private async hasEndedWithin({ called, asked }: Run<AnyReply>, ms: number): Promise<boolean> {
    const decided = new AbortController();
    // One that takes just as long as most is not late.
    const over = called.promise.then(() => this.clock.sleep(ms + 1, decided.signal));
    try {
      return await Promise.race([asked.then(() => true), over.then(() => false)]);
    } finally {
      decided.abort('decided');
    }
  }

  private async firstAnswer<Reply extends AnyReply>(
    first: Run<Reply>,
    second: Run<Reply>,
    { budget }: PartnerOperation,
  ): Promise<Asked<Reply>> {
    try {
      const winner = await answerOf(first, second);
      return { ...winner, calls: first.callsSoFar + second.callsSoFar };
    } finally {
      if (second.callsSoFar === 0) budget.giveBack();
      first.giveUp();
      second.giveUp();
    }
  }
}

/** The first answer; without one, what became of the first call. */
async function answerOf<Reply extends AnyReply>(first: Run<Reply>, second: Run<Reply>): Promise<Asked<Reply>> {
  const winner = await Promise.race([first.asked, second.asked]);
  if (isAnswer(winner.reply)) return winner;
  const both = await Promise.all([first.asked, second.asked]);
  return both.find(({ reply }) => isAnswer(reply)) ?? both[0];
}
