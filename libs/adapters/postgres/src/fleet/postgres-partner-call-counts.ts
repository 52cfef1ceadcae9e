import type { CountedFrom, PartnerCallCounts, PartnerCalls } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from '../ask.js';
import { COUNT_CALLS } from './fleet-sql.js';

/** The counts that replicas report, in PostgreSQL. Of a report only its beginning is known, so that one counts. */
export class PostgresPartnerCallCounts implements PartnerCallCounts {
  constructor(private readonly pool: Pool) {}

  async since(partners: readonly CountedFrom[]): Promise<PartnerCalls[]> {
    const query = { name: 'count-calls', text: COUNT_CALLS, values: [JSON.stringify(partners)] };
    return (await ask<PartnerCalls>(this.pool, query)).rows;
  }
}
