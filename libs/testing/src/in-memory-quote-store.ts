import { atTime, type PartnerAnswer, type QuoteProgress, recordAnswer } from '@app/domain';
import type { AnswerRecord, Clock, DescribeChange, NewQuoteRequest, QuoteStore, StoreObserver } from '@app/ports';
import type { InMemoryOutbox } from './in-memory-outbox.js';

export interface InMemoryQuoteStoreParts {
  readonly clock: Clock;
  readonly outbox: InMemoryOutbox;
  readonly describe: DescribeChange;
  readonly observer: StoreObserver;
}

/** Quote requests of one process: every step is synchronous, so every method is atomic. */
export class InMemoryQuoteStore implements QuoteStore {
  /** Answers that were not stored. */
  readonly unstored: AnswerRecord[] = [];
  /** What was accepted, by id. */
  readonly accepted = new Map<string, NewQuoteRequest>();
  private readonly requests = new Map<string, QuoteProgress>();

  constructor(private readonly parts: InMemoryQuoteStoreParts) {}

  async accept(accepted: NewQuoteRequest): Promise<QuoteProgress> {
    const { request, clientId, version, rows, messages } = accepted;
    const { requestId: id, productLine, createdAt, answerDeadline, acceptLateUntil } = request;
    if (this.requests.has(id)) throw new Error(`Quote request ${id} exists already`);
    this.parts.outbox.add(messages);
    const times = { createdAt, answerDeadline, acceptLateUntil, completedAt: null };
    const progress: QuoteProgress = { id, productLine, clientId, ...times, version, rows };
    this.accepted.set(id, accepted);
    this.requests.set(id, progress);
    this.parts.observer.changed(progress);
    this.parts.observer.committed(messages);
    return progress;
  }

  async read(id: string): Promise<QuoteProgress | undefined> {
    const stored = this.requests.get(id);
    return stored === undefined ? undefined : this.store(stored, atTime(stored, this.parts.clock.now()));
  }

  async record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    const records = answers.map((answer) => this.recordOne(answer));
    this.unstored.push(...records.filter(({ result }) => result !== 'STORED'));
    return records;
  }

  async completeOverdue(limit: number): Promise<number> {
    const now = this.parts.clock.now();
    const overdue = [...this.requests.values()].filter((request) => atTime(request, now) !== request).slice(0, limit);
    for (const request of overdue) this.store(request, atTime(request, now));
    return overdue.length;
  }

  private recordOne(answer: PartnerAnswer): AnswerRecord {
    const { requestId, partner } = answer;
    const before = this.requests.get(requestId);
    if (before === undefined) return { requestId, partner, result: 'UNKNOWN_REQUEST' };
    const now = this.parts.clock.now();
    const current = this.store(before, atTime(before, now));
    const { result, progress } = recordAnswer(current, answer, now);
    this.store(current, progress);
    return { requestId, partner, result };
  }

  private store(before: QuoteProgress, after: QuoteProgress): QuoteProgress {
    if (after === before) return after;
    const messages = this.parts.describe(before, after);
    this.parts.outbox.add(messages);
    this.requests.set(after.id, after);
    this.parts.observer.changed(after);
    this.parts.observer.committed(messages);
    return after;
  }
}
