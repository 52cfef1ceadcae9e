import type { Retention } from '@app/ports';
import { RETENTION_PERIODS, startOfPeriod } from './retention-periods.js';

export interface RetentionStep {
  /** For operators. */
  readonly name: string;
  /** Handles up to `limit` and says how many. */
  readonly run: (retention: Retention, now: Date, limit: number) => Promise<number>;
}

/** What a run of the retention job does, in this order. */
export const RETENTION_STEPS: readonly RetentionStep[] = [
  {
    name: 'personal fields erased',
    run: (retention, now, limit) =>
      retention.erasePersonal(startOfPeriod(RETENTION_PERIODS.personalFields.period, now), limit),
  },
  {
    name: 'requests aggregated',
    run: (retention, now, limit) =>
      retention.aggregate(startOfPeriod(RETENTION_PERIODS.ratingFacts.period, now), limit),
  },
  {
    name: 'ended applications erased',
    run: (retention, now, limit) =>
      retention.eraseApplications(startOfPeriod(RETENTION_PERIODS.endedApplications.period, now), limit),
  },
  {
    name: 'dead letters forgotten',
    run: (retention, now, limit) =>
      retention.forgetLetters(startOfPeriod(RETENTION_PERIODS.deadLetters.period, now), limit),
  },
  // The store knows when a key's 24 hours (http-api.md, 'Idempotency-Key') are over: it gave them.
  { name: 'idempotency keys forgotten', run: (retention, _, limit) => retention.forgetKeys(limit) },
  // After the erasure: what is gone need not be sealed anew.
  { name: 'personal fields resealed', run: (retention, _, limit) => retention.reseal(limit) },
];
