import type { CanonicalError } from './canonical-error.js';
import type { Decline, Offer, PartnerAnswer, RowStatus } from './partner-answer.js';

/** The one row of one partner, as a reader sees it. */
export interface AnswerRow {
  readonly partner: string;
  readonly status: RowStatus;
  /** The request's version at this row's last change. */
  readonly version: number;
  readonly late: boolean;
  readonly partial: boolean;
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly offers: readonly Offer[];
  readonly declines: readonly Decline[];
  readonly error: CanonicalError | null;
}

/** A quote request on its way: one row for every partner asked, and a version that every change raises by one. */
export interface QuoteProgress {
  readonly id: string;
  readonly productLine: string;
  readonly clientId: string;
  readonly createdAt: string;
  readonly answerDeadline: string;
  readonly acceptLateUntil: string;
  readonly completedAt: string | null;
  /** When the customer withdrew the consent; from then on nobody is asked and nothing can be applied for. */
  readonly consentWithdrawnAt: string | null;
  readonly version: number;
  readonly rows: readonly AnswerRow[];
}

/** What became of a posted answer (http-api.md, 'Internal port'). */
export type RecordResult = 'STORED' | 'DUPLICATE' | 'LATE' | 'UNKNOWN_REQUEST';

export interface Recorded {
  readonly result: RecordResult;
  readonly progress: QuoteProgress;
}

const isAfter = (now: Date, instant: string): boolean => now.getTime() > Date.parse(instant);

export const pendingRow = (partner: string, version: number): AnswerRow => ({
  partner,
  status: 'PENDING',
  version,
  late: false,
  partial: false,
  attempts: 0,
  startedAt: null,
  finishedAt: null,
  offers: [],
  declines: [],
  error: null,
});

function answeredRow(answer: PartnerAnswer, version: number, late: boolean): AnswerRow {
  const { partner, status, partial, attempts, startedAt, finishedAt, offers, declines, error } = answer;
  return { partner, status, version, late, partial, attempts, startedAt, finishedAt, offers, declines, error };
}

function withRow(progress: QuoteProgress, row: AnswerRow): QuoteProgress {
  const rows = progress.rows.map((current) => (current.partner === row.partner ? row : current));
  return { ...progress, version: row.version, rows };
}

function complete(progress: QuoteProgress, at: string): QuoteProgress {
  return { ...progress, version: progress.version + 1, completedAt: at };
}

const hasPending = (progress: QuoteProgress): boolean => progress.rows.some((row) => row.status === 'PENDING');

/** A request that has just been accepted; complete already when no partner is left to wait for. */
export function startProgress(
  request: Pick<
    QuoteProgress,
    'id' | 'productLine' | 'clientId' | 'createdAt' | 'answerDeadline' | 'acceptLateUntil' | 'version' | 'rows'
  >,
): QuoteProgress {
  const progress: QuoteProgress = { ...request, completedAt: null, consentWithdrawnAt: null };
  return hasPending(progress) ? progress : complete(progress, progress.createdAt);
}

/**
 * The request as it stands at `now`: after the deadline every silent partner is `TIMED_OUT` at the deadline and the
 * request is complete. The same object when nothing changes, so a caller can tell whether there is something to store.
 */
export function atTime(progress: QuoteProgress, now: Date): QuoteProgress {
  if (progress.completedAt !== null || !isAfter(now, progress.answerDeadline)) return progress;
  const silent = progress.rows.filter((row) => row.status === 'PENDING');
  const expired = silent.reduce((state, row) => {
    const version = state.version + 1;
    return withRow(state, { ...row, status: 'TIMED_OUT', finishedAt: state.answerDeadline, version });
  }, progress);
  return complete(expired, progress.answerDeadline);
}

/**
 * One posted answer applied at `now`, by the store's clock. The first final answer of a partner wins; later ones
 * change nothing. Until `acceptLateUntil` an answer that is not `FAILED` still replaces `TIMED_OUT`, marked late.
 */
export function recordAnswer(before: QuoteProgress, answer: PartnerAnswer, now: Date): Recorded {
  const progress = atTime(before, now);
  const row = progress.rows.find((candidate) => candidate.partner === answer.partner);
  if (row === undefined) return { result: 'UNKNOWN_REQUEST', progress };
  if (row.status === 'TIMED_OUT') {
    const isTooLate = progress.consentWithdrawnAt !== null || isAfter(now, progress.acceptLateUntil);
    if (answer.status === 'FAILED' || isTooLate) return { result: 'LATE', progress };
    return { result: 'STORED', progress: withRow(progress, answeredRow(answer, progress.version + 1, true)) };
  }
  if (row.status !== 'PENDING') return { result: 'DUPLICATE', progress };
  const answered = withRow(progress, answeredRow(answer, progress.version + 1, false));
  return { result: 'STORED', progress: hasPending(answered) ? answered : complete(answered, now.toISOString()) };
}

const CONSENT_WITHDRAWN: Decline = {
  code: 'CONSENT_WITHDRAWN',
  source: 'PLATFORM',
  category: 'OTHER',
  message: 'You withdrew your consent before this insurer answered.',
};

/**
 * The request once its customer has withdrawn the consent at `now`: whoever has not answered is `DECLINED` by the
 * platform, and the request is complete. The same object when it was withdrawn before.
 */
export function withdrawConsent(before: QuoteProgress, now: Date): QuoteProgress {
  const progress = atTime(before, now);
  if (progress.consentWithdrawnAt !== null) return progress;
  const at = now.toISOString();
  const silent = progress.rows.filter((row) => row.status === 'PENDING');
  const declined = silent.reduce<QuoteProgress>(
    (state, row) => {
      const version = state.version + 1;
      return withRow(state, { ...row, status: 'DECLINED', declines: [CONSENT_WITHDRAWN], finishedAt: at, version });
    },
    { ...progress, consentWithdrawnAt: at },
  );
  return declined.completedAt === null ? complete(declined, at) : declined;
}
