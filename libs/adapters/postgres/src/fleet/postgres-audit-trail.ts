import type { AuditEntry, AuditTrail } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from '../ask.js';
import { SELECT_AUDIT } from './fleet-sql.js';

/** The audit in PostgreSQL. */
export class PostgresAuditTrail implements AuditTrail {
  constructor(private readonly pool: Pool) {}

  async entries(limit: number, before?: string): Promise<AuditEntry[]> {
    const query = { name: 'select-audit', text: SELECT_AUDIT, values: [limit, before ?? null] };
    return (await ask<AuditEntry>(this.pool, query)).rows;
  }
}
