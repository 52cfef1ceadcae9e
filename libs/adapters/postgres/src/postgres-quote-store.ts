import type { PartnerAnswer, QuoteProgress, RecordResult } from '@app/domain';
import type { AnswerRecord, DescribeChange, NewQuoteRequest, QuoteStore, StoreObserver } from '@app/ports';
import type { Pool } from 'pg';
import { type AnsweredChange, changeByAnswers, changeByTime, type QuoteChange } from './quote-change.js';
import type { WhenLocked } from './quote-sql.js';
import { QuoteTables } from './quote-tables.js';

export interface PostgresQuoteStoreParts {
  readonly pool: Pool;
  /** Encrypts personal fields; nothing of them is stored in the clear. */
  readonly sealer: { seal(value: unknown): Promise<string> };
  readonly describe: DescribeChange;
  readonly observer: StoreObserver;
  /** How long this process has the messages of a change to itself, in milliseconds. */
  readonly leaseMs: number;
}

interface NumberedAnswer {
  readonly position: number;
  readonly answer: PartnerAnswer;
}

const isChange = ({ before, after }: QuoteChange): boolean => before !== after;

/**
 * Quote requests in PostgreSQL. The domain decides on what was read, without a lock; one statement then stores the
 * decision where the version is still the same, and what lost such a race is decided again. A request's version can
 * only rise a few times in its life, so this ends. Each request is stored atomically with its messages.
 */
export class PostgresQuoteStore implements QuoteStore {
  private readonly tables: QuoteTables;

  constructor(private readonly parts: PostgresQuoteStoreParts) {
    this.tables = new QuoteTables(parts.pool, parts.leaseMs);
  }

  async accept(accepted: NewQuoteRequest): Promise<QuoteProgress> {
    const { request, clientId, version, rows, personal, messages } = accepted;
    await this.tables.insert(accepted, await this.parts.sealer.seal(personal));
    const { requestId: id, productLine, createdAt, answerDeadline, acceptLateUntil } = request;
    const times = { createdAt, answerDeadline, acceptLateUntil, completedAt: null };
    const progress: QuoteProgress = { id, productLine, clientId, ...times, version, rows };
    this.parts.observer.changed(progress);
    this.parts.observer.committed(messages);
    return progress;
  }

  async read(id: string): Promise<QuoteProgress | undefined> {
    for (;;) {
      const { now, requests } = await this.tables.load([id]);
      const stored = requests.get(id);
      if (stored === undefined) return undefined;
      const change = changeByTime(stored, now, this.parts.describe);
      if ((await this.store([change], 'WAIT')).length === 1) return change.after;
    }
  }

  async record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    const results = new Map<number, RecordResult>();
    let open: readonly NumberedAnswer[] = answers.map((answer, position) => ({ position, answer }));
    while (open.length > 0) {
      for (const [position, result] of await this.recordOnce(open)) results.set(position, result);
      open = open.filter(({ position }) => !results.has(position));
    }
    const records = answers.map((answer, position) => ({ answer, result: results.get(position) ?? 'UNKNOWN_REQUEST' }));
    const unstored = records.filter(({ result }) => result !== 'STORED');
    if (unstored.length > 0) await this.tables.insertUnstored(unstored);
    return records.map(({ answer: { requestId, partner }, result }) => ({ requestId, partner, result }));
  }

  async completeOverdue(limit: number): Promise<number> {
    const overdue = await this.tables.overdue(limit);
    if (overdue.length === 0) return 0;
    const { now, requests } = await this.tables.load(overdue);
    const changes = [...requests.values()].map((request) => changeByTime(request, now, this.parts.describe));
    // Whoever holds one of them completes it by that: it is skipped, not waited for.
    await this.store(changes, 'SKIP LOCKED');
    return overdue.length;
  }

  /** Results by position; those that are missing have to be decided again. */
  private async recordOnce(open: readonly NumberedAnswer[]): Promise<[number, RecordResult][]> {
    const groups = Map.groupBy(open, ({ answer }) => answer.requestId);
    const { now, requests } = await this.tables.load([...groups.keys()]);
    const unknown = open.filter(({ answer }) => !requests.has(answer.requestId));
    const changes = [...requests.values()].map((request): AnsweredChange & { numbered: NumberedAnswer[] } => {
      const numbered = groups.get(request.id) ?? [];
      const group = numbered.map(({ answer }) => answer);
      return { ...changeByAnswers(request, group, now, this.parts.describe), numbered };
    });
    const stored = await this.store(changes, 'WAIT');
    return [
      ...unknown.map(({ position }): [number, RecordResult] => [position, 'UNKNOWN_REQUEST']),
      ...stored.flatMap(({ numbered, results }) =>
        numbered.flatMap(({ position }, at): [number, RecordResult][] => {
          const result = results[at];
          return result === undefined ? [] : [[position, result]];
        }),
      ),
    ];
  }

  /** Those that are stored now: what changed nothing, and what nobody else changed meanwhile. Tells the observer. */
  private async store<Change extends QuoteChange>(
    changes: readonly Change[],
    whenLocked: WhenLocked,
  ): Promise<Change[]> {
    const real = changes.filter(isChange);
    const ids = real.length === 0 ? new Set<string>() : await this.tables.store(real, whenLocked);
    const stored = real.filter(({ after }) => ids.has(after.id));
    for (const { after } of stored) this.parts.observer.changed(after);
    const messages = stored.flatMap((change) => change.messages);
    if (messages.length > 0) this.parts.observer.committed(messages);
    return [...changes.filter((change) => !isChange(change)), ...stored];
  }
}
