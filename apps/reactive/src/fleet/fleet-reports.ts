import type { PartnerObservation, PartnerStates, ReplicaReport } from '@app/contracts';

/** Where replicas report to. */
export interface FleetReports {
  /** Resolves with what the fleet knows. Rejects when nobody can say whether the report was taken. */
  post(report: ReplicaReport): Promise<PartnerStates>;
}

/** The other side has no use for reports: an older business service, or somebody else's. */
export class ReportsNotTakenError extends Error {}

/** What this replica sees of the partners. */
export interface ObservedCalls {
  /** Everything since the last time, which counts from now on as told. */
  observe(): readonly PartnerObservation[];
  /** It was not told after all: the next `observe` includes it. */
  giveBack(observations: readonly PartnerObservation[]): void;
}
