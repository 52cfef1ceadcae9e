import type { PersonalFields } from '@app/contracts';
import {
  changeByTime,
  changeByWithdrawal,
  changeQuote,
  isChange,
  type PartnerAnswer,
  type QuoteChange,
  type QuoteKeeping,
  type QuoteProgress,
  recordAnswers,
  startProgress,
} from '@app/domain';
import type {
  Acceptance,
  AnswerRecord,
  DescribeChange,
  IdempotencyKey,
  NewQuoteRequest,
  OutboxMessage,
  QuoteContent,
  QuoteStore,
  StoreObserver,
} from '@app/ports';
import type { Pool } from 'pg';
import { findKey } from './idempotency-keys.js';
import type { HowToStore } from './quote-sql.js';
import { QuoteTables } from './quote-tables.js';
import type { StorageSealer } from './storage-sealer.js';

export interface PostgresQuoteStoreParts {
  readonly pool: Pool;
  /** Encrypts personal fields; nothing of them is stored in the clear. */
  readonly sealer: StorageSealer;
  readonly describe: DescribeChange;
  readonly observer: StoreObserver;
  /** How long this process has the messages of a change to itself, in milliseconds. */
  readonly leaseMs: number;
}

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
    return findKey(this.parts.pool, clientId, idempotency);
  }

  read(id: string): Promise<QuoteProgress | undefined> {
    return changeQuote(id, changeByTime, this.keeping('WAIT'));
  }

  async withOffer(offerId: string): Promise<QuoteProgress[]> {
    const found = await this.tables.withOffer(offerId);
    return (await Promise.all(found.map((id) => this.read(id)))).flatMap((progress) => progress ?? []);
  }

  async content(id: string): Promise<QuoteContent | undefined> {
    const { request, sealed = null } = (await this.tables.content(id)) ?? {};
    if (request === undefined || sealed === null) return undefined;
    // What is opened here was sealed here.
    return { request, personal: (await this.parts.sealer.open(sealed)) as PersonalFields };
  }

  withdrawConsent(id: string): Promise<QuoteProgress | undefined> {
    return changeQuote(id, changeByWithdrawal, this.keeping('WITHDRAW'));
  }

  async record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    const results = await recordAnswers(answers, this.keeping('WAIT'));
    const records = answers.map((answer, at) => ({ answer, result: results[at] ?? 'UNKNOWN_REQUEST' }));
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

  private keeping(how: HowToStore): QuoteKeeping<OutboxMessage> {
    return {
      describe: this.parts.describe,
      load: (ids) => this.tables.load(ids),
      keep: (changes) => this.store(changes, how),
    };
  }

  /** Those that are stored now: what changed nothing, and what nobody else changed meanwhile. Tells the observer. */
  private async store<Decided extends QuoteChange<OutboxMessage>>(
    changes: readonly Decided[],
    how: HowToStore,
  ): Promise<Decided[]> {
    const real = changes.filter(isChange);
    const ids = real.length === 0 ? new Set<string>() : await this.tables.store(real, how);
    const stored = real.filter(({ after }) => ids.has(after.id));
    for (const { after } of stored) this.parts.observer.changed(after);
    const messages = stored.flatMap((change) => change.messages);
    if (messages.length > 0) this.parts.observer.committed(messages);
    return [...changes.filter((change) => !isChange(change)), ...stored];
  }
}
