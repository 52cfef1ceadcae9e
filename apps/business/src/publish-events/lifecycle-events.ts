import { quoteAnswered, quoteCompleted } from '@app/contracts';
import { type AnswerRow, bestOffer, countAnswers, type QuoteProgress } from '@app/domain';
import { startTrace } from '@app/platform';
import type { DescribeChange, OutboxMessage } from '@app/ports';
import { productLineOf } from '../product-line-of.js';
import { type EventTools, EventWriter } from './event-writer.js';

const DEFAULT_CURRENCY = 'INR';

const aboutRequest = (progress: QuoteProgress) => ({
  requestId: progress.id,
  productLine: productLineOf(progress),
  counts: countAnswers(progress.rows),
});

/** `quote.answered.v1` for each row that changed, `quote.completed.v1` for a completion (events.md). */
export function lifecycleEvents(tools: EventTools): DescribeChange {
  const answered = new EventWriter(quoteAnswered, tools);
  const completed = new EventWriter(quoteCompleted, tools);

  const answeredEvent = (after: QuoteProgress, row: AnswerRow): OutboxMessage[] => {
    const { partner, status, late, version } = row;
    if (status === 'PENDING') return [];
    const premium = bestOffer(row)?.premium;
    const amounts = { bestTotalMinor: premium?.totalMinor ?? null, currency: premium?.currency ?? DEFAULT_CURRENCY };
    const data = { ...aboutRequest(after), partner, status, late, version, ...amounts };
    return [answered.write(data, { subject: after.id, traceparent: startTrace() })];
  };

  const completedEvent = (before: QuoteProgress, after: QuoteProgress): OutboxMessage[] => {
    const { completedAt, version } = after;
    if (before.completedAt !== null || completedAt === null) return [];
    const data = { ...aboutRequest(after), completedAt, version };
    return [completed.write(data, { subject: after.id, traceparent: startTrace() })];
  };

  return (before, after) => {
    const changed = after.rows.filter((row) => row.version > before.version);
    return [...changed.flatMap((row) => answeredEvent(after, row)), ...completedEvent(before, after)];
  };
}
