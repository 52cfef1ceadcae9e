import type { PartnerObservation, ReplicaReport } from '@app/contracts';
import type { AuditRecord, AuditTrail, FleetStore, PartnerCallCounts, PartnerCondition } from '@app/ports';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** An empty store with what is read of it elsewhere. */
export interface FleetUnderTest {
  readonly store: FleetStore;
  readonly counts: PartnerCallCounts;
  readonly audit: AuditTrail;
  /** The store's clock. */
  now(): Promise<Date>;
  /** Makes everything that was stored, and every lease, older by so much. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

const NOON = new Date('2026-11-23T12:00:00.000Z');

const observed = (rest: Partial<PartnerObservation> = {}): PartnerObservation => ({
  ...{ partner: 'acme-general', operation: 'quote', breaker: 'CLOSED', calls: 10, failures: {}, slowCalls: 0 },
  ...rest,
});

const reportOf = (replicaId: string, ...observations: PartnerObservation[]): ReplicaReport => ({
  ...{ replicaId, service: 'reactive/motor', intervalMs: 2_000, observations },
});

const conditionOf = (rest: Partial<PartnerCondition> = {}): PartnerCondition => ({
  ...{ partner: 'acme-general', version: 1, state: 'OFFLINE', since: NOON, reason: '20 of 20 calls failed' },
  ...{ probeAt: new Date(NOON.getTime() + 10_000), forced: null },
  ...rest,
});

const auditOf = (rest: Partial<AuditRecord> = {}): AuditRecord => ({
  ...{ at: NOON, actor: 'supervisor', action: 'PARTNER_STATE_CHANGED', subject: 'acme-general', reason: null },
  ...{ details: { from: 'ONLINE', to: 'OFFLINE', failures: { TIMEOUT: 20 } } },
  ...rest,
});

const ago = async (fleet: FleetUnderTest, ms: number): Promise<Date> => new Date((await fleet.now()).getTime() - ms);

/** The obligations of `FleetStore`, `PartnerCallCounts` and `AuditTrail`; every implementation passes all of them. */
export function fleetContract(makeFleet: () => Promise<FleetUnderTest>): void {
  let fleet: FleetUnderTest;
  let store: FleetStore;
  beforeEach(async () => {
    fleet = await makeFleet();
    store = fleet.store;
  });
  afterEach(() => fleet.close());

  const countsOf = async (ms: number, ...partners: string[]) => {
    const since = await ago(fleet, ms);
    const counts = await fleet.counts.since(partners.map((partner) => ({ partner, since })));
    return counts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };

  describe('the counts that replicas report', () => {
    it('are added up by partner, operation and replica', async () => {
      await store.report(reportOf('one', observed({ failures: { TIMEOUT: 2, PROTOCOL: 0 }, slowCalls: 3 })));
      await store.report(reportOf('one', observed({ calls: 5, failures: { TIMEOUT: 1, UNAVAILABLE: 1 } })));
      await store.report(reportOf('two', observed({ calls: 1 }), observed({ operation: 'issuance', calls: 4 })));
      const acme = { partner: 'acme-general', operation: 'quote' };
      expect(await countsOf(60_000, 'acme-general')).toEqual([
        { ...acme, operation: 'issuance', replica: 'two', calls: 4, failures: {}, slowCalls: 0 },
        { ...acme, replica: 'one', calls: 15, failures: { TIMEOUT: 3, UNAVAILABLE: 1 }, slowCalls: 3 },
        { ...acme, replica: 'two', calls: 1, failures: {}, slowCalls: 0 },
      ]);
    });

    it('are of the partners that were asked about, each from its own instant on', async () => {
      await store.report(
        reportOf('one', observed(), observed({ partner: 'fizzbuzz' }), observed({ partner: 'other' })),
      );
      await fleet.pass(10_000);
      const [early, late] = [await ago(fleet, 30_000), await ago(fleet, 5_000)];
      const asked = [
        { partner: 'acme-general', since: early },
        { partner: 'fizzbuzz', since: late },
      ];
      expect((await fleet.counts.since(asked)).map(({ partner }) => partner)).toEqual(['acme-general']);
      expect(await fleet.counts.since([])).toEqual([]);
    });

    it('do not hold what may have happened before the instant', async () => {
      await store.report({ ...reportOf('one', observed()), intervalMs: 60_000 });
      expect(await countsOf(50_000, 'acme-general')).toEqual([]);
      expect(await countsOf(70_000, 'acme-general')).toHaveLength(1);
    });

    it('hold nothing of a replica that has called nobody', async () => {
      await store.report(reportOf('one', observed({ calls: 0 })));
      await store.report(reportOf('two'));
      expect(await countsOf(60_000, 'acme-general')).toEqual([]);
    });

    it('are forgotten with their age, and the breakers with them', async () => {
      await store.report(reportOf('one', observed()));
      await fleet.pass(10_000);
      await store.report(reportOf('two', observed()));
      expect(await store.forget(await ago(fleet, 5_000))).toBe(1);
      expect((await countsOf(60_000, 'acme-general')).map(({ replica }) => replica)).toEqual(['two']);
      expect((await store.breakers(await ago(fleet, 60_000))).map(({ replica }) => replica)).toEqual(['two']);
    });
  });

  describe('the breakers of replicas', () => {
    it('are the latest of each, by partner, operation and replica', async () => {
      const before = await ago(fleet, 1_000);
      await store.report(reportOf('two', observed({ partner: 'fizzbuzz' }), observed({ breaker: 'OPEN' })));
      await store.report(reportOf('one', observed({ breaker: 'OPEN' })));
      await store.report(reportOf('one', observed({ breaker: 'HALF_OPEN', calls: 0 })));
      const found = await store.breakers(before);
      const acme = { partner: 'acme-general', operation: 'quote', service: 'reactive/motor' };
      expect(found.map(({ reportedAt: _, ...rest }) => rest)).toEqual([
        { ...acme, replica: 'one', breaker: 'HALF_OPEN' },
        { ...acme, replica: 'two', breaker: 'OPEN' },
        { ...acme, partner: 'fizzbuzz', replica: 'two', breaker: 'CLOSED' },
      ]);
      expect(found.every(({ reportedAt }) => reportedAt > before)).toBe(true);
    });

    it('leave out replicas that have said nothing for long', async () => {
      await store.report(reportOf('one', observed()));
      await fleet.pass(30_000);
      expect(await store.breakers(await ago(fleet, 20_000))).toEqual([]);
    });

    it('take a report that names an operation twice', async () => {
      await store.report(reportOf('one', observed(), observed({ calls: 1 })));
      expect(await store.breakers(await ago(fleet, 20_000))).toHaveLength(1);
      expect((await countsOf(60_000, 'acme-general'))[0]?.calls).toBe(11);
    });
  });

  describe('the condition of a partner', () => {
    const forced = { state: 'OFFLINE', reason: 'maintenance', by: 'operators', since: NOON, until: null } as const;

    it('is stored exactly as it is, with its audit entry', async () => {
      const other = conditionOf({
        partner: 'fizzbuzz',
        forced: { ...forced, until: NOON },
        probeAt: null,
        reason: null,
      });
      expect(await store.conditions()).toEqual([]);
      expect(await store.change(conditionOf(), auditOf())).toBe(true);
      expect(await store.change(other, auditOf({ subject: 'fizzbuzz', reason: 'maintenance' }))).toBe(true);
      const stored = (await store.conditions()).toSorted((a, b) => (a.partner < b.partner ? -1 : 1));
      expect(stored).toEqual([conditionOf(), other]);
      expect((await fleet.audit.entries(10)).map(({ id: _, ...entry }) => entry)).toEqual([
        auditOf({ subject: 'fizzbuzz', reason: 'maintenance' }),
        auditOf(),
      ]);
    });

    it('is changed from the version before only; otherwise nothing is stored', async () => {
      await store.change(conditionOf(), auditOf());
      expect(await store.change(conditionOf({ state: 'ONLINE' }), auditOf())).toBe(false);
      expect(await store.change(conditionOf({ version: 3 }), auditOf())).toBe(false);
      const next = conditionOf({ version: 2, state: 'ONLINE', forced });
      expect(await store.change(next, auditOf())).toBe(true);
      expect(await store.conditions()).toEqual([next]);
      expect(await fleet.audit.entries(10)).toHaveLength(2);
      const last = conditionOf({ version: 3, state: 'ONLINE' });
      expect(await store.change(last, auditOf())).toBe(true);
      expect(await store.conditions()).toEqual([last]);
    });

    it('is changed by one of many that try at once', async () => {
      const tries = Array.from({ length: 8 }, (_, at) => store.change(conditionOf({ reason: `${at}` }), auditOf()));
      expect((await Promise.all(tries)).filter((changed) => changed)).toHaveLength(1);
      expect(await fleet.audit.entries(10)).toHaveLength(1);
    });
  });

  describe('the audit', () => {
    it('is read from the newest entry on, page by page', async () => {
      for (const version of [1, 2, 3]) {
        await store.change(conditionOf({ version }), auditOf({ reason: `change ${version}` }));
      }
      const first = await fleet.audit.entries(2);
      expect(first.map(({ reason }) => reason)).toEqual(['change 3', 'change 2']);
      const rest = await fleet.audit.entries(2, first.at(-1)?.id);
      expect(rest.map(({ reason }) => reason)).toEqual(['change 1']);
      expect(await fleet.audit.entries(2, rest[0]?.id)).toEqual([]);
    });
  });

  describe('the lease of the supervisor', () => {
    it('is one holder’s at a time, who may renew it', async () => {
      expect(await store.lease('one', 5_000)).toBe(true);
      expect(await store.lease('two', 5_000)).toBe(false);
      await fleet.pass(4_000);
      expect(await store.lease('one', 5_000)).toBe(true);
      await fleet.pass(4_000);
      expect(await store.lease('two', 5_000)).toBe(false);
    });

    it('ends by itself, and another one goes on', async () => {
      await store.lease('one', 5_000);
      await fleet.pass(5_001);
      expect(await store.lease('two', 5_000)).toBe(true);
      expect(await store.lease('one', 5_000)).toBe(false);
    });

    it('is given back by its holder only', async () => {
      await store.lease('one', 5_000);
      await store.release('two');
      expect(await store.lease('two', 5_000)).toBe(false);
      await store.release('one');
      expect(await store.lease('two', 5_000)).toBe(true);
    });

    it('is one of many’s that ask at once', async () => {
      const asked = Array.from({ length: 8 }, (_, at) => store.lease(`holder ${at}`, 5_000));
      expect((await Promise.all(asked)).filter((held) => held)).toHaveLength(1);
    });
  });
}
