import { atTime, type PartnerAnswer, type QuoteProgress, type RecordResult, recordAnswer } from '@app/domain';
import type { DescribeChange, OutboxMessage } from '@app/ports';

/** What the domain decided for one quote request: to be stored as a whole, or not at all. */
export interface QuoteChange {
  readonly before: QuoteProgress;
  readonly after: QuoteProgress;
  readonly messages: readonly OutboxMessage[];
}

export interface AnsweredChange extends QuoteChange {
  /** One for every answer, in order. */
  readonly results: readonly RecordResult[];
}

/** The passing of the deadline. */
export function changeByTime(before: QuoteProgress, now: Date, describe: DescribeChange): QuoteChange {
  const after = atTime(before, now);
  return { before, after, messages: after === before ? [] : describe(before, after) };
}

/** The passing of the deadline, then one answer after the other; each step has its own messages. */
export function changeByAnswers(
  before: QuoteProgress,
  answers: readonly PartnerAnswer[],
  now: Date,
  describe: DescribeChange,
): AnsweredChange {
  const start: AnsweredChange = { ...changeByTime(before, now, describe), results: [] };
  return answers.reduce<AnsweredChange>((change, answer) => {
    const { result, progress } = recordAnswer(change.after, answer, now);
    const messages = progress === change.after ? [] : describe(change.after, progress);
    return {
      before,
      after: progress,
      messages: [...change.messages, ...messages],
      results: [...change.results, result],
    };
  }, start);
}
