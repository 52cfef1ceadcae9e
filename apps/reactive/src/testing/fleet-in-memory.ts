import type { PartnerObservation, PartnerStates, ReplicaReport } from '@app/contracts';
import type { FleetReports, ObservedCalls } from '../fleet/fleet-reports.js';

/** A business service that takes reports, or does as it is told. */
export class FleetInMemory implements FleetReports {
  readonly reports: ReplicaReport[] = [];
  answer: () => Promise<PartnerStates> = async () => ({ partners: [] });

  post(report: ReplicaReport): Promise<PartnerStates> {
    this.reports.push(report);
    return this.answer();
  }
}

/** Counts the calls of one partner's quote operation. */
export class CountedCalls implements ObservedCalls {
  private untold = 0;

  count(calls: number): void {
    this.untold += calls;
  }

  observe(): readonly PartnerObservation[] {
    const calls = this.untold;
    this.untold = 0;
    return [{ partner: 'acme-general', operation: 'quote', breaker: 'CLOSED', calls, failures: {}, slowCalls: 0 }];
  }

  giveBack(observations: readonly PartnerObservation[]): void {
    for (const { calls } of observations) this.untold += calls;
  }
}
