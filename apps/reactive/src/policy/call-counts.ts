import type { PartnerObservation } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';

export type Counts = Pick<PartnerObservation, 'calls' | 'failures' | 'slowCalls'>;

export interface CountedCall {
  /** What it failed with, if that says that the partner is ill. */
  readonly illness: ErrorCategory | null;
  readonly isSlow: boolean;
}

/** How the calls of one operation ended, since the counts were last taken. */
export class CallCounts {
  private calls = 0;
  private slowCalls = 0;
  private failures: Partial<Record<ErrorCategory, number>> = {};

  ended({ illness, isSlow }: CountedCall): void {
    const failures = illness === null ? {} : { [illness]: 1 };
    this.add({ calls: 1, slowCalls: isSlow ? 1 : 0, failures });
  }

  /** Leaves nothing. */
  take(): Counts {
    const { calls, slowCalls, failures } = this;
    this.calls = 0;
    this.slowCalls = 0;
    this.failures = {};
    return { calls, slowCalls, failures };
  }

  add({ calls, slowCalls, failures }: Counts): void {
    this.calls += calls;
    this.slowCalls += slowCalls;
    for (const [category, times] of Object.entries(failures) as [ErrorCategory, number][])
      this.failures[category] = (this.failures[category] ?? 0) + times;
  }
}
