import {
  type AnsweredChange,
  changeByAnswers,
  changeByTime,
  changeByWithdrawal,
  type PartnerAnswer,
  type QuoteChange,
  type QuoteProgress,
  type RecordResult,
  startProgress,
} from '@app/domain';
import type {
  Acceptance,
  AnswerRecord,
  DescribeChange,
  IdempotencyKey,
  NewQuoteRequest,
  OutboxMessage,
  QuoteStore,
  StoreObserver,
} from '@app/ports';
import type { Pool } from 'pg';
import type { HowToStore } from './quote-sql.js';
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

type Change = QuoteChange<OutboxMessage>;

const isChange = ({ before, after }: Change): boolean => before !== after;

/**
 * Quote requests in PostgreSQL. The domain decides on what was read, without a lock; one statement then stores the
 * decision where the request is still the same, and what lost such a race is decided again. A request can only change a
 * few times in its life, so this ends. Each request is stored atomically with its messages.
 */
export class PostgresQuoteStore implements QuoteStore {
  private readonly tables: QuoteTables;

  constructor(private readonly parts: PostgresQuoteStoreParts) {
    this.tables = new QuoteTables(parts.pool, parts.leaseMs);
  }

  async accept(accepted: NewQuoteRequest): Promise<Acceptance> {
    const { request, clientId, version, rows, personal, messages, idempotency } = accepted;
    const { requestId: id, productLine, createdAt, answerDeadline, acceptLateUntil } = request;
    const times = { createdAt, answerDeadline, acceptLateUntil };
    const progress = startProgress({ id, productLine, clientId, ...times, version, rows });
    const isStored = await this.tables.insert(accepted, progress, await this.parts.sealer.seal(personal));
    if (!isStored && idempotency !== null) {
      return (await this.findKey(clientId, idempotency)) ?? { outcome: 'IN_PROGRESS' };
    }
    this.parts.observer.changed(progress);
    this.parts.observer.committed(messages);
    return { outcome: 'ACCEPTED', progress };
  }

  findKey(clientId: string, idempotency: Pick<IdempotencyKey, 'key' | 'fingerprint'>): Promise<Acceptance | undefined> {
    return this.tables.findKey(clientId, idempotency);
  }

  read(id: string): Promise<QuoteProgress | undefined> {
    return this.change(id, changeByTime, 'WAIT');
  }

  withdrawConsent(id: string): Promise<QuoteProgress | undefined> {
    return this.change(id, changeByWithdrawal, 'WITHDRAW');
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
    await this.store(changes, 'SKIP_LOCKED');
    return overdue.length;
  }

  /** The request once what is decided for it is stored. */
  private async change(
    id: string,
    decide: typeof changeByTime<OutboxMessage>,
    how: HowToStore,
  ): Promise<QuoteProgress | undefined> {
    for (;;) {
      const { now, requests } = await this.tables.load([id]);
      const stored = requests.get(id);
      if (stored === undefined) return undefined;
      const change = decide(stored, now, this.parts.describe);
      if ((await this.store([change], how)).length === 1) return change.after;
    }
  }

  /** Results by position; those that are missing have to be decided again. */
  private async recordOnce(open: readonly NumberedAnswer[]): Promise<[number, RecordResult][]> {
    const groups = Map.groupBy(open, ({ answer }) => answer.requestId);
    const { now, requests } = await this.tables.load([...groups.keys()]);
    const unknown = open.filter(({ answer }) => !requests.has(answer.requestId));
    const changes = [...requests.values()].map(
      (request): AnsweredChange<OutboxMessage> & { numbered: NumberedAnswer[] } => {
        const numbered = groups.get(request.id) ?? [];
        const group = numbered.map(({ answer }) => answer);
        return { ...changeByAnswers(request, group, now, this.parts.describe), numbered };
      },
    );
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
  private async store<Decided extends Change>(changes: readonly Decided[], how: HowToStore): Promise<Decided[]> {
    const real = changes.filter(isChange);
    const ids = real.length === 0 ? new Set<string>() : await this.tables.store(real, how);
    const stored = real.filter(({ after }) => ids.has(after.id));
    for (const { after } of stored) this.parts.observer.changed(after);
    const messages = stored.flatMap((change) => change.messages);
    if (messages.length > 0) this.parts.observer.committed(messages);
    return [...changes.filter((change) => !isChange(change)), ...stored];
  }
}
