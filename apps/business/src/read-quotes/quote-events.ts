import type { QuoteProgress } from '@app/domain';
import { countsAt } from './past-counts.js';
import { answerViewOf } from './quote-views.js';

/** One server-sent event. What an event says does not depend on when it is sent. */
export interface QuoteEvent {
  readonly event: 'answer' | 'completed';
  /** The version of the change that it tells of. */
  readonly id: number;
  readonly data: object;
}

/**
 * What a reader who has everything up to `position` does not have yet, in order; 0 for a reader who has nothing. Of a
 * row that has changed twice only the newer state is left to tell of. The completion comes last, again after each late
 * answer: then it has the version of that answer.
 */
export function eventsAfter(progress: QuoteProgress, position: number): QuoteEvent[] {
  const { id, completedAt, version, rows } = progress;
  if (position >= version) return [];
  const answers = rows
    .filter((row) => row.status !== 'PENDING' && row.version > position)
    .toSorted((a, b) => a.version - b.version)
    .map((row): QuoteEvent => {
      const data = { version: row.version, counts: countsAt(progress, row.version), answer: answerViewOf(row) };
      return { event: 'answer', id: row.version, data };
    });
  if (completedAt === null) return answers;
  const data = { id, status: 'COMPLETED', completedAt, version, counts: countsAt(progress, version) };
  return [...answers, { event: 'completed', id: version, data }];
}
