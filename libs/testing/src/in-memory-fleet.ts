import type { PartnerObservation, ReplicaReport } from '@app/contracts';
import type {
  AuditEntry,
  AuditRecord,
  AuditTrail,
  Clock,
  CountedFrom,
  FleetStore,
  PartnerCallCounts,
  PartnerCalls,
  PartnerCondition,
  ReplicaBreaker,
} from '@app/ports';
import { InMemoryAudit } from './in-memory-audit.js';

interface Count {
  readonly from: number;
  readonly reportedAt: number;
  readonly calls: PartnerCalls;
}

type Failures = PartnerCalls['failures'];

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

function failuresOf(several: readonly Failures[]): Failures {
  const sums: Record<string, number> = {};
  for (const [category, number] of several.flatMap((failures) => Object.entries(failures))) {
    if (number > 0) sums[category] = (sums[category] ?? 0) + number;
  }
  return sums;
}

const sumOf = (several: readonly PartnerCalls[], value: (calls: PartnerCalls) => number): number =>
  several.reduce((sum, one) => sum + value(one), 0);

const countOf = ({ partner, operation, calls, failures, slowCalls }: PartnerObservation, replica: string) => ({
  ...{ partner, operation, replica, calls, slowCalls },
  failures: failuresOf([failures]),
});

/** What all replicas know of the partners, in one process: store, counts and audit. */
export class InMemoryFleet implements FleetStore, PartnerCallCounts, AuditTrail {
  private counts: Count[] = [];
  private readonly latest = new Map<string, ReplicaBreaker>();
  private readonly stored = new Map<string, PartnerCondition>();
  private leased: { readonly holder: string; readonly until: number } | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly audit = new InMemoryAudit(),
  ) {}

  async report({ replicaId: replica, service, intervalMs, observations }: ReplicaReport): Promise<void> {
    const reportedAt = this.clock.now();
    for (const observation of observations) {
      const { partner, operation, breaker, calls } = observation;
      const of = { replica, service, partner, operation, breaker, reportedAt };
      this.latest.set(keyOf(replica, partner, operation), of);
      const at = reportedAt.getTime();
      const from = at - intervalMs;
      if (calls > 0) this.counts.push({ from, reportedAt: at, calls: countOf(observation, replica) });
    }
  }

  async breakers(since: Date): Promise<ReplicaBreaker[]> {
    const order = ({ partner, operation, replica }: ReplicaBreaker): string => keyOf(partner, operation, replica);
    return [...this.latest.values()]
      .filter(({ reportedAt }) => reportedAt >= since)
      .sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  async forget(before: Date): Promise<number> {
    for (const [key, { reportedAt }] of this.latest) if (reportedAt < before) this.latest.delete(key);
    const kept = this.counts.filter(({ reportedAt }) => reportedAt >= before.getTime());
    const forgotten = this.counts.length - kept.length;
    this.counts = kept;
    return forgotten;
  }

  async conditions(): Promise<PartnerCondition[]> {
    return [...this.stored.values()];
  }

  async change(after: PartnerCondition, audit: AuditRecord): Promise<boolean> {
    if ((this.stored.get(after.partner)?.version ?? 0) !== after.version - 1) return false;
    this.stored.set(after.partner, after);
    this.audit.add(audit);
    return true;
  }

  async lease(holder: string, forMs: number): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (this.leased !== undefined && this.leased.holder !== holder && this.leased.until > now) return false;
    this.leased = { holder, until: now + forMs };
    return true;
  }

  async release(holder: string): Promise<void> {
    if (this.leased?.holder === holder) this.leased = undefined;
  }

  async since(partners: readonly CountedFrom[]): Promise<PartnerCalls[]> {
    const from = new Map(partners.map(({ partner, since }) => [partner, since.getTime()]));
    const counted = this.counts.filter((count) => count.from >= (from.get(count.calls.partner) ?? Infinity));
    const groups = Map.groupBy(counted, ({ calls }) => keyOf(calls.partner, calls.operation, calls.replica));
    return [...groups.values()].flatMap((group) => {
      const all = group.map(({ calls }) => calls);
      const [first] = all;
      if (first === undefined) return [];
      const { partner, operation, replica } = first;
      return {
        ...{ partner, operation, replica },
        calls: sumOf(all, ({ calls }) => calls),
        failures: failuresOf(all.map(({ failures }) => failures)),
        slowCalls: sumOf(all, ({ slowCalls }) => slowCalls),
      };
    });
  }

  entries(limit: number, before?: string): Promise<AuditEntry[]> {
    return this.audit.entries(limit, before);
  }
}
