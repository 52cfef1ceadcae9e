/** How long something is kept: days of 24 hours, or calendar months in UTC. */
export type Period = { readonly days: number } | { readonly months: number };

export interface RetentionPeriod {
  readonly period: Period;
  /** Who says so. */
  readonly source: string;
}

/** How long data of quote requests is kept, by what it is. */
export const RETENTION_PERIODS = {
  /**
   * Contact fields of a quote that was never bought, and special fields, health answers among them; they lie under one
   * seal and go together. No quote is bought yet; a bought one has a period of its own.
   */
  personalFields: { period: { days: 30 }, source: 'canonical-model.md §10, classes C and S' },
  /** What was asked and answered, without anything personal; what remains are counts. */
  ratingFacts: { period: { months: 13 }, source: 'canonical-model.md §10, class R' },
} as const satisfies Readonly<Record<string, RetentionPeriod>>;

const A_DAY_MS = 86_400_000;

function monthsBefore(now: Date, months: number): Date {
  const firstOfMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  // The last day of a shorter month stands for the days that it does not have.
  const lastDay = new Date(Date.UTC(firstOfMonth.getUTCFullYear(), firstOfMonth.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(now.getUTCDate(), lastDay);
  return new Date(firstOfMonth.getTime() + (day - 1) * A_DAY_MS + (now.getTime() % A_DAY_MS));
}

/** What was created before this instant has been kept for long enough at `now`. */
export const startOfPeriod = (period: Period, now: Date): Date =>
  'days' in period ? new Date(now.getTime() - period.days * A_DAY_MS) : monthsBefore(now, period.months);
