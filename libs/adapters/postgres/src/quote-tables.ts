import type { PartnerAnswer, QuoteProgress, RecordResult } from '@app/domain';
import type { NewQuoteRequest } from '@app/ports';
import type { Pool } from 'pg';
import type { QuoteChange } from './quote-change.js';
import { type JoinedRow, type Loaded, loadedFrom } from './quote-rows.js';
import {
  INSERT_REQUEST,
  INSERT_UNSTORED,
  SELECT_OVERDUE,
  SELECT_REQUESTS,
  storeChanges,
  type WhenLocked,
} from './quote-sql.js';

export interface UnstoredAnswer {
  readonly answer: PartnerAnswer;
  readonly result: RecordResult;
}

const STORE_CHANGES = {
  WAIT: { name: 'store-changes', text: storeChanges('WAIT') },
  'SKIP LOCKED': { name: 'store-changes-unlocked', text: storeChanges('SKIP LOCKED') },
} as const satisfies Record<WhenLocked, unknown>;

type Identified = Pick<QuoteProgress, 'id'>;

const idsOf = (rows: readonly Identified[]): string[] => rows.map(({ id }) => id);

function changedRows({ before, after }: QuoteChange): unknown[] {
  return after.rows.filter((row) => row.version > before.version).map((row) => ({ requestId: after.id, ...row }));
}

/** The tables of quote requests. Every method is one statement, so one round trip and one transaction. */
export class QuoteTables {
  constructor(
    private readonly pool: Pool,
    /** How long the messages of a statement stay with the process that wrote them, in milliseconds. */
    private readonly leaseMs: number,
  ) {}

  async insert({ request, clientId, rows, version, messages }: NewQuoteRequest, sealed: string): Promise<void> {
    const { requestId, productLine, createdAt, answerDeadline, acceptLateUntil } = request;
    await this.pool.query({
      name: 'insert-request',
      text: INSERT_REQUEST,
      values: [
        ...[requestId, clientId, productLine, createdAt, answerDeadline, acceptLateUntil, version],
        ...[JSON.stringify(request), sealed, JSON.stringify(rows), JSON.stringify(messages), this.leaseMs],
      ],
    });
  }

  async load(ids: readonly string[]): Promise<Loaded> {
    const query = { name: 'select-requests', text: SELECT_REQUESTS, values: [ids] };
    return loadedFrom((await this.pool.query<JoinedRow>(query)).rows);
  }

  /** Requests that still run though their deadline has passed: the ids of the longest overdue ones. */
  async overdue(limit: number): Promise<string[]> {
    const query = { name: 'select-overdue', text: SELECT_OVERDUE, values: [limit] };
    return idsOf((await this.pool.query<Identified>(query)).rows);
  }

  /** Ids of the requests that were stored; the others were changed by somebody else in the meantime. */
  async store(changes: readonly QuoteChange[], whenLocked: WhenLocked): Promise<Set<string>> {
    const versions = changes.map(({ before, after: { id, version, completedAt } }) => ({
      id,
      version,
      completedAt,
      versionBefore: before.version,
    }));
    const messages = changes.flatMap((change) =>
      change.messages.map((message) => ({ requestId: change.after.id, ...message })),
    );
    const lists = [versions, changes.flatMap(changedRows), messages].map((list) => JSON.stringify(list));
    const { rows } = await this.pool.query<Identified>({
      ...STORE_CHANGES[whenLocked],
      values: [...lists, this.leaseMs, idsOf(versions)],
    });
    return new Set(idsOf(rows));
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
    await this.pool.query({ name: 'insert-unstored', text: INSERT_UNSTORED, values: [JSON.stringify(records)] });
  }
}
