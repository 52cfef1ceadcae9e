import type { AuditRecord, FleetStore, PartnerCondition, ReplicaBreaker } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from '../ask.js';
import { type ConditionRow, conditionOf, conditionValues } from './condition-rows.js';
import { FORGET, INSERT_REPORT, SELECT_BREAKERS, SELECT_CONDITIONS, STORE_CONDITION } from './fleet-sql.js';
import { PostgresLeases } from './postgres-leases.js';

type ReplicaReport = Parameters<FleetStore['report']>[0];

const SUPERVISOR = 'supervisor';

/** What all replicas know of the partners, in PostgreSQL. Every method is one statement. */
export class PostgresFleetStore implements FleetStore {
  private readonly leases: PostgresLeases;

  constructor(private readonly pool: Pool) {
    this.leases = new PostgresLeases(pool, SUPERVISOR);
  }

  async report({ replicaId, service, intervalMs, observations }: ReplicaReport): Promise<void> {
    await this.run('insert-report', INSERT_REPORT, replicaId, service, intervalMs, JSON.stringify(observations));
  }

  async breakers(since: Date): Promise<ReplicaBreaker[]> {
    const query = { name: 'select-breakers', text: SELECT_BREAKERS, values: [since] };
    return (await ask<ReplicaBreaker>(this.pool, query)).rows;
  }

  forget(before: Date): Promise<number> {
    return this.run('forget-reports', FORGET, before);
  }

  async conditions(): Promise<PartnerCondition[]> {
    const query = { name: 'select-conditions', text: SELECT_CONDITIONS };
    return (await ask<ConditionRow>(this.pool, query)).rows.map(conditionOf);
  }

  async change(after: PartnerCondition, audit: AuditRecord): Promise<boolean> {
    const { at, actor, action, subject, reason, details } = audit;
    const entry = [at, actor, action, subject, reason, JSON.stringify(details)];
    return (await this.run('store-condition', STORE_CONDITION, ...conditionValues(after), ...entry)) > 0;
  }

  lease(holder: string, forMs: number): Promise<boolean> {
    return this.leases.lease(holder, forMs);
  }

  release(holder: string): Promise<void> {
    return this.leases.release(holder);
  }

  /** How many rows it was. */
  private async run(name: string, text: string, ...values: unknown[]): Promise<number> {
    return (await ask(this.pool, { name, text, values })).rowCount ?? 0;
  }
}
