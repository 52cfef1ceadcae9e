import type { PartnerAnswer } from './partner-answer.js';
import { atTime, type QuoteProgress, type RecordResult, recordAnswer, withdrawConsent } from './quote-progress.js';

/** What was decided for one quote request: to be stored as a whole, or not at all. */
export interface QuoteChange<Message> {
  readonly before: QuoteProgress;
  /** The same object as `before` when there is nothing to store. */
  readonly after: QuoteProgress;
  /** What the change gives rise to. */
  readonly messages: readonly Message[];
}

export const isChange = ({ before, after }: QuoteChange<unknown>): boolean => before !== after;

export interface AnsweredChange<Message> extends QuoteChange<Message> {
  /** One for every answer, in order. */
  readonly results: readonly RecordResult[];
}

export type Describe<Message> = (before: QuoteProgress, after: QuoteProgress) => readonly Message[];

function changeTo<Message>(before: QuoteProgress, after: QuoteProgress, describe: Describe<Message>) {
  return { before, after, messages: after === before ? [] : describe(before, after) };
}

/** The passing of the deadline. */
export function changeByTime<Message>(
  before: QuoteProgress,
  now: Date,
  describe: Describe<Message>,
): QuoteChange<Message> {
  return changeTo(before, atTime(before, now), describe);
}

/** The passing of the deadline, then the withdrawal of the consent. */
export function changeByWithdrawal<Message>(
  before: QuoteProgress,
  now: Date,
  describe: Describe<Message>,
): QuoteChange<Message> {
  return changeTo(before, withdrawConsent(before, now), describe);
}

/** The passing of the deadline, then one answer after the other; each step has its own messages. */
export function changeByAnswers<Message>(
  before: QuoteProgress,
  answers: readonly PartnerAnswer[],
  now: Date,
  describe: Describe<Message>,
): AnsweredChange<Message> {
  const start: AnsweredChange<Message> = { ...changeByTime(before, now, describe), results: [] };
  return answers.reduce<AnsweredChange<Message>>((change, answer) => {
    const { result, progress } = recordAnswer(change.after, answer, now);
    const { messages } = changeTo(change.after, progress, describe);
    return {
      before,
      after: progress,
      messages: [...change.messages, ...messages],
      results: [...change.results, result],
    };
  }, start);
}
