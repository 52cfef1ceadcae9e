import type { RowStatus } from '@app/domain';
import { ApiError, failureName } from '../quote/api/api-error.js';
import type { QuoteTiming } from './measure-quote.js';

/** What became of the requests that were sent. */
export class Tally {
  readonly timings: QuoteTiming[] = [];
  /** Requests that failed at our own API, by the kind of failure. */
  readonly errors = new Map<string, number>();
  /** Requests that were under way when the load was ended early. */
  cutShort = 0;
  sent = 0;

  constructor(private readonly signal: AbortSignal) {}

  async count(measured: Promise<QuoteTiming>): Promise<void> {
    this.sent += 1;
    try {
      this.timings.push(await measured);
    } catch (error) {
      if (this.signal.aborted) this.cutShort += 1;
      else this.countError(error);
    }
  }

  /** Partner answers by status. */
  answers(): Partial<Record<RowStatus, number>> {
    const counts: Partial<Record<RowStatus, number>> = {};
    for (const { status } of this.timings.flatMap(({ answers }) => answers)) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  private countError(error: unknown): void {
    const name = error instanceof ApiError ? failureName(error.failure) : String(error);
    this.errors.set(name, (this.errors.get(name) ?? 0) + 1);
  }
}
