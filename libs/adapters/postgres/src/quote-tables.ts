import type { LoadedQuotes, PartnerAnswer, QuoteChange, QuoteProgress, RecordResult } from '@app/domain';
import type { NewQuoteRequest, OutboxMessage, QuoteContent } from '@app/ports';
import type { Pool } from 'pg';
import { INSERT_REQUEST, INSERT_REQUEST_ONCE } from './accept-sql.js';
import { ask } from './ask.js';
import { type JoinedRow, loadedFrom } from './quote-rows.js';
import {
  type HowToStore,
  INSERT_UNSTORED,
  SELECT_CONTENT,
  SELECT_OVERDUE,
  SELECT_REQUESTS,
  SELECT_WITH_OFFER,
  STORE_CHANGES,
} from './quote-sql.js';

export interface UnstoredAnswer {
  readonly answer: PartnerAnswer;
  readonly result: RecordResult;
}

type Change = QuoteChange<OutboxMessage>;
type Identified = Pick<QuoteProgress, 'id'>;

const idsOf = (rows: readonly Identified[]): string[] => rows.map(({ id }) => id);

const changedRows = ({ before, after }: Change): unknown[] =>
  after.rows.filter((row) => row.version > before.version).map((row) => ({ requestId: after.id, ...row }));

const changedRequest = ({ before, after }: Change) => ({
  id: after.id,
  versionBefore: before.version,
  withdrawnBefore: before.consentWithdrawnAt !== null,
  version: after.version,
  completedAt: after.completedAt,
  consentWithdrawnAt: after.consentWithdrawnAt,
});

const MOST_WITH_ONE_OFFER = 5;

interface ContentRow extends Pick<QuoteContent, 'request'> {
  /** Null once it was erased. */
  readonly sealed: string | null;
}

/** The tables of quote requests. Every method is one statement, so one round trip and one transaction. */
export class QuoteTables {
  constructor(
    private readonly pool: Pool,
    /** How long the messages of a statement stay with the process that wrote them, in milliseconds. */
    private readonly leaseMs: number,
  ) {}

  /** False when the idempotency key was not to be had: then nothing is stored. */
  async insert(accepted: NewQuoteRequest, progress: QuoteProgress, sealed: string): Promise<boolean> {
    const { request, idempotency, messages } = accepted;
    const { id, clientId, productLine, createdAt, answerDeadline, acceptLateUntil, completedAt, version } = progress;
    const values = [
      ...[id, clientId, productLine, createdAt, answerDeadline, acceptLateUntil, completedAt, version],
      ...[JSON.stringify(request), sealed, JSON.stringify(request.consent), JSON.stringify(progress.rows)],
      ...[JSON.stringify(messages), this.leaseMs],
    ];
    if (idempotency !== null) {
      values.push(idempotency.key, idempotency.fingerprint, JSON.stringify(idempotency.response));
    }
    const statement =
      idempotency === null
        ? { name: 'insert-request', text: INSERT_REQUEST }
        : { name: 'insert-request-once', text: INSERT_REQUEST_ONCE };
    return (await ask<Identified>(this.pool, { ...statement, values })).rows.length > 0;
  }

  async load(ids: readonly string[]): Promise<LoadedQuotes> {
    const query = { name: 'select-requests', text: SELECT_REQUESTS, values: [ids] };
    return loadedFrom((await ask<JoinedRow>(this.pool, query)).rows);
  }

  /** Requests with an offer of this id: the ids of the newest ones. */
  async withOffer(offerId: string): Promise<string[]> {
    const query = { name: 'select-with-offer', text: SELECT_WITH_OFFER, values: [offerId, MOST_WITH_ONE_OFFER] };
    return idsOf((await ask<Identified>(this.pool, query)).rows);
  }

  async content(id: string): Promise<ContentRow | undefined> {
    return (await ask<ContentRow>(this.pool, { name: 'select-content', text: SELECT_CONTENT, values: [id] })).rows[0];
  }

  /** Requests that still run though their deadline has passed: the ids of the longest overdue ones. */
  async overdue(limit: number): Promise<string[]> {
    const query = { name: 'select-overdue', text: SELECT_OVERDUE, values: [limit] };
    return idsOf((await ask<Identified>(this.pool, query)).rows);
  }

  /** Ids of the requests that were stored; the others were changed by somebody else in the meantime. */
  async store(changes: readonly Change[], how: HowToStore): Promise<Set<string>> {
    const requests = changes.map(changedRequest);
    const messages = changes.flatMap((change) =>
      change.messages.map((message) => ({ requestId: change.after.id, ...message })),
    );
    const lists = [requests, changes.flatMap(changedRows), messages].map((list) => JSON.stringify(list));
    const values = [...lists, this.leaseMs, idsOf(requests)];
    return new Set(idsOf((await ask<Identified>(this.pool, { ...STORE_CHANGES[how], values })).rows));
  }

  async insertUnstored(unstored: readonly UnstoredAnswer[]): Promise<void> {
    const records = unstored.map(({ answer: { requestId, partner, answerId, status, error }, result }) => ({
      requestId,
      partner,
      answerId,
      status,
      result,
      category: error?.category ?? null,
    }));
    await ask(this.pool, { name: 'insert-unstored', text: INSERT_UNSTORED, values: [JSON.stringify(records)] });
  }
}
