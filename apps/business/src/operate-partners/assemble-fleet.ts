import { PARTNERS } from '@app/partner-registry';
import type { Logger } from '@app/platform';
import type { AuditTrail, Clock, FleetStore, PartnerCallCounts, TimeSource } from '@app/ports';
import { FleetView } from './fleet-view.js';
import { ListPartnersHandler } from './list-partners.handler.js';
import { ReadAuditHandler } from './read-audit.handler.js';
import { ReceiveReportsHandler } from './receive-reports.handler.js';
import { SetPartnerStateHandler } from './set-partner-state.handler.js';
import { Supervisor } from './supervise/supervisor.js';

/** What is known of the partners, and where it is kept. */
export interface FleetPart {
  readonly store: FleetStore;
  readonly counts: PartnerCallCounts;
  readonly audit: AuditTrail;
  /** The store's clock. */
  readonly time: TimeSource;
}

export interface FleetParts {
  readonly fleet: FleetPart;
  /** The store's clock, as this process knows it. */
  readonly clock: Clock;
  readonly newId: () => string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** What operators and replicas see and change of partners, what intake asks, and what watches over them. */
export function assembleFleet({ fleet, clock, newId, random, logger }: FleetParts) {
  const { store, counts, audit } = fleet;
  const view = new FleetView(clock);
  const partners = PARTNERS.map(({ id }) => id);
  return {
    view,
    receiveReports: new ReceiveReportsHandler(store, view),
    listPartners: new ListPartnersHandler(fleet),
    setPartnerState: new SetPartnerStateHandler({ ...fleet, view }),
    readAudit: new ReadAuditHandler(audit),
    supervisor: new Supervisor({ partners, store, counts, view, replicaId: newId(), clock, random, logger }),
  };
}
