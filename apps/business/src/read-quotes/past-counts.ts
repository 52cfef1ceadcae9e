import { type AnswerCounts, countAnswers, type QuoteProgress } from '@app/domain';

type Counted = Pick<QuoteProgress, 'rows' | 'version' | 'completedAt'>;

/**
 * How many partners were silent at a version. Those that did not answer take the versions right before the completion,
 * one each; after the completion nothing changes but late answers, which replace silence.
 */
function timedOutAt({ rows, version: newest, completedAt }: Counted, version: number): number {
  if (completedAt === null) return 0;
  const late = rows.filter((row) => row.late);
  const silent = rows.filter((row) => row.late || row.status === 'TIMED_OUT').length;
  const completion = newest - late.length;
  if (version >= completion) return silent - late.filter((row) => row.version <= version).length;
  return Math.min(silent, Math.max(0, version - (completion - 1 - silent)));
}

/** The counts as they were when the request had this version, told from what it is now. */
export function countsAt(progress: Counted, version: number): AnswerCounts {
  const { rows } = progress;
  const final = rows.filter((row) => row.status !== 'PENDING' && row.version <= version);
  const { quoted, referred, declined, failed } = countAnswers(final);
  const timedOut = timedOutAt(progress, version);
  const pending = rows.length - quoted - referred - declined - failed - timedOut;
  return { asked: rows.length, quoted, referred, declined, failed, timedOut, pending };
}
