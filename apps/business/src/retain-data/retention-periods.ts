/** How long something is kept: days of 24 hours, or calendar months in UTC. */
export type Period = { readonly days: number } | { readonly months: number };

export interface RetentionPeriod {
  readonly period: Period;
  /** Who says so. */
  readonly source: string;
}

/** How long what was asked and given is kept, by what it is. */
export const RETENTION_PERIODS = {
  /**
   * Contact fields of a quote request, and special fields, health answers among them; they lie under one seal and go
   * together. An application has copies of its own.
   */
  personalFields: { period: { days: 30 }, source: 'canonical-model.md §10, classes C and S' },
  /** What was asked and answered, without anything personal; what remains are counts. */
  ratingFacts: { period: { months: 13 }, source: 'canonical-model.md §10, class R' },
  /** What an application asked for that ended without a policy, from its end. A policy's is kept as its statute says. */
  endedApplications: { period: { days: 30 }, source: 'canonical-model.md §10, a quote that was never bought' },
  /** They carry sealed fields, in whatever store they lie. */
  deadLetters: { period: { days: 14 }, source: 'events.md, DLQs' },
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
