import type { AnswerRow, CanonicalError, Decline, LoadedQuotes, Offer, QuoteProgress, RowStatus } from '@app/domain';

/** A quote request joined with one of its rows; the partner's columns are null when it has none. */
export interface JoinedRow {
  readonly id: string;
  readonly client_id: string;
  readonly product_line: string;
  readonly created_at: Date;
  readonly answer_deadline: Date;
  readonly accept_late_until: Date;
  readonly completed_at: Date | null;
  readonly consent_withdrawn_at: Date | null;
  readonly version: number;
  /** The store's clock. */
  readonly now: Date;
  readonly partner: string | null;
  readonly status: RowStatus;
  readonly row_version: number;
  readonly late: boolean;
  readonly partial: boolean;
  readonly attempts: number;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly offers: Offer[];
  readonly declines: Decline[];
  readonly error: CanonicalError | null;
}

const instantOf = (date: Date | null): string | null => (date === null ? null : date.toISOString());

function answerRow(partner: string, row: JoinedRow): AnswerRow {
  const { status, row_version: version, late, partial, attempts, offers, declines, error } = row;
  const startedAt = instantOf(row.started_at);
  const finishedAt = instantOf(row.finished_at);
  return { partner, status, version, late, partial, attempts, startedAt, finishedAt, offers, declines, error };
}

const progressOf = (row: JoinedRow, rows: readonly AnswerRow[]): QuoteProgress => ({
  id: row.id,
  productLine: row.product_line,
  clientId: row.client_id,
  createdAt: row.created_at.toISOString(),
  answerDeadline: row.answer_deadline.toISOString(),
  acceptLateUntil: row.accept_late_until.toISOString(),
  completedAt: instantOf(row.completed_at),
  consentWithdrawnAt: instantOf(row.consent_withdrawn_at),
  version: row.version,
  rows,
});

/** Puts joined rows together again. */
export function loadedFrom(joined: readonly JoinedRow[]): LoadedQuotes {
  const requests = [...Map.groupBy(joined, ({ id }) => id)].flatMap(([id, [first, ...rest]]) => {
    if (first === undefined) return [];
    const rows = [first, ...rest].flatMap((row) => (row.partner === null ? [] : [answerRow(row.partner, row)]));
    return [[id, progressOf(first, rows)] as const];
  });
  return { now: joined[0]?.now ?? new Date(), requests: new Map(requests) };
}
