import type {
  AuditRecord,
  CollectedLetter,
  DeadLetter,
  DeadLetterGroup,
  DeadLetterStore,
  GroupQuery,
  LettersOfQueue,
  ReplaySchedule,
  ReplaySelection,
} from '@app/ports';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { ask } from '../ask.js';
import { auditValues } from '../audit-sql.js';
import {
  CLAIM_DUE,
  COLLECT,
  COUNT_MATCHING,
  DISCARD,
  SCHEDULE,
  SELECT_COUNTS,
  SELECT_GROUPS,
  SELECT_NEXT_DUE,
  SETTLE,
} from './dead-letter-sql.js';

/** A letter with what is said of its group. */
type GroupRow = DeadLetter & Pick<DeadLetterGroup, 'count' | 'oldestAt' | 'newestAt'>;

function groupsOf(rows: readonly GroupRow[]): DeadLetterGroup[] {
  const groups = Map.groupBy(rows, ({ queue, cause }) => JSON.stringify([queue, cause]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { queue, cause, count, oldestAt, newestAt } = first;
    const letters = group.map(({ count: _, oldestAt: __, newestAt: ___, ...letter }) => letter);
    return { queue, cause, count, oldestAt, newestAt, letters };
  });
}

/** Dead letters in PostgreSQL. Every method is one statement. */
export class PostgresDeadLetterStore implements DeadLetterStore {
  constructor(private readonly pool: Pool) {}

  async collect(letters: readonly CollectedLetter[]): Promise<void> {
    await this.run('collect-letters', COLLECT, JSON.stringify(letters));
  }

  async groups({ queue, limit, after }: GroupQuery): Promise<DeadLetterGroup[]> {
    const values = [limit, queue ?? null, after?.queue ?? null, after?.cause ?? null];
    return groupsOf((await this.run<GroupRow>('select-letter-groups', SELECT_GROUPS, ...values)).rows);
  }

  async counts(): Promise<LettersOfQueue[]> {
    return (await this.run<LettersOfQueue>('count-letters', SELECT_COUNTS)).rows;
  }

  async claimDue(limit: number, leaseMs: number): Promise<DeadLetter[]> {
    return (await this.run<DeadLetter>('claim-letters', CLAIM_DUE, limit, leaseMs)).rows;
  }

  async nextDueAt(): Promise<Date | null> {
    return (await this.run<{ at: Date | null }>('select-next-due-letter', SELECT_NEXT_DUE)).rows[0]?.at ?? null;
  }

  async settle(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.run('settle-letters', SETTLE, ids);
  }

  async matching({ queue, cause }: ReplaySelection): Promise<number> {
    const { rows } = await this.run<{ matched: number }>(
      'count-matching-letters',
      COUNT_MATCHING,
      queue,
      cause ?? null,
    );
    return rows[0]?.matched ?? 0;
  }

  async scheduleReplay(
    { queue, cause }: ReplaySelection,
    ratePerSecond: number,
    audit: AuditRecord,
  ): Promise<ReplaySchedule> {
    const values = [queue, cause ?? null, ratePerSecond, ...auditValues(audit)];
    const [schedule] = (await this.run<ReplaySchedule>('schedule-letters', SCHEDULE, ...values)).rows;
    return schedule ?? { matched: 0, lastAt: null };
  }

  async discard(id: string, audit: AuditRecord): Promise<boolean> {
    return (await this.run('discard-letter', DISCARD, id, ...auditValues(audit))).rowCount === 1;
  }

  private run<Row extends QueryResultRow>(name: string, text: string, ...values: unknown[]): Promise<QueryResult<Row>> {
    return ask<Row>(this.pool, { name, text, values });
  }
}
