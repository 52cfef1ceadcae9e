import type { PartnerStates, ReplicaReport } from '@app/contracts';
import type { FleetStore } from '@app/ports';
import type { FleetView } from './fleet-view.js';

/** Keeps what a replica saw, and tells it what is known of the partners. */
export class ReceiveReportsHandler {
  constructor(
    private readonly store: Pick<FleetStore, 'report'>,
    private readonly view: FleetView,
  ) {}

  /** Rejects when the store is away: the replica sends the same counts again, with those of its next report. */
  async handle(report: ReplicaReport): Promise<PartnerStates> {
    await this.store.report(report);
    return { partners: this.view.states() };
  }
}
