import type { PartnerObservation } from '@app/contracts';
import type { OperationSettings, PartnerManifest } from '@app/partner-registry';
import type { BreakerState } from './breaker/breaker-phases.js';
import type { IsOffline } from './partner-offline.step.js';
import { type OperationName, PartnerOperation, type PartnerOperationParts } from './partner-operation.js';

/** The call policy of one operation of a partner as it is now: for people to look at. Instants are RFC 3339. */
export interface OperationSnapshot {
  readonly partner: string;
  readonly operation: OperationName;
  readonly settings: OperationSettings;
  readonly isOffline: boolean;
  readonly breaker: BreakerState;
  /** When the breaker may let a probe through; null while it is closed. */
  readonly probeAt: string | null;
  readonly placesInUse: number;
  readonly placesWaitedFor: number;
  readonly retryTokens: number;
  readonly pausedUntil: string | null;
  readonly p95Ms: number | null;
}

/** One operation of any of the partners. */
export type OperationOf = (partner: PartnerManifest) => PartnerOperation;

const OPERATIONS: readonly OperationName[] = ['quote', 'issuance'];

/** The operations of every partner that this process calls; what it knows of them is its own alone. */
export class PartnerOperations {
  private readonly byName: Readonly<Record<OperationName, ReadonlyMap<string, PartnerOperation>>>;

  constructor(partners: readonly PartnerManifest[], parts: PartnerOperationParts) {
    const each = (name: OperationName) =>
      new Map(partners.map((partner) => [partner.id, new PartnerOperation(partner, name, parts)]));
    this.byName = { quote: each('quote'), issuance: each('issuance') };
  }

  of({ id }: PartnerManifest, name: OperationName): PartnerOperation {
    const operation = this.byName[name].get(id);
    if (operation === undefined) throw new Error(`Partner ${id} is not called from here`);
    return operation;
  }

  named(name: OperationName): OperationOf {
    return (partner) => this.of(partner, name);
  }

  /** What was seen of each operation since it was last asked for. */
  observe(): PartnerObservation[] {
    return this.all.map(({ partner, name, breaker, counts }) => ({
      partner: partner.id,
      operation: name,
      breaker: breaker.state,
      ...counts.take(),
    }));
  }

  /** Observations that reached nobody are part of the next ones. */
  giveBack(observations: readonly PartnerObservation[]): void {
    for (const seen of observations) this.byName[seen.operation].get(seen.partner)?.counts.add(seen);
  }

  snapshot(isOffline: IsOffline): OperationSnapshot[] {
    return this.all.map(({ partner, name, settings, breaker, places, budget, pause, p95Ms }) => ({
      partner: partner.id,
      operation: name,
      settings,
      isOffline: isOffline(partner.id),
      breaker: breaker.state,
      probeAt: breaker.probeAt?.toISOString() ?? null,
      placesInUse: places.inUse,
      placesWaitedFor: places.waiting,
      retryTokens: budget.tokens,
      pausedUntil: pause.until?.toISOString() ?? null,
      p95Ms,
    }));
  }

  private get all(): PartnerOperation[] {
    return OPERATIONS.flatMap((name) => [...this.byName[name].values()]);
  }
}
